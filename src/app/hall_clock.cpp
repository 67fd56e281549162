#include "app/hall_clock.h"

#include <fmt/format.h>

#include "base/log.h"

namespace hall {
namespace {

constexpr Milliseconds least_step{500};

Milliseconds steady_time() {
    return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

Instant HallClock::machine() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

Now HallClock::now() const {
    const Milliseconds steady = steady_time();
    return {goes_by_ ? Instant(steady + *goes_by_) : machine(), steady};
}

void HallClock::hear(std::optional<Milliseconds> server_ahead) {
    server_ahead_ = server_ahead;
    if (!correct_ || !server_ahead) return;
    if (!report().wrong()) {
        goes_by_.reset();
    } else if (!goes_by_ || std::chrono::abs(*goes_by_ - *server_ahead) >= least_step) {
        goes_by_ = server_ahead;
    }
}

bool HallClock::stepped() {
    const Now moment = now();
    const Milliseconds difference = moment.wall.time_since_epoch() - moment.steady;
    const bool jumped = before_ && std::chrono::abs(difference - *before_) >= least_step;
    if (jumped)
        log_line(LogLevel::warning, "app",
                 fmt::format("the clock stepped by {:.1f} s", Seconds(difference - *before_).count()));
    before_ = difference;
    return jumped;
}

ClockReport HallClock::report() const {
    ClockReport report;
    if (server_ahead_) report.error = machine().time_since_epoch() - steady_time() - *server_ahead_;
    report.corrected = goes_by_.has_value();
    return report;
}

}  // namespace hall
