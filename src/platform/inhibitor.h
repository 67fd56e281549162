#pragma once
/// Keeps the machine from being switched off, restarted or put to sleep while something is going on (logind's block
/// locks).
#include <atomic>
#include <string>
#include <thread>

namespace hall {

/// Thread: one at a time. Does nothing where no logind listens; that is logged once.
class Inhibitor {
public:
    Inhibitor() = default;
    ~Inhibitor() { release(); }
    Inhibitor(const Inhibitor&) = delete;
    Inhibitor& operator=(const Inhibitor&) = delete;

    /// Returns at once; a thread asks logind, at most two seconds. `why` is for people: systemd-inhibit --list shows
    /// it.
    void hold(const std::string& why);
    void release();
    bool held() const { return descriptor_.load() >= 0; }

private:
    std::atomic<int> descriptor_ = -1;  ///< the lock: logind gives it up when this is closed
    bool wished_ = false;
    std::thread asking_;
};

}  // namespace hall
