#include "screens/pledges.h"

#include <algorithm>
#include <string_view>

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float plate_padding = 1.6F;
constexpr float indent = 2.8F;
constexpr float row_gap = 2.4F;
constexpr float row_padding = 0.6F;
constexpr float tallest_row = 18;
constexpr float number_gap = 2;

TextBlock number_of(Canvas& canvas, std::size_t number, float width) {
    return canvas.fit(std::to_string(number), {.type = Type::clock, .ink = Ink::accent}, width);
}

float number_room(Canvas& canvas, const PledgeList& list) {
    const std::size_t last = list.page.first + list.page.count;
    return number_of(canvas, last, list.plate.w).width + canvas.unit(number_gap);
}

}  // namespace

PledgeList pledges_in(Canvas& canvas, const Box& area, const std::vector<std::string>& pledges, const Page& page,
                      const PledgeDensity& density) {
    PledgeList list{area, page, {}};
    const float padding = canvas.unit(plate_padding);
    const Box inner{area.x, area.y + padding, area.w, area.h - 2 * padding};
    const CellLimits limits{1, 0, canvas.unit(row_gap), canvas.unit(tallest_row)};
    const float width = area.w - canvas.unit(2 * indent) - number_room(canvas, list);
    const TextStyle style{.type = density.type};
    const auto pledge = [&](std::size_t i) { return std::string_view(pledges[page.first + i]); };
    const float scale = even_scale(canvas, page.count, pledge, style, width, density.lines, density.scale);
    list.rows = rows_of(inner, limits, canvas.unit(row_padding), page.count, [&](std::size_t i) {
        TextColumn text;
        text.add(canvas.fit(pledge(i), style, width, density.lines, scale), 0);
        return text;
    });
    return list;
}

void draw_pledges(Canvas& canvas, const PledgeList& list) {
    if (list.page.count == 0) return;
    canvas.panel(list.plate, Panel::card);
    const float room = number_room(canvas, list);
    const float end = list.rows.cells.boxes.back().bottom() + canvas.unit(plate_padding);
    const float down = std::max(0.0F, list.plate.bottom() - end) / 2;
    for (std::size_t i = 0; i < list.page.count; ++i) {
        const Box& row = list.rows.cells.boxes[i];
        const float left = row.x + canvas.unit(indent);
        const float centre = row.centre_y() + down;
        canvas.put_centred(number_of(canvas, list.page.first + i + 1, room), left, centre);
        list.rows.texts[i].put_centred(canvas, left + room, centre);
    }
}

}  // namespace hall
