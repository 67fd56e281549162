#include "screens/text_column.h"

#include <algorithm>
#include <utility>

namespace hall {
namespace {

constexpr float clearance = 0.10F;      // em between the ink of one text and the next
constexpr float smallest_gaps = 0.4F;   // of the wanted gaps
constexpr float rounding = 0.01F;       // pixels
constexpr double stagger_step = 0.07;   // seconds
constexpr double stagger_whole = 0.42;  // seconds: all is readable 0.8 s after NEXT (M1)
constexpr Seconds entrance_time{0.42};
constexpr float entrance_rise = 2;  // units

}  // namespace

TextColumn& TextColumn::add(TextBlock block, float gap) {
    if (block.empty()) return *this;
    if (parts_.empty()) {
        gap = 0;
    } else {
        const TextBlock& previous = parts_.back().block;
        gap = std::max(gap, previous.ink_below() + block.ink_above() + clearance * std::max(previous.em, block.em));
    }
    parts_.push_back({std::move(block), gap});
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

Fit TextColumn::fit() const {
    Fit worst = Fit::whole;
    for (const Part& part : parts_) worst = std::min(worst, part.block.fit());
    return worst;
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

float CellLimits::cell_width(const Box& area) const {
    const auto wide = static_cast<float>(columns);
    return (area.w - gap_x * (wide - 1)) / wide;
}

Cells cells_in(const Box& area, const std::vector<float>& heights, const CellLimits& limits) {
    std::vector<float> rows((heights.size() + limits.columns - 1) / limits.columns, 0);
    for (std::size_t i = 0; i < heights.size(); ++i)
        rows[i / limits.columns] = std::max(rows[i / limits.columns], heights[i]);
    Cells cells;
    if (rows.empty()) return cells;
    const auto count = static_cast<float>(rows.size());
    float room = area.h;
    for (const float row : rows) room -= row;
    // Gaps give way before texts do.
    const float least = limits.gap_y * smallest_gaps;
    const float gap = count > 1 ? std::clamp(room / (count - 1), least, limits.gap_y) : 0;
    const float spare = room - gap * (count - 1);
    cells.fit = spare >= -rounding;
    const float share = std::max(0.0F, spare) / count;
    const float width = limits.cell_width(area);
    float y = area.y;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const std::size_t column = i % limits.columns;
        const float row = rows[i / limits.columns];
        const float height = std::max(row, std::min(row + share, limits.tallest));
        cells.boxes.push_back({area.x + static_cast<float>(column) * (width + limits.gap_x), y, width, height});
        if (column + 1 == limits.columns) y += height + gap;
    }
    return cells;
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
