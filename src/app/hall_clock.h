#pragma once
/// The time the hall goes by: this machine's, or the server's where that is configured and this machine's is wrong.
#include <optional>

#include "base/time.h"
#include "show/state.h"
#include "status/report.h"

namespace hall {

/// Thread: render thread.
class HallClock {
public:
    explicit HallClock(bool correct) : correct_(correct) {}

    Now now() const;
    /// The machine's own time, for what its logs and people compare with its other clocks.
    static Instant machine();
    /// The server's time minus the steady one, as FeedStatus tells it. Small differences move nothing.
    void hear(std::optional<Milliseconds> server_ahead);
    /// The time of `now` jumped since the last call: what depends on it is to be drawn again.
    bool stepped();
    ClockReport report() const;

private:
    bool correct_;
    std::optional<Milliseconds> server_ahead_;
    std::optional<Milliseconds> goes_by_;  ///< the server's, as taken over
    std::optional<Milliseconds> before_;   ///< wall minus steady when last looked at
};

}  // namespace hall
