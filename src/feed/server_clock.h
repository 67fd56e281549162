#pragma once
/// The server's clock by the Date of its answers: whole seconds each, but many answers together know it better.
/// Room-private.
#include <optional>

#include "base/time.h"

namespace hall {

/// Told in terms of the steady clock, so that a step of this machine's own clock changes nothing.
class ServerClock {
public:
    /// `sent`, `received`: steady times around the request; the server wrote `date` in between.
    void measure(Milliseconds sent, Milliseconds received, Instant date);
    /// The server's time since 1970 minus the steady time; nothing before the first answer.
    std::optional<Milliseconds> ahead() const;

private:
    std::optional<Milliseconds> least_, most_;
};

}  // namespace hall
