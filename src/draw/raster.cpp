#include "draw/raster.h"

#include <cmath>

#include "draw/pixels.h"

namespace hall {
namespace {

/// The side of a square picture for a shape of `radius`, with a free pixel around it.
int side_of(float radius) { return 2 * (static_cast<int>(std::ceil(radius)) + 1); }

/// Calls `distance(x, y)` at every pixel's centre, measured from the middle, and writes what the shape covers.
template <class Distance>
Image paint_shape(int width, int height, Colour colour, Distance distance) {
    if (width < 1 || height < 1) return {};
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const float from_middle_x = static_cast<float>(x) + 0.5F - static_cast<float>(width) / 2;
            const float from_middle_y = static_cast<float>(y) + 0.5F - static_cast<float>(height) / 2;
            write(image.pixel(x, y), colour, coverage(distance(from_middle_x, from_middle_y)));
        }
    }
    return image;
}

float segment_distance(float x, float y, float x0, float y0, float x1, float y1) {
    const float dx = x1 - x0;
    const float dy = y1 - y0;
    const float t = std::clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0.0F, 1.0F);
    return std::hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/// Cuts `image` by `distance` and draws the line that lies just inside its edge.
template <class Distance>
void cut_and_line(Image& image, float line, Colour colour, Distance distance) {
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const float from_edge = distance(static_cast<float>(x) + 0.5F - static_cast<float>(image.width) / 2,
                                             static_cast<float>(y) + 0.5F - static_cast<float>(image.height) / 2);
            if (from_edge < -line - 1) continue;
            std::uint8_t* pixel = image.pixel(x, y);
            lay_over(pixel, colour, coverage(-line - from_edge));
            pixel[3] = byte_of(static_cast<float>(pixel[3]) * coverage(from_edge));
        }
    }
}

}  // namespace

Image paint_disc(float radius, Colour colour) {
    if (!(radius > 0)) return {};
    const int side = side_of(radius);
    return paint_shape(side, side, colour, [radius](float x, float y) { return std::hypot(x, y) - radius; });
}

Image paint_diamond(float radius, Colour colour) {
    if (!(radius > 0)) return {};
    const int side = side_of(radius);
    constexpr float root_half = 0.70710678F;
    return paint_shape(side, side, colour,
                       [radius](float x, float y) { return (std::abs(x) + std::abs(y) - radius) * root_half; });
}

Image paint_fading_rule(int width, int height, Colour colour, Fading fading) {
    if (width < 1 || height < 1) return {};
    Image image(width, height);
    for (int x = 0; x < width; ++x) {
        const float t = (static_cast<float>(x) + 0.5F) / static_cast<float>(width);
        const float strength = smooth(0, 1, fading == Fading::left ? t : 1 - t);
        for (int y = 0; y < height; ++y) write(image.pixel(x, y), colour, strength);
    }
    return image;
}

Image paint_tick(int size, Colour colour) {
    const auto s = static_cast<float>(size);
    const float stroke = 0.075F * s;
    return paint_shape(size, size, colour, [s, stroke](float x, float y) {
        const float down = segment_distance(x, y, -0.34F * s, 0.03F * s, -0.1F * s, 0.27F * s);
        const float up = segment_distance(x, y, -0.1F * s, 0.27F * s, 0.36F * s, -0.26F * s);
        return std::min(down, up) - stroke;
    });
}

void mask_circle(Image& image, float ring, Colour colour) {
    const float radius = static_cast<float>(std::min(image.width, image.height)) / 2 - 0.5F;
    cut_and_line(image, ring, colour, [radius](float x, float y) { return std::hypot(x, y) - radius; });
}

void mask_rounded(Image& image, float radius, float ring, Colour colour) {
    const float half_w = static_cast<float>(image.width) / 2;
    const float half_h = static_cast<float>(image.height) / 2;
    cut_and_line(image, ring, colour, [=](float x, float y) { return rounded_distance(x, y, half_w, half_h, radius); });
}

}  // namespace hall
