#pragma once
/// Colours as the screen has them.
#include <cstdint>

namespace hall {

/// sRGB, straight alpha, 0-255.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), alpha};
}

/// `colour` with its alpha multiplied by `by` (0-1).
Colour faded(Colour colour, float by);
/// Linear interpolation in sRGB, t 0-1.
Colour mix(Colour from, Colour to, float t);
/// WCAG 2.x relative luminance, 0-1, of the opaque colour.
double relative_luminance(Colour colour);
/// WCAG 2.x contrast ratio, 1-21.
double contrast_ratio(Colour one, Colour other);

}  // namespace hall
