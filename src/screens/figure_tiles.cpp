#include "screens/figure_tiles.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "screens/content_page.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float tile_gap = 2.8F;
constexpr float tallest_tile = 42;
constexpr float tile_padding = 2.8F;
constexpr float tile_bar = 0.6F;
constexpr float unit_gap = 1.6F;
constexpr float label_gap = 4.6F;
constexpr float least_gap = 0.8F;  ///< between ink and ink

enum class UnitPlace {
    beside,
    below,
    in_label,
};

/// From roomy to dense; the first that fits all the page's figures is taken.
struct TileDensity {
    Type value;
    UnitPlace place;
    Type label;
    int lines;
    float space = 1;  ///< of paddings and gaps
};
constexpr TileDensity tile_densities[] = {
    {Type::hero, UnitPlace::beside, Type::body, 2},         {Type::hero, UnitPlace::below, Type::body, 2},
    {Type::title, UnitPlace::beside, Type::body, 3},        {Type::title, UnitPlace::below, Type::body, 3},
    {Type::title, UnitPlace::below, Type::meta, 3},         {Type::title, UnitPlace::below, Type::meta, 4, 0.5F},
    {Type::title, UnitPlace::in_label, Type::meta, 6, 0.4F}};

Tile tile_of(Canvas& canvas, const Figure& figure, float width, const TileDensity& density, float scale) {
    const float gap = canvas.unit(label_gap) * density.space;
    Tile tile;
    tile.value = canvas.fit(figure.value, {.type = density.value, .finish = Finish::gold}, width, 1, scale);
    TextBlock unit;
    if (density.place == UnitPlace::beside) {
        const float room = width - tile.value.width - canvas.unit(unit_gap);
        tile.unit = canvas.fit(figure.unit, {.type = Type::body_strong, .ink = Ink::accent}, room);
    } else if (density.place == UnitPlace::below) {
        const TextStyle style{.type = Type::body_strong, .ink = Ink::accent, .align = Align::centre};
        unit = canvas.fit(figure.unit, style, width);
    }
    const bool told = density.place == UnitPlace::in_label;
    TextBlock label = canvas.fit(told ? joined(figure.unit, " – ", figure.label) : figure.label,
                                 {.type = density.label, .align = Align::centre}, width, density.lines);
    const float above = unit.empty() ? label.ink_above() : unit.ink_above();
    tile.rest_above = above;
    tile.rest.add(std::move(unit), 0);
    tile.rest.add(std::move(label), gap);
    const float marks = std::max(tile.value.ink_below(), tile.unit.ink_below()) + above;
    tile.gap = std::max(gap, marks + canvas.unit(least_gap));
    return tile;
}

CellLimits tile_limits(const Canvas& canvas, std::size_t count) {
    std::size_t columns = count <= 3 ? std::max<std::size_t>(count, 1) : count == 4 || canvas.narrow() ? 2 : 3;
    if (canvas.portrait()) columns = count <= 3 ? 1 : 2;
    return {columns, canvas.unit(tile_gap), canvas.unit(tile_gap), canvas.unit(tallest_tile)};
}

/// `tallest`: of its row, so that the numbers of a row stand on one line.
void draw_tile(Canvas& canvas, const Box& box, const Tile& tile, float tallest) {
    canvas.panel(box, Panel::card);
    const float padding = canvas.unit(tile_padding);
    canvas.bar({box.x + padding, box.y, box.w - 2 * padding, canvas.unit(tile_bar)}, Ink::accent);
    const float gap = tile.unit.empty() ? 0 : canvas.unit(unit_gap);
    const float left = box.centre_x() - (tile.value.width + gap + tile.unit.width) / 2;
    const float baseline = box.centre_y() - tallest / 2 + tile.value.ink_above() + tile.value.cap_height;
    canvas.put(tile.value, left, baseline);
    canvas.put(tile.unit, left + tile.value.width + gap, baseline);
    tile.rest.put(canvas, box.centre_x(), baseline + tile.gap);
}

}  // namespace

float Tile::height() const {
    const float below = rest.empty() ? value.ink_below() : gap + rest.ink_height() - rest_above;
    return value.ink_above() + value.height() + below;
}

Tiles tiles_in(Canvas& canvas, const Box& area, const std::vector<Figure>& figures, Units units) {
    const CellLimits limits = tile_limits(canvas, figures.size());
    Tiles made;
    for (const TileDensity& density : tile_densities) {
        if ((density.place == UnitPlace::in_label) != (units == Units::in_label)) continue;
        made = {};
        made.columns = limits.columns;
        const float padding = 2 * canvas.unit(tile_padding) * density.space;
        const float width = limits.cell_width(area) - padding;
        // Numbers of one size: none is more important than another.
        const float scale = even_scale(
            canvas, figures.size(), [&](std::size_t i) { return std::string_view(figures[i].value); },
            {.type = density.value}, width);
        std::vector<float> heights;
        for (const Figure& figure : figures) {
            made.tiles.push_back(tile_of(canvas, figure, width, density, scale));
            const Tile& tile = made.tiles.back();
            heights.push_back(tile.height() + padding);
            made.fit = made.fit && tile.value.fits && tile.unit.fits && tile.rest.fits();
        }
        made.cells = cells_in(area, heights, limits);
        made.fit = made.fit && made.cells.fit;
        if (made.fit) break;
    }
    return made;
}

void draw_tiles(Canvas& canvas, const Box& area, const Tiles& tiles) {
    const std::size_t count = tiles.tiles.size();
    if (count == 0) return;
    const float down = std::max(0.0F, area.bottom() - tiles.cells.boxes.back().bottom()) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i, count));
        const std::size_t first = i / tiles.columns * tiles.columns;
        const std::size_t end = std::min(first + tiles.columns, count);
        float tallest = 0;
        for (std::size_t beside = first; beside < end; ++beside)
            tallest = std::max(tallest, tiles.tiles[beside].height());
        Box box = tiles.cells.boxes[i];
        // A last row that is not full stands in the middle.
        const auto missing = static_cast<float>(first + tiles.columns - end);
        box.x += missing * (box.w + canvas.unit(tile_gap)) / 2;
        box.y += down;
        draw_tile(canvas, box, tiles.tiles[i], tallest);
    }
}

}  // namespace hall
