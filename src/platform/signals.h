#pragma once
/// SIGTERM, SIGINT and SIGHUP as a wish that the loop reads; steps of the wall clock as a wake.
#include <atomic>
#include <functional>
#include <thread>

namespace hall {

/// Made by the main thread before any other thread starts: it blocks the signals, and threads inherit that. `wake` is
/// called on a thread of its own, not in a signal handler, so it may do anything that is safe from any thread.
class Signals {
public:
    explicit Signals(std::function<void()> wake);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    bool quit_wished() const { return quit_wished_.load(); }

private:
    void watch();

    std::function<void()> wake_;
    std::atomic<bool> quit_wished_ = false;
    int signal_descriptor_;
    int clock_descriptor_;
    int stop_descriptor_;
    std::jthread watcher_;
};

}  // namespace hall
