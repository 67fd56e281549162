#pragma once
/// A glyph's coverage made into pixels of a style.
#include "base/image.h"
#include "draw/fonts.h"
#include "draw/glyph_atlas.h"

namespace hall {

struct DrawnGlyph {
    Image image;
    int left = 0, top = 0;  ///< pixels from the pen on the baseline, y grows downwards
};

/// `em` and `cap_height` in pixels.
DrawnGlyph draw_glyph(const GlyphMask& mask, GlyphStyle style, const Theme& theme, float em, float cap_height);

}  // namespace hall
