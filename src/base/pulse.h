#pragma once
/// A thread's sign of life: beaten by the thread, looked at by whoever has to know whether it hangs.
#include <atomic>
#include <chrono>

#include "base/time.h"

namespace hall {

/// Thread: any.
class Pulse {
public:
    void beat() { beaten_ = now(); }
    /// The thread has nothing more to do: silence is no sign of hanging from here on.
    void rest() { resting_ = true; }
    /// Whether it was beaten within this time, or rests.
    bool within(Milliseconds limit) const { return resting_ || now() - beaten_.load() <= limit; }

private:
    static Milliseconds now() {
        return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }

    std::atomic<Milliseconds> beaten_ = now();
    std::atomic<bool> resting_ = false;
};

}  // namespace hall
