#include "platform/picture_apart.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "platform/picture_file.h"
#include "platform/picture_wire.h"

namespace hall {
namespace {

constexpr Milliseconds between_beats{1000};
constexpr int bytes_per_pixel = 4;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

private:
    int number_;
};

Error no_child() {
    const std::string why = std::strerror(errno);
    return fault("Không mở được tiến trình giải mã ảnh: " + why + ".",
                 "The process that decodes pictures cannot be started: " + why + ".");
}

/// Everything but its three descriptors is closed in the child; it inherits no environment either.
std::optional<pid_t> start(const Path& program, int input, int output) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::string name = program.string(), command = picture_command;
    char* const arguments[] = {name.data(), command.data(), nullptr};
    char* const environment[] = {nullptr};
    pid_t child = -1;
    errno = posix_spawn(&child, name.c_str(), &files, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return errno == 0 ? std::optional(child) : std::nullopt;
}

/// Its wait status; nothing where it had to be killed, because its time was over or nobody wants the picture any more.
std::optional<int> end_of(pid_t child, const ApartSettings& settings) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + settings.patience;
    const Descriptor watched(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
    const Descriptor stopped(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback tell(settings.stop, [&] { eventfd_write(stopped.number(), 1); });
    bool ended = false;
    while (watched.open() && !ended && !settings.stop.stop_requested()) {
        const auto left = std::chrono::ceil<Milliseconds>(until - Clock::now());
        if (left <= Milliseconds(0)) break;
        std::array<pollfd, 2> both{pollfd{watched.number(), POLLIN, 0}, pollfd{stopped.number(), POLLIN, 0}};
        poll(both.data(), both.size(), static_cast<int>(std::min(left, between_beats).count()));
        ended = both[0].revents != 0;
        if (!ended && settings.waiting) settings.waiting();
    }
    if (!ended) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return ended ? std::optional(status) : std::nullopt;
}

Error unwanted() {
    return fault("Chương trình đang đóng; ảnh không được giải mã.", "The program ends; the picture is not decoded.");
}

Error refused(std::optional<int> status) {
    if (!status)
        return fault("Ảnh giải mã quá lâu nên bị bỏ; hãy xuất lại ảnh.",
                     "The picture took too long to decode and is left out; export it again.");
    const int code = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
    switch (static_cast<ChildAnswer>(code)) {
        case ChildAnswer::damaged:
            return fault("Ảnh bị hỏng, không giải mã được; hãy xuất lại ảnh.",
                         "The picture is damaged and cannot be decoded; export it again.");
        case ChildAnswer::no_memory:
            return fault("Ảnh cần quá nhiều bộ nhớ; hãy thu nhỏ ảnh.",
                         "The picture needs too much memory; make it smaller.");
        case ChildAnswer::no_sandbox:
            return fault("Hệ điều hành không cho khóa tiến trình giải mã ảnh (seccomp), nên không ảnh nào được nạp.",
                         "The system refuses to lock the picture decoder in (seccomp), so no picture is loaded.");
        default: break;
    }
    if (WIFSIGNALED(*status) && WTERMSIG(*status) == SIGXCPU) return refused(std::nullopt);
    return fault("Ảnh làm hỏng bộ giải mã nên bị bỏ (màn hình không bị ảnh hưởng); hãy xuất lại ảnh.",
                 "The picture broke its decoder and is left out (the show is not touched); export it again.");
}

bool read_at(int file, void* to, std::size_t size, off_t from) {
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = pread(file, at, size, from);
        if (got <= 0) return false;
        at += got;
        from += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// The child is not believed: its picture has the size that the header announced, or that turned by a right angle.
std::optional<Image> picture_in(int output, const PictureHeader& header) {
    WireSize size;
    struct stat file {};
    if (fstat(output, &file) != 0 || !read_at(output, &size, sizeof size, 0)) return std::nullopt;
    const bool upright = size.width == header.width && size.height == header.height;
    const bool turned = size.width == header.height && size.height == header.width;
    const std::uint64_t pixels = std::uint64_t{header.width} * header.height * bytes_per_pixel;
    if ((!upright && !turned) || static_cast<std::uint64_t>(file.st_size) != sizeof size + pixels) return std::nullopt;
    Image image(static_cast<int>(size.width), static_cast<int>(size.height));
    if (!read_at(output, image.rgba.data(), image.rgba.size(), sizeof size)) return std::nullopt;
    return image;
}

}  // namespace

Result<Image> decode_picture_apart(std::string_view bytes, const ApartSettings& settings) {
    const Result<PictureHeader> header = decodable_header(bytes);
    if (!header) return header.error();
    const Descriptor input(memfd_create("picture", MFD_CLOEXEC)), output(memfd_create("pixels", MFD_CLOEXEC));
    if (!input.open() || !output.open()) return no_child();
    while (!bytes.empty()) {
        const ssize_t put = write(input.number(), bytes.data(), bytes.size());
        if (put <= 0) return no_child();
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    lseek(input.number(), 0, SEEK_SET);
    const auto child = start(settings.program, input.number(), output.number());
    if (!child) return no_child();
    const std::optional<int> status = end_of(*child, settings);
    if (!status && settings.stop.stop_requested()) return unwanted();
    if (!status || !WIFEXITED(*status) || WEXITSTATUS(*status) != static_cast<int>(ChildAnswer::decoded))
        return refused(status);
    std::optional<Image> image = picture_in(output.number(), *header);
    if (!image) return refused(-1);
    return *std::move(image);
}

}  // namespace hall
