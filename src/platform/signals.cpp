#include "platform/signals.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
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

}  // namespace

Signals::Signals(std::function<void()> wake)
    : wake_(std::move(wake)),
      signal_descriptor_(open_signals()),
      stop_descriptor_(eventfd(0, EFD_CLOEXEC)),
      watcher_([this] { watch(); }) {}

Signals::~Signals() {
    const std::uint64_t one = 1;
    if (write(stop_descriptor_, &one, sizeof one) == sizeof one) {
        watcher_.join();
    }
    close(signal_descriptor_);
    close(stop_descriptor_);
    // The signals stay blocked: one that comes while the program puts things away must not cut that short.
}

void Signals::watch() {
    std::array<pollfd, 2> wanted{{{signal_descriptor_, POLLIN, 0}, {stop_descriptor_, POLLIN, 0}}};
    while (true) {
        if (poll(wanted.data(), wanted.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if ((wanted[1].revents & POLLIN) != 0) {
            return;
        }
        signalfd_siginfo told{};
        if (read(signal_descriptor_, &told, sizeof told) == sizeof told) {
            quit_wished_.store(true);
            wake_();
        }
    }
}

}  // namespace hall
