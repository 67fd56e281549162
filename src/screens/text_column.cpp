#include "screens/text_column.h"

#include <algorithm>
#include <utility>

namespace hall {
namespace {

constexpr double stagger_step = 0.07;   // seconds
constexpr double stagger_whole = 0.70;  // seconds
constexpr Seconds entrance_time{0.42};
constexpr float entrance_rise = 2;  // units

}  // namespace

TextColumn& TextColumn::add(TextBlock block, float gap) {
    if (!block.empty()) parts_.push_back({std::move(block), parts_.empty() ? 0 : gap});
    return *this;
}

float TextColumn::height() const {
    float height = 0;
    for (const Part& part : parts_) height += part.gap + part.block.height();
    return height;
}

float TextColumn::ink_height() const {
    if (parts_.empty()) return 0;
    return parts_.front().block.ink_above() + height() + parts_.back().block.ink_below();
}

bool TextColumn::fits() const {
    return std::ranges::all_of(parts_, [](const Part& part) { return part.block.fits; });
}

void TextColumn::put(Canvas& canvas, float x, float cap_top) const {
    for (const Part& part : parts_) {
        cap_top += part.gap;
        canvas.put(part.block, x, cap_top + part.block.cap_height);
        cap_top += part.block.height();
    }
}

void TextColumn::put_centred(Canvas& canvas, float x, float centre_y) const {
    if (parts_.empty()) return;
    put(canvas, x, centre_y - ink_height() / 2 + parts_.front().block.ink_above());
}

float Grid::cell_width() const {
    const auto columns_wide = static_cast<float>(columns);
    return (area.w - gap_x * (columns_wide - 1)) / columns_wide;
}

Box Grid::cell(std::size_t index) const {
    const auto column = static_cast<float>(index % columns);
    const auto row = static_cast<float>(index / columns);
    return {area.x + column * (cell_width() + gap_x), area.y + row * (cell_height + gap_y), cell_width(), cell_height};
}

Grid grid_in(const Box& area, std::size_t count, std::size_t columns, float gap_x, float gap_y, float tallest) {
    const std::size_t rows = std::max<std::size_t>(1, (count + columns - 1) / columns);
    const auto rows_high = static_cast<float>(rows);
    const float cell_height = std::min(tallest, (area.h - gap_y * (rows_high - 1)) / rows_high);
    return {area, columns, cell_height, gap_x, gap_y};
}

Canvas::Fade entrance(Canvas& canvas, Seconds delay) {
    const float there = canvas.enter(delay, entrance_time);
    return Canvas::Fade(canvas, there, (1 - there) * canvas.unit(entrance_rise));
}

Seconds staggered(std::size_t index, std::size_t count) {
    const double apart = count > 1 ? std::min(stagger_step, stagger_whole / static_cast<double>(count - 1)) : 0;
    return Seconds{apart * static_cast<double>(index)};
}

}  // namespace hall
