#include "draw/colour.h"

#include <algorithm>
#include <cmath>

namespace hall {
namespace {

std::uint8_t to_byte(float value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

std::uint8_t between(std::uint8_t from, std::uint8_t to, float t) {
    const auto start = static_cast<float>(from);
    return to_byte(start + (static_cast<float>(to) - start) * t);
}

/// One channel in linear light, by WCAG's formula.
double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

Colour faded(Colour colour, float by) {
    colour.alpha = to_byte(static_cast<float>(colour.alpha) * std::clamp(by, 0.0F, 1.0F));
    return colour;
}

Colour mix(Colour from, Colour to, float t) {
    const float at = std::clamp(t, 0.0F, 1.0F);
    return {between(from.red, to.red, at), between(from.green, to.green, at), between(from.blue, to.blue, at),
            between(from.alpha, to.alpha, at)};
}

double relative_luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast_ratio(Colour one, Colour other) {
    const auto [darker, lighter] = std::minmax({relative_luminance(one), relative_luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace hall
