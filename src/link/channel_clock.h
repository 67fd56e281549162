#pragma once
/// The channel's clock as this machine knows it, by asking it the time: the answer was written somewhere between
/// question and answer, so half the round trip is what cannot be known (Cristian 1989).
#include <deque>
#include <optional>

#include "base/time.h"
#include "show/state.h"

namespace hall {

class ChannelClock {
public:
    /// `asked` and `answered` are this machine's clocks before and after; `told` is the channel's time.
    void measure(Now asked, Now answered, Instant told);

    /// The channel's time at this moment of the steady clock; nothing until it was asked.
    std::optional<Instant> at(Milliseconds steady) const;
    /// The steady time of a moment of the channel's.
    std::optional<Milliseconds> steady_at(Instant moment) const;
    /// How wrong both may be.
    std::optional<Milliseconds> unsure() const;
    /// This machine's wall clock minus the channel's, when it was last asked.
    std::optional<Milliseconds> wall_error() const { return wall_error_; }

private:
    struct Reading {
        Milliseconds offset{};  ///< the channel's clock minus the steady one
        Milliseconds unsure{};
    };
    const Reading* best() const;

    std::deque<Reading> readings_;  ///< the newest
    std::optional<Milliseconds> wall_error_;
};

}  // namespace hall
