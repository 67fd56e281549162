#pragma once
/// All that a screen may know. Screens are pure functions of it: no clock, no I/O, no state of their own.
#include "base/time.h"
#include "conference/conference.h"
#include "feed/snapshot.h"
#include "show/step.h"

namespace hall {

/// Whether a picture shows what is on its way.
enum class Motion {
    live,     ///< what is new comes in
    settled,  ///< everything as it will look
};

struct ScreenInput {
    const Conference& conference;
    const Pictures& pictures;
    const Step& step;
    Instant now;  ///< wall clock
};

}  // namespace hall
