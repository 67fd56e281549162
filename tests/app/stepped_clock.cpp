/// Loaded before the C library: the wall clock is off by the milliseconds in the file $HALL_CLOCK_OFF (eight bytes),
/// from the moment they are written. As the kernel does, it then wakes who asked for that with TFD_TIMER_CANCEL_ON_SET.
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace {

constexpr std::int64_t milliseconds_per_second = 1'000, nanoseconds_per_millisecond = 1'000'000;

std::atomic<int> watched{-1};  // stands for the timer of whoever waits for a step

const std::atomic<std::int64_t>& off() {
    static const std::atomic<std::int64_t> none{0};
    static const auto* const shared = [] {
        const char* file = std::getenv("HALL_CLOCK_OFF");
        const int descriptor = file == nullptr ? -1 : open(file, O_RDONLY | O_CLOEXEC);
        void* const page = mmap(nullptr, sizeof none, PROT_READ, MAP_SHARED, descriptor, 0);
        if (descriptor >= 0) close(descriptor);
        return page == MAP_FAILED ? &none : static_cast<const std::atomic<std::int64_t>*>(page);
    }();
    return *shared;
}

timespec wall() {
    timespec now{};
    syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    const std::int64_t all = now.tv_nsec / nanoseconds_per_millisecond + off().load();
    const std::int64_t below = (all % milliseconds_per_second + milliseconds_per_second) % milliseconds_per_second;
    now.tv_sec += (all - below) / milliseconds_per_second;
    now.tv_nsec = below * nanoseconds_per_millisecond + now.tv_nsec % nanoseconds_per_millisecond;
    return now;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* moment) noexcept {
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
        return static_cast<int>(syscall(SYS_clock_gettime, clock, moment));
    *moment = wall();
    return 0;
}

int gettimeofday(timeval* moment, void* /*zone*/) noexcept {
    const timespec now = wall();
    *moment = {now.tv_sec, now.tv_nsec / 1'000};
    return 0;
}

time_t time(time_t* moment) noexcept {
    const time_t now = wall().tv_sec;
    if (moment != nullptr) *moment = now;
    return now;
}

int timerfd_create(int clock, int flags) noexcept {
    const char* file = std::getenv("HALL_CLOCK_OFF");
    if (clock != CLOCK_REALTIME || file == nullptr) return static_cast<int>(syscall(SYS_timerfd_create, clock, flags));
    watched = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    inotify_add_watch(watched, file, IN_MODIFY);
    return watched;
}

int timerfd_settime(int timer, int flags, const itimerspec* fresh, itimerspec* old) noexcept {
    if (timer != watched) return static_cast<int>(syscall(SYS_timerfd_settime, timer, flags, fresh, old));
    return 0;
}

ssize_t read(int descriptor, void* bytes, size_t size) {
    if (descriptor < 0 || descriptor != watched) return syscall(SYS_read, descriptor, bytes, size);
    std::array<char, 4096> told{};
    while (syscall(SYS_read, descriptor, told.data(), told.size()) > 0) {
    }
    errno = ECANCELED;
    return -1;
}
}
