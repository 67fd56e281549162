#include "draw/backdrop.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/bands.h"
#include "draw/drum.h"
#include "draw/pixels.h"

namespace hall {
namespace {

struct Light {
    float red = 0, green = 0, blue = 0;
};

Light light(Colour c) { return {static_cast<float>(c.red), static_cast<float>(c.green), static_cast<float>(c.blue)}; }

Light mix_light(const Light& from, const Light& to, float t) {
    return {from.red + (to.red - from.red) * t, from.green + (to.green - from.green) * t,
            from.blue + (to.blue - from.blue) * t};
}

std::uint8_t dithered(float value, float by) { return static_cast<std::uint8_t>(value + by); }

/// `amount` (0-1) of the light laid over a pixel; `by` is the pixel's threshold.
void blend(std::uint8_t* pixel, const Light& over, float amount, float by) {
    const auto channel = [&](std::uint8_t& below, float above) {
        below = dithered(static_cast<float>(below) + (above - static_cast<float>(below)) * amount, by);
    };
    channel(pixel[0], over.red);
    channel(pixel[1], over.green);
    channel(pixel[2], over.blue);
}

/// The faint drum, and where its centre lies.
struct Emblem {
    DrumFace face;
    int x, y;
    float strength;
};

void lay_emblem(Image& image, const Emblem& emblem, Colour colour) {
    const int reach = emblem.face.reach();
    const Light gold = light(colour);
    const auto lay = [&](int x, int y, std::uint8_t covers) {
        if (x < 0 || x >= image.width) return;
        const float amount = static_cast<float>(covers) / 255 * emblem.strength;
        blend(image.pixel(x, y), gold, amount, threshold(x, y));
    };
    const auto lay_row = [&](int y) {
        const std::uint8_t* const row = emblem.face.row(y < emblem.y ? emblem.y - 1 - y : y - emblem.y);
        for (int column = 0; column < reach; ++column) {
            std::uint64_t eight = 1;  // most of the face is bare
            if (column + 8 <= reach) std::memcpy(&eight, row + column, sizeof eight);
            if (eight == 0) {
                column += 7;
            } else if (row[column] != 0) {
                lay(emblem.x - 1 - column, y, row[column]);
                lay(emblem.x + column, y, row[column]);
            }
        }
    };
    const int top = std::max(0, emblem.y - reach), bottom = std::min(image.height, emblem.y + reach);
    in_bands(std::max(0, bottom - top), [&](int first, int last) {
        for (int y = top + first; y < top + last; ++y) lay_row(y);
    });
}

/// A breath of colour from the upper right corner, gone at three quarters of the picture's height.
void lay_tint(Image& image, Colour tint) {
    const Light colour = light(tint);
    const float reach = static_cast<float>(image.height) * 0.75F;
    const int left = std::max(0, image.width - static_cast<int>(reach));
    for (int y = 0; y < std::min(image.height, static_cast<int>(reach)); ++y) {
        for (int x = left; x < image.width; ++x) {
            const float away = std::hypot(static_cast<float>(image.width - x), static_cast<float>(y)) / reach;
            if (away >= 1) continue;
            const float amount = static_cast<float>(tint.alpha) / 255 * (1 - smooth(0, 1, away));
            blend(image.pixel(x, y), colour, amount, threshold(x, y));
        }
    }
}

/// What depends on one axis only: the light's bell, and the squared distance from the middle (1 at the edge).
struct Axis {
    std::vector<float> glow, away;
};

Axis axis_of(int count, float middle, float reach) {
    Axis axis;
    for (int i = 0; i < count; ++i) {
        const float at = (static_cast<float>(i) + 0.5F) / static_cast<float>(count);
        const float off = (at - middle) / reach;
        axis.glow.push_back(std::exp(-off * off));
        axis.away.push_back((2 * at - 1) * (2 * at - 1));
    }
    return axis;
}

/// The colour that all but two of a hundred pixels are darker (on a dark ground) or lighter than.
Colour hardest_pixel(const Image& picture, Ground ground) {
    struct Seen {
        double luminance;
        Colour colour;
    };
    std::vector<Seen> seen;
    constexpr std::size_t samples = 20'000;
    const std::size_t pixels = picture.rgba.size() / 4;
    const std::size_t stride = std::max<std::size_t>(1, pixels / samples);
    for (std::size_t at = 0; at < pixels; at += stride) {
        const std::uint8_t* pixel = &picture.rgba[at * 4];
        const Colour colour{pixel[0], pixel[1], pixel[2], 255};
        seen.push_back({relative_luminance(colour), colour});
    }
    if (seen.empty()) return {};
    const std::size_t rank = seen.size() * (ground == Ground::dark ? 98 : 2) / 100;
    const auto place = seen.begin() + static_cast<std::ptrdiff_t>(std::min(rank, seen.size() - 1));
    std::nth_element(seen.begin(), place, seen.end(),
                     [](const Seen& one, const Seen& other) { return one.luminance < other.luminance; });
    return place->colour;
}

}  // namespace

Image paint_backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width) {
    if (width < 1 || height < 1) return {};
    Image image(width, height);
    const Axis across = axis_of(width, 0.5F, 0.42F);
    const Axis down = axis_of(height, 0.36F, 0.42F);
    const Light top = light(theme.top);
    const Light bottom = light(theme.bottom);
    const Light corner = light(theme.corner);
    // Under the ornament the light is weaker, so that both together stay within the bound.
    const Light centre = ornament == Ornament::none ? light(theme.centre) : mix_light(top, light(theme.centre), 0.25F);
    const auto paint_row = [&](int y, std::vector<std::uint32_t>& row) {
        const float t = (static_cast<float>(y) + 0.5F) / static_cast<float>(height);
        const Light ground = mix_light(top, bottom, smooth(0.15F, 1.0F, t));
        const float glow_y = down.glow[static_cast<std::size_t>(y)];
        const float away_y = down.away[static_cast<std::size_t>(y)];
        const float* const glow = across.glow.data();
        const float* const away = across.away.data();
        std::uint32_t* const words = row.data();
        const int columns = width;  // the words could lie over it, for all that the compiler knows
        for (int x = 0; x < columns; ++x) {
            const float dark = 0.88F * smooth(0.45F, 2.0F, away[x] + away_y);
            const Light shade = mix_light(mix_light(ground, centre, glow[x] * glow_y), corner, dark);
            words[x] = word_of(shade.red, shade.green, shade.blue, 255, threshold(x, y));
        }
        std::memcpy(image.pixel(0, y), words, row.size() * sizeof(std::uint32_t));
    };
    in_bands(height, [&](int first, int last) {
        std::vector<std::uint32_t> row(static_cast<std::size_t>(width));
        for (int y = first; y < last; ++y) paint_row(y, row);
    });
    if (theme.tint.alpha > 0) lay_tint(image, theme.tint);
    if (ornament == Ornament::none) return image;
    const int base = std::min(height, stage_width);
    const bool right = ornament == Ornament::right;
    const int x = right ? stage_left + stage_width - base * 18 / 100 : stage_left + stage_width / 2;
    const int y = right ? height * 30 / 100 : height / 2;
    lay_emblem(image, {DrumFace(static_cast<float>(base) * (right ? 0.6F : 0.47F)), x, y, theme.drum},
               theme.ornament.middle);
    return image;
}

Image paint_brand(const Theme& theme, Image picture, float scrim) {
    constexpr double least_contrast = 7.2;  // a little in hand for rounding
    constexpr float step = 0.02F;
    const Colour worst = hardest_pixel(picture, theme.ground);
    const auto under = [&](float amount) { return mix(worst, theme.bottom, amount); };
    while (scrim < 1 && contrast_ratio(theme.ink(Ink::secondary), under(scrim)) < least_contrast)
        scrim = std::min(1.0F, scrim + step);
    Colour veil = theme.bottom;
    veil.alpha = 255;
    for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4) {
        std::uint8_t* pixel = &picture.rgba[at];
        lay_over(pixel, veil, pixel[3] == 255 ? scrim : 1.0F);
        pixel[3] = 255;
    }
    return picture;
}

}  // namespace hall
