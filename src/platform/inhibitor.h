#pragma once
/// Keeps the machine from being switched off, restarted or put to sleep while something is going on (logind's block
/// locks).
#include <atomic>
#include <stop_token>
#include <string>
#include <thread>

namespace hall {

/// Thread: one at a time. Does nothing where no logind listens; that is logged.
class Inhibitor {
public:
    Inhibitor() = default;
    ~Inhibitor() = default;
    Inhibitor(const Inhibitor&) = delete;
    Inhibitor& operator=(const Inhibitor&) = delete;

    /// Returns at once; a thread asks logind, and again every minute until it agrees. `why` is for people:
    /// systemd-inhibit --list shows it.
    void hold(const std::string& why);
    /// Returns at once.
    void release();
    bool held() const { return wished_ && held_; }

private:
    void keep(const std::string& why, const std::stop_token& stop);

    std::atomic<bool> held_ = false;
    bool wished_ = false;
    std::jthread asking_;  // last: joins before what it uses is gone
};

}  // namespace hall
