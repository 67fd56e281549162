#pragma once
/// What the two pages of a speech share: the speaker alone, and the speaker with points. Boxes in pixels.
/// Thread: render thread.
#include "conference/conference.h"
#include "draw/canvas.h"
#include "show/step.h"

namespace hall {

inline constexpr float speech_photo_gap = 5;  ///< units of the type base

/// The speaker's photo, upright and framed, at the left of `area`.
void draw_tall_photo(Canvas& canvas, const Box& area, const Image* photo);
/// What that leaves of `area` for text.
Box beside_tall_photo(const Canvas& canvas, const Box& area);

/// Everything but the backdrop. `photo` may be null.
void draw_speech_points(Canvas& canvas, const Speech& speech, const Image* photo, const Box& area, const Page& page);

}  // namespace hall
