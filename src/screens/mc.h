#pragma once
/// The MC's page, never for the hall: what is to be read now, what comes, the time, and a line from the operator.
#include "draw/canvas.h"
#include "feed/snapshot.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

class Palette;

struct McInput {
    const Snapshot& snapshot;  ///< as it is shown
    const Rundown& rundown;
    const ShowState& state;
    Now now;
};

/// How far the MC stands from the page, in image heights (k).
inline constexpr float mc_distance = 4;

/// Draws the page into `viewport`, whose distance is the MC's own. Nobody whom the hall has not seen is named on it. It
/// changes with every second of the hall's clock.
PageRecord draw_mc(ImDrawList& list, Palette& palette, const Viewport& viewport, const McInput& input);

}  // namespace hall
