#pragma once
/// Small shapes painted on the CPU with exact edges (signed distances), the same pixels on every renderer.
/// Pure, any thread. Lengths in pixels; an empty picture for a size below one.
#include "base/image.h"
#include "draw/colour.h"
#include "draw/shapes.h"
#include "draw/texture_host.h"
#include "draw/theme.h"

namespace hall {

/// Room on every side that the shadow of a panel takes; `unit` is one percent of the type base.
int panel_margin(Panel kind, float unit);
/// Paints the rows of a panel's picture, which are clear: `width` x `height` is the panel, and it has the margin around
/// it.
PaintRows panel_rows(const Theme& theme, Panel kind, int width, int height, float unit);
/// All of it.
Image paint_panel(const Theme& theme, Panel kind, int width, int height, float unit);
Image paint_disc(float radius, Colour colour);
/// Stands on its corner; `radius` from the middle to a corner.
Image paint_diamond(float radius, Colour colour);
enum class Fading { left, right };
/// A line of `height` pixels, full at one end and fading to nothing at the other.
Image paint_fading_rule(int width, int height, Colour colour, Fading fading);
/// A drawn check mark in a square of `size`.
Image paint_tick(int size, Colour colour);
/// Cuts the picture to the circle it holds and lays a ring of `ring` pixels on its edge.
void mask_circle(Image& image, float ring, Colour colour);
/// Rounds the picture's corners and lays a hairline of `ring` pixels on its edge.
void mask_rounded(Image& image, float radius, float ring, Colour colour);

}  // namespace hall
