#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "platform/picture_apart.h"
#include "platform/picture_file.h"
#include "platform/picture_wire.h"
#include "platform/sandbox.h"

namespace hall {
namespace {

bool read_all(std::string& bytes) {
    constexpr std::size_t piece = 1U << 16U;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        const ssize_t got = read(STDIN_FILENO, bytes.data() + before, piece);
        bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got <= 0) return got == 0;
    }
}

bool write_all(const void* from, std::size_t size) {
    const auto* at = static_cast<const char*>(from);
    while (size > 0) {
        const ssize_t put = write(STDOUT_FILENO, at, size);
        if (put <= 0) return false;
        at += put;
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

/// Where memory runs out it is one picture that is missing, not the show.
void die_first() {
    constexpr std::string_view most = "1000";
    const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    [[maybe_unused]] const ssize_t put = write(file, most.data(), most.size());
    close(file);
}

ChildAnswer decode_to_output() {
    std::string bytes;
    if (!read_all(bytes)) return ChildAnswer::failed;
    const Result<Image> image = decode_picture(bytes);
    if (!image) return ChildAnswer::damaged;
    const WireSize size{static_cast<std::uint32_t>(image->width), static_cast<std::uint32_t>(image->height)};
    const bool written = write_all(&size, sizeof size) && write_all(image->rgba.data(), image->rgba.size());
    return written ? ChildAnswer::decoded : ChildAnswer::failed;
}

}  // namespace

int run_picture_child() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    die_first();
    load_picture_decoders();
    if (!enter_sandbox()) return static_cast<int>(ChildAnswer::no_sandbox);
    ChildAnswer answer = ChildAnswer::no_memory;
    try {
        answer = decode_to_output();
    } catch (const std::bad_alloc&) {
    }
    _exit(static_cast<int>(answer));  // a library's tidying may want what the sandbox forbids
}

}  // namespace hall
