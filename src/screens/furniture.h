#pragma once
/// What the screens share: safe areas, page heads, chips. Boxes and lengths in pixels. Thread: render thread.
#include <string_view>

#include "draw/canvas.h"
#include "screens/screen_input.h"

namespace hall {

/// Where text may stand: 5 % from every edge of the picture, right of the flags' reserve, and inside a frame above what
/// is kept free at the bottom.
Box safe_area(const Canvas& canvas);
/// The safe area under `header`: at 16:9 the rows y 19-95 %, or down to just above what is kept free.
Box content_area(const Canvas& canvas);

/// Label left, something right (page mark, clock), hairline below. Call after the backdrop.
void header(Canvas& canvas, std::string_view label, std::string_view right = {}, Type right_type = Type::meta);

/// The head of a ceremonial page: backdrop, frame, label, ground, ornament rule. Returns what is left below it.
Box ceremony_head(Canvas& canvas, std::string_view label, std::string_view ground);

/// A plate or ring around one line of label type, vertically centred on `centre_y`. `x` is its left end, or its right
/// end where `align` is Align::right. Returns the chip's box.
Box chip(Canvas& canvas, float x, float centre_y, std::string_view text, Panel kind, Align align = Align::left);

/// For text on Panel::urgent: white, or what the theme has next to it, since that plate is dark in every theme.
Ink lightest(const Theme& theme);

/// Null where the step names none, or one that is not there.
const Award* award_of(const ScreenInput& input);
const Image* picture_of(const ScreenInput& input, const PictureRef& reference);

}  // namespace hall
