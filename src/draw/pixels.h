#pragma once
/// What the painters of this room share: coverage from distances, and laying one colour over another.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "draw/colour.h"

/// Before a function whose loop is worth it: compiled for wider registers too, and whichever the processor has is
/// taken. No result differs. (A sanitizer's runtime is not there yet when that is decided.)
#if defined(__x86_64__) && !defined(HALL_SANITIZED)
#define HALL_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define HALL_WIDE
#endif

namespace hall {

/// How much of a pixel lies inside an edge at signed `distance` (negative inside), pixels.
inline float coverage(float distance) { return std::clamp(0.5F - distance, 0.0F, 1.0F); }

/// Distance to a rounded rectangle centred on the origin, half sizes `half_w`, `half_h`.
inline float rounded_distance(float x, float y, float half_w, float half_h, float radius) {
    const float dx = std::abs(x) - half_w + radius;
    const float dy = std::abs(y) - half_h + radius;
    if (dx <= 0 || dy <= 0) return std::max(dx, dy) - radius;  // but in the corners
    return std::hypot(dx, dy) - radius;
}

inline float smooth(float from, float to, float value) {
    const float along = (value - from) / (to - from);
    const float t = along < 0 ? 0 : along > 1 ? 1 : along;  // not std::clamp: it keeps loops from being vectorised
    return t * t * (3 - 2 * t);
}

/// 0-1, evenly spread and without lumps (interleaved gradient noise): the part of a step that a pixel rounds up by.
inline float threshold(int x, int y) {
    const float inner = 0.06711056F * static_cast<float>(x) + 0.00583715F * static_cast<float>(y);
    const float outer = 52.9829189F * (inner - static_cast<float>(static_cast<int>(inner)));
    return outer - static_cast<float>(static_cast<int>(outer));
}

/// A pixel as its four bytes lie in memory; every channel is rounded up by `by` of a step. As a word, so that the
/// compiler can make many at a time.
inline std::uint32_t word_of(float red, float green, float blue, std::uint8_t alpha, float by) {
    static_assert(std::endian::native == std::endian::little);
    const auto channel = [by](float value) {
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(value + by));
    };
    return channel(red) | channel(green) << 8U | channel(blue) << 16U | static_cast<std::uint32_t>(alpha) << 24U;
}

inline std::uint8_t byte_of(float value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F); }

inline void write(std::uint8_t* pixel, Colour colour, float amount = 1) {
    pixel[0] = colour.red;
    pixel[1] = colour.green;
    pixel[2] = colour.blue;
    pixel[3] = byte_of(static_cast<float>(colour.alpha) * amount);
}

/// `colour`, with its alpha multiplied by `amount`, laid over `pixel` (both straight alpha).
inline void lay_over(std::uint8_t* pixel, Colour colour, float amount) {
    const float over = static_cast<float>(colour.alpha) / 255 * amount;
    if (over <= 0) return;
    const float under = static_cast<float>(pixel[3]) / 255 * (1 - over);
    const float alpha = over + under;
    const auto blend = [&](std::uint8_t below, std::uint8_t above) {
        return byte_of((static_cast<float>(above) * over + static_cast<float>(below) * under) / alpha);
    };
    pixel[0] = blend(pixel[0], colour.red);
    pixel[1] = blend(pixel[1], colour.green);
    pixel[2] = blend(pixel[2], colour.blue);
    pixel[3] = byte_of(alpha * 255);
}

}  // namespace hall
