#pragma once
/// A picture in memory.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hall {

/// Rows from the top, 4 bytes a pixel: red, green, blue, alpha (straight, not premultiplied), sRGB.
struct Image {
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    std::vector<std::uint8_t> rgba;

    Image() = default;
    Image(int w, int h) : width(w), height(h), rgba(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4, 0) {}

    bool empty() const { return rgba.empty(); }
    std::uint8_t* pixel(int x, int y) {
        return rgba.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    }
    const std::uint8_t* pixel(int x, int y) const { return const_cast<Image*>(this)->pixel(x, y); }
};

}  // namespace hall
