#pragma once
/// A short line to the operator in the corner of the hall's picture, small: only where there is nowhere else to say it.
#include <string>

#include "draw/canvas.h"

namespace hall {

void draw_hint(ImDrawList& list, Palette& palette, const Viewport& viewport, const std::string& text);

}  // namespace hall
