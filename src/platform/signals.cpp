#include "platform/signals.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <utility>

namespace hall {
namespace {

sigset_t quit_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

int open_signals() {
    const sigset_t set = quit_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// Readable once the wall clock is set (TFD_TIMER_CANCEL_ON_SET); never by the time it is armed for.
int open_clock() {
    constexpr std::time_t far_ahead = 0xFFFFFFFF;  // seconds since 1970: February 2106
    const int clock = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    itimerspec when{};
    when.it_value.tv_sec = far_ahead;
    timerfd_settime(clock, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr);
    return clock;
}

}  // namespace

Signals::Signals(std::function<void()> wake)
    : wake_(std::move(wake)),
      signal_descriptor_(open_signals()),
      clock_descriptor_(open_clock()),
      stop_descriptor_(eventfd(0, EFD_CLOEXEC)),
      watcher_([this] { watch(); }) {}

Signals::~Signals() {
    const std::uint64_t one = 1;
    if (write(stop_descriptor_, &one, sizeof one) == sizeof one) {
        watcher_.join();
    }
    close(signal_descriptor_);
    close(clock_descriptor_);
    close(stop_descriptor_);
    // The signals stay blocked: one that comes while the program puts things away must not cut that short.
}

void Signals::watch() {
    std::array<pollfd, 3> wanted{
        {{signal_descriptor_, POLLIN, 0}, {stop_descriptor_, POLLIN, 0}, {clock_descriptor_, POLLIN, 0}}};
    while (true) {
        if (poll(wanted.data(), wanted.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if ((wanted[1].revents & POLLIN) != 0) {
            return;
        }
        if (std::uint64_t times = 0;
            (wanted[2].revents & POLLIN) != 0 && read(clock_descriptor_, &times, sizeof times) < 0) {
            wake_();
        }
        signalfd_siginfo told{};
        if (read(signal_descriptor_, &told, sizeof told) == sizeof told) {
            quit_wished_.store(true);
            wake_();
        }
    }
}

}  // namespace hall
