#include "proof/rules_stripes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "draw/colour.h"

namespace hall {
namespace {

constexpr float least_step = 0.03F;
constexpr std::size_t most_pairs = 5;
constexpr double least_share = 0.25;  ///< of the picture
constexpr double likeness = 3;        ///< light and dark stripes differ in width by no more than this factor
/// Finer lines than a cell are no stripes but ornament.
constexpr int columns = 128, rows = 72;

using Series = std::vector<float>;

/// Mean luminance of each cell, row by row.
std::vector<Series> cells_of(const Image& image) {
    std::array<float, 256> linear{};
    for (std::size_t value = 0; value < linear.size(); ++value) {
        const auto grey = static_cast<std::uint8_t>(value);
        linear[value] = static_cast<float>(relative_luminance({grey, grey, grey, 255}));
    }
    std::vector<Series> cells(rows, Series(columns, 0));
    std::vector<Series> counts = cells;
    for (int y = 0; y < image.height; ++y) {
        const auto row = static_cast<std::size_t>(y * rows / image.height);
        const std::uint8_t* pixel = image.pixel(0, y);
        for (int x = 0; x < image.width; ++x, pixel += 4) {
            const auto column = static_cast<std::size_t>(x * columns / image.width);
            cells[row][column] += 0.2126F * linear[pixel[0]] + 0.7152F * linear[pixel[1]] + 0.0722F * linear[pixel[2]];
            ++counts[row][column];
        }
    }
    for (std::size_t row = 0; row < cells.size(); ++row)
        for (std::size_t column = 0; column < cells[row].size(); ++column)
            if (counts[row][column] > 0) cells[row][column] /= counts[row][column];
    return cells;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// How many cells of the line lie between its first and last stripe; 0 where it has too few for a pattern.
double striped_cells(const Series& line) {
    std::vector<double> edges;  // alternately rising and falling
    float low = line.front(), high = line.front();
    int direction = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const float now = line[at];
        if ((direction <= 0 && now - low >= least_step) || (direction >= 0 && high - now >= least_step)) {
            direction = now - low >= least_step && direction <= 0 ? 1 : -1;
            edges.push_back(static_cast<double>(at));
            low = high = now;
        }
        low = std::min(low, now);
        high = std::max(high, now);
    }
    if (edges.size() <= 2 * most_pairs + 1) return 0;
    std::vector<double> odd, even;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) (i % 2 == 0 ? even : odd).push_back(edges[i + 1] - edges[i]);
    const double ratio = median(odd) / median(even);
    if (ratio > likeness || ratio < 1 / likeness) return 0;
    return edges.back() - edges.front();
}

}  // namespace

Findings stripe_findings(const Image& ground) {
    if (ground.empty()) return {};
    const std::vector<Series> cells = cells_of(ground);
    double across = 0, down = 0;
    for (const Series& row : cells) across += striped_cells(row);
    for (std::size_t column = 0; column < columns; ++column) {
        Series line;
        for (const Series& row : cells) line.push_back(row[column]);
        down += striped_cells(line);
    }
    if (std::max(across, down) < least_share * columns * rows) return {};
    return {broken("F4", "Nền có nhiều vạch sáng tối xen kẽ, gây khó chịu cho mắt. Hãy đổi ảnh nền.",
                   "The ground has many light and dark stripes, which disturb the eye. Choose another picture.")};
}

}  // namespace hall
