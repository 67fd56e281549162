#pragma once
/// The two clocks the worker reads. Room-private.
#include <chrono>

#include "base/steady.h"

namespace hall {

inline Instant now_on_the_clock() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

inline std::chrono::steady_clock::time_point after(Seconds wait) {
    return std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(wait);
}

}  // namespace hall
