#pragma once
/// What the wall shows for a show state: the page on air, the one leaving, hold or black.
#include <cstddef>

#include "draw/canvas.h"
#include "feed/snapshot.h"
#include "screens/screen_input.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

class Palette;

struct ProgramInput {
    const Snapshot& snapshot;
    const Rundown& rundown;
    const ShowState& state;
    Now now;
    Motion motion = Motion::live;
};

/// Draws the program into `viewport`. An animated entry first lets the previous page fade out over the same backdrop;
/// back, jump and resume show the settled page at once. What lies over the page (overlays.h) is drawn here too.
PageRecord draw_program(ImDrawList& list, Palette& palette, const Viewport& viewport, const ProgramInput& input);

/// Draws a step settled, as it will look, with the notices of that moment: preview, snapshot and check.
PageRecord draw_settled(ImDrawList& list, Palette& palette, const Viewport& viewport, const Snapshot& snapshot,
                        const Step& step, Instant now);

}  // namespace hall
