#pragma once
/// The ground of every page. Pure, any thread.
#include "base/image.h"
#include "draw/shapes.h"
#include "draw/theme.h"

namespace hall {

/// A vertical gradient with a soft light in the middle and dark corners, dithered so that no projector shows bands;
/// nowhere lighter than the theme's centre, so that its contrasts hold wherever text stands. The ornament stands by the
/// part of the picture that is `stage_left` .. `stage_left + stage_width`, pixels.
Image paint_backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width);

/// `picture` under the theme's bottom colour: `scrim` (0-1) of it, or as much more as the secondary ink needs for 7:1
/// over 98 of 100 pixels.
Image paint_brand(const Theme& theme, Image picture, float scrim);

}  // namespace hall
