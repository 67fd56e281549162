#include "proof/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "draw/resample.h"

namespace hall {
namespace {

// Pixels.
constexpr int largest_cell = 640;
constexpr int smallest_cell = 240;
constexpr int sheet_width = 2880;
constexpr int gap = 16;
constexpr std::uint8_t ground = 0x26;  ///< dark grey: neither a dark theme nor a light one runs into it
constexpr std::uint8_t opaque = 0xFF;
constexpr int bytes_per_pixel = 4;

Image shrunk(const Image& page, int width) {
    if (page.width == width) return page;
    const int height =
        std::max(1, static_cast<int>(std::lround(static_cast<double>(page.height) * width / page.width)));
    return resample(page, whole(page), width, height);
}

void lay(const Image& page, Image& sheet, int x, int y) {
    for (int row = 0; row < page.height; ++row)
        std::memcpy(sheet.pixel(x, y + row), page.pixel(0, row),
                    static_cast<std::size_t>(page.width) * bytes_per_pixel);
}

}  // namespace

void ContactSheet::add(const Image& page) {
    if (page.empty()) return;
    pages_.push_back(shrunk(page, std::min(page.width, largest_cell)));
}

Image ContactSheet::picture() const {
    if (pages_.empty()) return {};
    const int columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(pages_.size()))));
    const int rows = (static_cast<int>(pages_.size()) + columns - 1) / columns;
    const int most = std::clamp(sheet_width / columns - gap, smallest_cell, largest_cell);
    std::vector<Image> cells;
    for (const Image& page : pages_) cells.push_back(shrunk(page, std::min(page.width, most)));
    const int cell_width = std::ranges::max(cells, {}, &Image::width).width;
    const int cell_height = std::ranges::max(cells, {}, &Image::height).height;
    Image sheet(gap + columns * (cell_width + gap), gap + rows * (cell_height + gap));
    for (std::size_t at = 0; at < sheet.rgba.size(); ++at) sheet.rgba[at] = at % bytes_per_pixel == 3 ? opaque : ground;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
        lay(cells[i], sheet, gap + column * (cell_width + gap), gap + row * (cell_height + gap));
    }
    return sheet;
}

}  // namespace hall
