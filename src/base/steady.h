#pragma once
/// The clock of timers: it never jumps.
#include <chrono>

#include "base/time.h"

namespace hall {

/// Since some moment of this machine's, alike for all its programs until it restarts. Thread: any.
inline Milliseconds steady_now() {
    return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace hall
