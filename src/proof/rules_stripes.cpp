#include "proof/rules_stripes.h"

#include <algorithm>
#include <array>
#include <vector>

#include "proof/light.h"

namespace hall {
namespace {

constexpr float least_step = 0.03F;
constexpr std::size_t most_pairs = 5;
constexpr std::size_t most_rows = 8;  ///< of a list
constexpr double least_share = 0.25;  ///< of the picture
/// Light and dark stripes differ in width by no more than this factor; the gaps between the rows of a list are
/// narrower.
constexpr double likeness = 2;
constexpr int columns = 192, rows = 108;
constexpr int samples = 5;  ///< across a cell and down

using Series = std::vector<float>;

/// Of what no light is taken: it stands in a photograph.
constexpr float unseen = -1;

bool inside(const Box& picture, int x, int y) {
    const auto at_x = static_cast<float>(x), at_y = static_cast<float>(y);
    return at_x >= picture.x && at_x < picture.right() && at_y >= picture.y && at_y < picture.bottom();
}

/// Median luminance of each cell, row by row: finer lines than a cell are no stripes but ornament.
std::vector<Series> cells_of(const Image& image, const std::vector<Box>& pictures) {
    static const LinearLight light;
    const auto median_of = [&](int column, int row) {
        const int middle_x = (2 * column + 1) * image.width / (2 * columns);
        const int middle_y = (2 * row + 1) * image.height / (2 * rows);
        if (std::ranges::any_of(pictures, [&](const Box& box) { return inside(box, middle_x, middle_y); }))
            return unseen;
        std::array<float, std::size_t{samples} * samples> values{};
        for (int i = 0; i < samples * samples; ++i) {
            const int x = (column * samples + i % samples) * image.width / (columns * samples);
            const int y = (row * samples + i / samples) * image.height / (rows * samples);
            values[static_cast<std::size_t>(i)] = light.luminance(image.pixel(x, y));
        }
        const auto middle = values.begin() + values.size() / 2;
        std::ranges::nth_element(values, middle);
        return *middle;
    };
    std::vector<Series> cells(rows, Series(columns, 0));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = median_of(column, row);
    return cells;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

struct Stripes {
    double cells = 0;  ///< from the first to the last
    std::size_t pairs = 0;
};

/// Nothing where the line has too few for a pattern.
Stripes stripes_of(Series line) {
    std::erase(line, unseen);
    if (line.empty()) return {};
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
    if (edges.size() <= 2 * most_pairs + 1) return {};
    std::vector<double> odd, even;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) (i % 2 == 0 ? even : odd).push_back(edges[i + 1] - edges[i]);
    const double ratio = median(odd) / median(even);
    if (ratio > likeness || ratio < 1 / likeness) return {};
    return {edges.back() - edges.front(), edges.size() / 2};
}

}  // namespace

Findings stripe_findings(const Image& ground, const std::vector<Box>& pictures) {
    if (ground.empty()) return {};
    const std::vector<Series> cells = cells_of(ground, pictures);
    double across = 0, down = 0;
    double finer = 0;  ///< of `down`, what has more stripes than a list has rows
    for (const Series& row : cells) across += stripes_of(row).cells;
    for (std::size_t column = 0; column < columns; ++column) {
        Series line;
        for (const Series& row : cells) line.push_back(row[column]);
        const Stripes stripes = stripes_of(line);
        down += stripes.cells;
        if (stripes.pairs > most_rows) finer += stripes.cells;
    }
    constexpr double least = least_share * columns * rows;
    if (std::max(across, down) < least) return {};
    Finding finding = broken("F4", "Nền có nhiều vạch sáng tối xen kẽ, gây khó chịu cho mắt. Hãy đổi ảnh nền.",
                             "The ground has many light and dark stripes, which disturb the eye. Choose another "
                             "picture.");
    if (across < least && finer < least) finding.exempt = Exempt::list_rows;
    return {finding};
}

}  // namespace hall
