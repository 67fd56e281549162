#pragma once
/// What a viewer of an X display could tell: when its pixels changed.
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hall::bench {

using Steady = std::chrono::steady_clock;

struct Change {
    Steady::time_point when;
    std::uint64_t pixels;  ///< a hash of the rows looked at
};

/// A thread of its own takes X's damage reports and looks at some rows of the screen after each.
class ScreenWatch {
public:
    explicit ScreenWatch(const std::string& display);
    ~ScreenWatch();
    ScreenWatch(const ScreenWatch&) = delete;
    ScreenWatch& operator=(const ScreenWatch&) = delete;

    /// Changes since the last call: only where the rows looked at became others.
    std::vector<Change> take();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall::bench
