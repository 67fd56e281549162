#include "draw/glyph_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hall {
namespace {

constexpr int opaque = 255;
constexpr float shadow_reach = 0.04F;  ///< em
constexpr int blur_passes = 3;         ///< box blurs in a row look like a Gaussian

/// Renderers blend in sRGB, where half-covered pixels of light text on a dark ground come out too dark and tone marks
/// too thin. Full linear light would be about 1/2.2 and makes the small sizes fat; this lies between.
constexpr float coverage_exponent = 1 / 1.4F;

std::uint8_t strengthened(std::uint8_t coverage) {
    static const auto table = [] {
        std::array<std::uint8_t, opaque + 1> values{};
        for (std::size_t at = 0; at < values.size(); ++at) {
            const float share = static_cast<float>(at) / opaque;
            values[at] = static_cast<std::uint8_t>(std::lround(std::pow(share, coverage_exponent) * opaque));
        }
        return values;
    }();
    return table[coverage];
}

void put(Image& image, int x, int y, Colour colour, std::uint8_t alpha) {
    std::uint8_t* const pixel = image.pixel(x, y);
    pixel[0] = colour.red;
    pixel[1] = colour.green;
    pixel[2] = colour.blue;
    pixel[3] = alpha;
}

/// `height` in cap heights above the baseline.
Colour gold_at(const Theme& theme, float height) {
    const float from_top = 2 * (1 - std::clamp(height, 0.0F, 1.0F));
    return from_top < 1 ? mix(theme.gold.top, theme.gold.middle, from_top)
                        : mix(theme.gold.middle, theme.gold.bottom, from_top - 1);
}

/// Running mean over 2 * radius + 1 values, along rows or columns.
void blur_line(std::vector<int>& values, std::size_t start, std::size_t step, int count, int radius) {
    std::vector<int> line(static_cast<std::size_t>(count));
    for (std::size_t at = 0; at < line.size(); ++at) line[at] = values[start + at * step];
    const int size = 2 * radius + 1;
    int sum = 0;
    for (int at = -radius; at < count + radius; ++at) {
        const int entering = at + radius;
        const int leaving = entering - size;
        if (entering < count) sum += line[static_cast<std::size_t>(entering)];
        if (leaving >= 0) sum -= line[static_cast<std::size_t>(leaving)];
        if (at >= 0 && at < count) values[start + static_cast<std::size_t>(at) * step] = sum / size;
    }
}

DrawnGlyph shadow_of(const GlyphMask& mask, float em) {
    const int radius = std::max(1, static_cast<int>(std::lround(em * shadow_reach / 2)));
    const int margin = radius * blur_passes;
    const int width = mask.width + 2 * margin;
    const int height = mask.height + 2 * margin;
    const auto columns = static_cast<std::size_t>(width);
    std::vector<int> alpha(columns * static_cast<std::size_t>(height), 0);
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            alpha[static_cast<std::size_t>(y + margin) * columns + static_cast<std::size_t>(x + margin)] =
                mask.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) +
                              static_cast<std::size_t>(x)];
    for (int pass = 0; pass < blur_passes; ++pass) {
        for (int y = 0; y < height; ++y) blur_line(alpha, static_cast<std::size_t>(y) * columns, 1, width, radius);
        for (int x = 0; x < width; ++x) blur_line(alpha, static_cast<std::size_t>(x), columns, height, radius);
    }
    DrawnGlyph drawn{Image(width, height), mask.left - margin, mask.top - margin};
    for (std::size_t at = 0; at < alpha.size(); ++at)
        drawn.image.rgba[at * 4 + 3] = static_cast<std::uint8_t>(std::clamp(alpha[at], 0, opaque));
    return drawn;
}

}  // namespace

DrawnGlyph draw_glyph(const GlyphMask& mask, GlyphStyle style, const Theme& theme, float em, float cap_height) {
    if (style == GlyphStyle::shadow) return shadow_of(mask, em);
    constexpr Colour white{opaque, opaque, opaque, opaque};
    constexpr float middle_of_pixel = 0.5F;
    DrawnGlyph drawn{Image(mask.width, mask.height), mask.left, mask.top};
    for (int y = 0; y < mask.height; ++y) {
        const float above = -(static_cast<float>(mask.top + y) + middle_of_pixel);
        const Colour colour = style == GlyphStyle::gold ? gold_at(theme, above / cap_height) : white;
        for (int x = 0; x < mask.width; ++x) {
            const auto at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x);
            put(drawn.image, x, y, colour, strengthened(mask.coverage[at]));
        }
    }
    return drawn;
}

}  // namespace hall
