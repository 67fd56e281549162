#include "platform/watchdog.h"

#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace hall {
namespace {

/// A screen on which nothing moves is looked at this often.
constexpr Milliseconds usual_sleep{5000};
constexpr int feedings_per_interval = 4;
constexpr Milliseconds second_look{1000};
/// Threads give a sign of life every second or two.
constexpr Milliseconds shortest_patience{5000};

/// In cage the service's main process is our parent, which hands its environment on; it is the show that says whether
/// all is well. No other thread runs yet.
void stand_in_for_the_parent() {
    const char* watched = std::getenv("WATCHDOG_PID");
    if (watched != nullptr && std::to_string(::getppid()) == watched) ::unsetenv("WATCHDOG_PID");
}

Milliseconds watched_interval() {
    stand_in_for_the_parent();
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return Milliseconds{0};
    return std::chrono::floor<Milliseconds>(std::chrono::microseconds(microseconds));
}

Milliseconds now() { return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); }

}  // namespace

Watchdog::Watchdog() : interval_(watched_interval()) {}

void Watchdog::ready() {
    if (!ready_) sd_notify(0, "READY=1");
    ready_ = true;
}

void Watchdog::feed() {
    doubted_.reset();
    if (interval_ <= Milliseconds{0} || now() - fed_ < interval_ / feedings_per_interval) return;
    sd_notify(0, "WATCHDOG=1");
    fed_ = now();
}

void Watchdog::say(const std::string& line) {
    if (line == said_) return;
    said_ = line;
    sd_notify(0, ("STATUS=" + line).c_str());
}

void Watchdog::stopping() { sd_notify(0, "STOPPING=1"); }

void Watchdog::doubt() {
    if (interval_ <= Milliseconds{0}) return;
    if (!doubted_) doubted_ = now();
    if (now() - *doubted_ >= second_look) sd_notify(0, "WATCHDOG=trigger");
}

Milliseconds Watchdog::patience() const { return std::max(interval_ / 2, shortest_patience); }

Milliseconds Watchdog::longest_sleep() const {
    if (interval_ <= Milliseconds{0}) return usual_sleep;
    return std::clamp(interval_ / feedings_per_interval, Milliseconds{1}, usual_sleep);
}

}  // namespace hall
