#pragma once
/// Up to six figures as tiles: the number large, its unit beside or below it, what it counts under it. Lengths in
/// pixels. Thread: render thread.
#include <vector>

#include "conference/conference.h"
#include "screens/text_column.h"

namespace hall {

struct Tile {
    TextBlock value;
    TextBlock unit;  ///< empty where it stands below, in `rest`
    TextColumn rest;
    float rest_above = 0;  ///< ink of the rest above its first cap top
    float gap = 0;         ///< from the value's baseline to the rest's first cap top

    float height() const;
};

struct Tiles {
    std::size_t columns = 1;
    std::vector<Tile> tiles;
    Cells cells;
    bool fit = true;
};

enum class Units {
    apart,     ///< beside the number or below it
    in_label,  ///< where there is no room for that: "tỷ đồng – làm lợi từ sáng kiến"
};
/// The roomiest arrangement that fits, else the densest.
Tiles tiles_in(Canvas& canvas, const Box& area, const std::vector<Figure>& figures, Units units);
void draw_tiles(Canvas& canvas, const Box& area, const Tiles& tiles);

}  // namespace hall
