#include "draw/backdrop.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/bands.h"
#include "draw/pixels.h"

namespace hall {
namespace {

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

Backdrop::Axis::Axis(int count, float middle, float reach) {
    for (int i = 0; i < count; ++i) {
        const float at = (static_cast<float>(i) + 0.5F) / static_cast<float>(count);
        const float off = (at - middle) / reach;
        glow.push_back(std::exp(-off * off));
        away.push_back((2 * at - 1) * (2 * at - 1));
    }
}

Backdrop::Light Backdrop::light(Colour colour) {
    return {static_cast<float>(colour.red), static_cast<float>(colour.green), static_cast<float>(colour.blue)};
}

inline Backdrop::Light Backdrop::mix(const Light& from, const Light& to, float t) {
    return {from.red + (to.red - from.red) * t, from.green + (to.green - from.green) * t,
            from.blue + (to.blue - from.blue) * t};
}

Backdrop::Backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width)
    : width_(width),
      height_(height),
      across_(width, 0.5F, 0.42F),
      down_(height, 0.36F, 0.42F),
      top_(light(theme.top)),
      bottom_(light(theme.bottom)),
      corner_(light(theme.corner)),
      // Under the ornament the light is weaker, so that both together stay within the bound.
      centre_(ornament == Ornament::none ? light(theme.centre) : mix(top_, light(theme.centre), 0.25F)),
      gold_(light(theme.ornament.middle)),
      tint_(theme.tint) {
    if (ornament == Ornament::none) return;
    const int base = std::min(height, stage_width);
    const bool right = ornament == Ornament::right;
    const int x = right ? stage_left + stage_width - base * 18 / 100 : stage_left + stage_width / 2;
    const int y = right ? height * 30 / 100 : height / 2;
    emblem_.emplace(Emblem{DrumFace(static_cast<float>(base) * (right ? 0.6F : 0.47F)), x, y, theme.drum});
}

/// `amount` (0-1) of the light laid over a pixel; `by` is the pixel's threshold.
inline void Backdrop::blend(std::uint8_t* pixel, const Light& over, float amount, float by) {
    const auto channel = [&](std::uint8_t& below, float above) {
        const auto under = static_cast<float>(below);
        below = static_cast<std::uint8_t>(under + (above - under) * amount + by);
    };
    channel(pixel[0], over.red);
    channel(pixel[1], over.green);
    channel(pixel[2], over.blue);
}

HALL_WIDE void Backdrop::paint_ground(std::span<std::uint32_t> row, int y) const {
    const float t = (static_cast<float>(y) + 0.5F) / static_cast<float>(height_);
    const Light ground = mix(top_, bottom_, smooth(0.15F, 1.0F, t));
    const Light centre = centre_, corner = corner_;
    const float glow_y = down_.glow[static_cast<std::size_t>(y)];
    const float away_y = down_.away[static_cast<std::size_t>(y)];
    const float* const glow = across_.glow.data();
    const float* const away = across_.away.data();
    std::uint32_t* const words = row.data();
    const int columns = width_;  // the words could lie over it, for all that the compiler knows
    for (int x = 0; x < columns; ++x) {
        const float dark = 0.88F * smooth(0.45F, 2.0F, away[x] + away_y);
        const Light shade = mix(mix(ground, centre, glow[x] * glow_y), corner, dark);
        words[x] = word_of(shade.red, shade.green, shade.blue, 255, threshold(x, y));
    }
}

/// A breath of colour from the upper right corner, gone at three quarters of the picture's height.
void Backdrop::lay_tint(std::uint8_t* row, int y) const {
    const float reach = static_cast<float>(height_) * 0.75F;
    if (tint_.alpha == 0 || y >= static_cast<int>(reach)) return;
    const Light colour = light(tint_);
    for (int x = std::max(0, width_ - static_cast<int>(reach)); x < width_; ++x) {
        const float away = std::hypot(static_cast<float>(width_ - x), static_cast<float>(y)) / reach;
        if (away >= 1) continue;
        const float amount = static_cast<float>(tint_.alpha) / 255 * (1 - smooth(0, 1, away));
        blend(row + static_cast<std::ptrdiff_t>(x) * 4, colour, amount, threshold(x, y));
    }
}

void Backdrop::lay_emblem(std::uint8_t* row, int y) const {
    const int reach = emblem_ ? emblem_->face.reach() : 0;
    if (!emblem_ || y < emblem_->y - reach || y >= emblem_->y + reach) return;
    const auto lay = [&](int x, std::uint8_t covers) {
        if (x < 0 || x >= width_) return;
        const float amount = static_cast<float>(covers) / 255 * emblem_->strength;
        blend(row + static_cast<std::ptrdiff_t>(x) * 4, gold_, amount, threshold(x, y));
    };
    const std::uint8_t* const face = emblem_->face.row(y < emblem_->y ? emblem_->y - 1 - y : y - emblem_->y);
    for (int column = 0; column < reach; ++column) {
        std::uint64_t eight = 1;  // most of the face is bare
        if (column + 8 <= reach) std::memcpy(&eight, face + column, sizeof eight);
        if (eight == 0) {
            column += 7;
        } else if (face[column] != 0) {
            lay(emblem_->x - 1 - column, face[column]);
            lay(emblem_->x + column, face[column]);
        }
    }
}

void Backdrop::paint(Image& rows, int top) const {
    in_bands(rows.height, [&](int first, int last) {
        std::vector<std::uint32_t> words(static_cast<std::size_t>(width_));
        for (int row = first; row < last; ++row) {
            std::uint8_t* const pixels = rows.pixel(0, row);
            paint_ground(words, top + row);
            std::memcpy(pixels, words.data(), words.size() * sizeof(std::uint32_t));
            lay_tint(pixels, top + row);
            lay_emblem(pixels, top + row);
        }
    });
}

Image paint_backdrop(const Theme& theme, int width, int height, Ornament ornament, int stage_left, int stage_width) {
    if (width < 1 || height < 1) return {};
    Image image(width, height);
    Backdrop(theme, width, height, ornament, stage_left, stage_width).paint(image, 0);
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
