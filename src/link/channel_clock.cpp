#include "link/channel_clock.h"

#include <algorithm>

namespace hall {
namespace {

constexpr std::size_t most_readings = 8;
/// The channel tells its time in whole milliseconds, and so do we.
constexpr Milliseconds resolution{1};

}  // namespace

void ChannelClock::measure(Now asked, Now answered, Instant told) {
    const Milliseconds trip = answered.steady - asked.steady;
    if (trip < Milliseconds(0)) return;
    const Milliseconds middle = asked.steady + trip / 2;
    readings_.push_back({told.time_since_epoch() - middle, trip / 2 + resolution});
    if (readings_.size() > most_readings) readings_.pop_front();
    wall_error_ = answered.wall - *at(answered.steady);
}

const ChannelClock::Reading* ChannelClock::best() const {
    const auto least = std::min_element(readings_.begin(), readings_.end(),
                                        [](const Reading& a, const Reading& b) { return a.unsure < b.unsure; });
    return least == readings_.end() ? nullptr : &*least;
}

std::optional<Instant> ChannelClock::at(Milliseconds steady) const {
    const Reading* reading = best();
    return reading ? std::optional(Instant(steady + reading->offset)) : std::nullopt;
}

std::optional<Milliseconds> ChannelClock::steady_at(Instant moment) const {
    const Reading* reading = best();
    return reading ? std::optional(moment.time_since_epoch() - reading->offset) : std::nullopt;
}

std::optional<Milliseconds> ChannelClock::unsure() const {
    const Reading* reading = best();
    return reading ? std::optional(reading->unsure) : std::nullopt;
}

}  // namespace hall
