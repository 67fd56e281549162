#pragma once
/// The ground of every page. Pure, any thread.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/image.h"
#include "draw/drum.h"
#include "draw/shapes.h"
#include "draw/theme.h"

namespace hall {

/// A vertical gradient with a soft light in the middle and dark corners, dithered so that no projector shows bands;
/// nowhere lighter than the theme's centre, so that its contrasts hold wherever text stands. The ornament stands by the
/// part of the picture that is `stage_left` .. `stage_left + stage_width`, pixels.
class Backdrop {
public:
    Backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width);

    /// Paints `rows`, the picture's from its row `top` on. Opaque.
    void paint(Image& rows, int top) const;

private:
    struct Light {
        float red = 0, green = 0, blue = 0;
    };
    /// What depends on one axis only: the light's bell, and the squared distance from the middle (1 at the edge).
    struct Axis {
        std::vector<float> glow, away;
        Axis(int count, float middle, float reach);
    };
    /// The faint drum, and where its centre lies.
    struct Emblem {
        DrumFace face;
        int x, y;
        float strength;
    };
    static Light light(Colour colour);
    static Light mix(const Light& from, const Light& to, float t);
    static void blend(std::uint8_t* pixel, const Light& over, float amount, float by);
    void paint_ground(std::span<std::uint32_t> row, int y) const;
    void lay_tint(std::uint8_t* row, int y) const;
    void lay_emblem(std::uint8_t* row, int y) const;

    int width_, height_;
    Axis across_, down_;
    Light top_, bottom_, corner_, centre_, gold_;
    Colour tint_;
    std::optional<Emblem> emblem_;
};

/// All of it.
Image paint_backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width);

/// `picture` under the theme's bottom colour: `scrim` (0-1) of it, or as much more as the secondary ink needs for 7:1
/// over 98 of 100 pixels.
Image paint_brand(const Theme& theme, Image picture, float scrim);

}  // namespace hall
