#include "feed/server_clock.h"

#include <algorithm>

namespace hall {
namespace {

constexpr Milliseconds resolution{1000};  // of a Date: RFC 9110, 5.6.7

}  // namespace

void ServerClock::measure(Milliseconds sent, Milliseconds received, Instant date) {
    const Milliseconds told = date.time_since_epoch();
    const Milliseconds least = told - received;
    const Milliseconds most = told + resolution - sent;
    const bool agrees = least_ && std::max(*least_, least) <= std::min(*most_, most);
    // One that does not agree is a step or the drift of weeks: the newest is believed.
    least_ = agrees ? std::max(*least_, least) : least;
    most_ = agrees ? std::min(*most_, most) : most;
}

std::optional<Milliseconds> ServerClock::ahead() const {
    if (!least_) return std::nullopt;
    return *least_ + (*most_ - *least_) / 2;
}

}  // namespace hall
