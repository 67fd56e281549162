#pragma once
/// What was fetched waits here while the hall must not see it yet: during an award, or until the operator accepts what
/// differs from the approved words. Times, notices, signatures and pictures that were missing pass.
#include <memory>
#include <optional>

#include "app/on_air.h"
#include "base/time.h"
#include "console/waiting.h"
#include "feed/accepted.h"
#include "feed/snapshot.h"

namespace hall {

/// Accepting takes the same key twice: the second time after whoever slipped has seen what it asks, and before it is
/// forgotten.
inline constexpr Milliseconds accept_not_before{1000};
inline constexpr Milliseconds accept_not_after{10000};

/// Thread: render thread. Writes what is accepted to disk, so that it outlives the process.
class Door {
public:
    using Held = std::shared_ptr<const Snapshot>;

    explicit Door(AcceptedWords words) : words_(std::move(words)) {}

    /// What an earlier life of the program had accepted; null where nothing is held against anything.
    Held start(Instant started);
    /// What goes on air now: `next` whole, or what of it passes; the rest waits.
    Held offer(Held next, const OnAir& on_air);
    /// What waited for the award that was just left; null where nothing may pass yet.
    Held look(const OnAir& on_air);
    /// The operator's key, where the differences are on screen. The second press in time, with nothing else waiting
    /// than at the first, yields what goes on air.
    Held press(Milliseconds steady);
    /// What waits, where it is what the operator's machine shows: it was accepted there. Null where it is not.
    Held accepted_there(const std::string& generation);
    /// Takes back a first press whose time is over; true where there was one.
    bool forget_press(Milliseconds steady);

    const Waiting& waiting() const { return waiting_; }

private:
    WaitsFor reason(const Snapshot& shown, const Snapshot& next) const;
    Held hold(WaitsFor why, Held next, const Snapshot& shown);
    Held pass(Held next);
    void remember(const Snapshot& accepted);
    void note(const Status& status);

    AcceptedWords words_;
    Held held_;
    Waiting waiting_;
    std::string award_;  ///< what is on air while something waits for it
    std::optional<Milliseconds> asked_;
};

}  // namespace hall
