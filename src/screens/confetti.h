#pragma once
/// Slips of gold paper that fall when a name is revealed; only where the feed asks for them.
#include "draw/canvas.h"

namespace hall {

/// How long they fall, from `Canvas::on_air_for` 0.
inline constexpr Seconds confetti_time{2.5};

/// Draws the slips of this moment, none over a text that is there already; nothing where entrances are not full or
/// they have fallen. At most 120, each under 0.3 % of the picture (look.md 1.3, F3), always the same ones.
void draw_confetti(Canvas& canvas);

}  // namespace hall
