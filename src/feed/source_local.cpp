#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "feed/decoder.h"
#include "feed/source.h"

namespace hall {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    /// Empties a non-blocking descriptor; true where there was something.
    bool drain() const {
        std::array<char, 4096> bytes;
        bool any = false;
        while (::read(number_, bytes.data(), bytes.size()) > 0) any = true;
        return any;
    }

private:
    int number_;
};

/// What changes when a file is written, or replaced by another under the same name.
std::string signature(const struct stat& facts) {
    return fmt::format("{}-{}-{}.{:09}", facts.st_ino, facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

Reading read_unless(const Path& path, const Validators& known, std::size_t limit) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        const char* why = std::strerror(errno);
        return SourceFault{{fmt::format("Không đọc được tệp {}: {}.", path.string(), why),
                            fmt::format("Cannot read the file {}: {}.", path.string(), why)},
                           std::nullopt};
    }
    // Taken before reading: a write in between is then seen as a change at the next look.
    Validators now{signature(facts), {}};
    if (now == known) return Unchanged{};
    Result<std::string> bytes = read_file(path, limit);
    if (!bytes) return SourceFault{bytes.error().sentence, std::nullopt};
    return Body{std::move(*bytes), std::move(now)};
}

class LocalSource final : public Source {
public:
    explicit LocalSource(const Path& given)
        : given_(given),
          wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          watch_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

    std::string display() const override { return given_.string(); }
    bool local() const override { return true; }

    Reading read_document(const Validators& known, const std::stop_token&) override {
        follow_folder();
        return read_unless(document(), known, most_document_bytes);
    }

    Reading read_picture(const std::string& name, const Validators& known, const std::stop_token&) override {
        const std::optional<Path> path = inside(name);
        if (!path)
            return SourceFault{{fmt::format("Ảnh “{}” không nằm trong thư mục của nguồn.", name),
                                fmt::format("The picture \"{}\" is not inside the feed's folder.", name)},
                               std::nullopt};
        return read_unless(*path, known, most_picture_bytes);
    }

    bool wait(Milliseconds duration) override {
        std::array<pollfd, 2> both{pollfd{wake_.get(), POLLIN, 0}, pollfd{watch_.get(), POLLIN, 0}};
        ::poll(both.data(), both.size(), static_cast<int>(duration.count()));
        wake_.drain();
        return watch_.drain();
    }
    void wake() override {
        const std::uint64_t one = 1;
        // A full counter means that a wake-up is already waiting.
        [[maybe_unused]] const auto written = ::write(wake_.get(), &one, sizeof one);
    }

private:
    Path document() const {
        std::error_code error;
        return fs::is_directory(given_, error) ? given_ / "conference.json" : given_;
    }
    Path folder() const {
        const Path parent = document().parent_path();
        return parent.empty() ? Path(".") : parent;
    }

    /// The folder is watched and not the file: editors rename a new file over the old one. Asked again at every look,
    /// since the folder itself may come and go (a stick); the same watch is then only confirmed.
    void follow_folder() {
        ::inotify_add_watch(watch_.get(), folder().c_str(),
                            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR);
    }

    /// Symbolic links are resolved first, so that one inside the folder cannot lead out of it.
    std::optional<Path> inside(const std::string& name) const {
        const Path relative(name);
        if (name.empty() || name.find('\0') != std::string::npos || relative.is_absolute()) return std::nullopt;
        for (const Path& part : relative)
            if (part == "..") return std::nullopt;
        std::error_code error;
        const Path root = fs::weakly_canonical(folder(), error);
        if (error) return std::nullopt;
        const Path real = fs::weakly_canonical(root / relative, error);
        if (error) return std::nullopt;
        const Path from_root = real.lexically_relative(root);
        if (from_root.empty() || *from_root.begin() == "..") return std::nullopt;
        return real;
    }

    Path given_;
    Descriptor wake_;
    Descriptor watch_;
};

}  // namespace

Result<std::unique_ptr<Source>> make_local_source(const FeedSettings& settings) {
    return std::unique_ptr<Source>(std::make_unique<LocalSource>(settings.feed));
}

}  // namespace hall
