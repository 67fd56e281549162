#include "screens/signatories.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float row_gap = 1;
constexpr float column_gap = 3.2F;
constexpr float tallest_row = 12;
constexpr float row_padding = 0.4F;
constexpr float mark_radius = 2;
constexpr float mark_gap = 1.4F;
constexpr float dot_radius = 0.9F;
constexpr float tick_size = 2.6F;
constexpr float word_gap = 2;
constexpr float chip_padding = 1.4F;
constexpr float chip_inset = 0.7F;        ///< above and below its ink
constexpr double longest_stagger = 0.35;  ///< seconds, so that the last name is there in time

constexpr Seconds mark_entrance{0.42};

constexpr const char* signing_word = "đang ký";
constexpr const char* signed_word = "đã ký";

TextStyle word_style(StateWords words) {
    return {.type = words == StateWords::large ? Type::body : Type::meta, .ink = Ink::accent};
}

/// Around a word whose capitals are centred in it, the ink reaching as far down as up.
float chip_height(const Canvas& canvas, const TextBlock& word) {
    return word.height() + 2 * std::max(word.ink_above(), word.ink_below()) + canvas.unit(2 * chip_inset);
}

/// Of the widest state, so that a name keeps its place when its unit signs.
float word_room(Canvas& canvas, StateWords words, float width) {
    if (words == StateWords::summed) return 0;
    return canvas.fit(signing_word, word_style(words), width).width + canvas.unit(2 * chip_padding + word_gap);
}

Seconds delay_of(std::size_t index, std::size_t count) {
    const double apart = count > 1 ? longest_stagger / static_cast<double>(count - 1) : 0;
    return std::min(staggered(index, count), Seconds{apart * static_cast<double>(index)});
}

void draw_mark(Canvas& canvas, float x, float y, SignatoryState state) {
    const float radius = canvas.unit(mark_radius);
    if (state == SignatoryState::signed_) {
        canvas.disc(x, y, radius, Ink::accent);
        canvas.check(x, y, canvas.unit(tick_size), Ink::on_accent);
        return;
    }
    canvas.panel({x - radius, y - radius, 2 * radius, 2 * radius}, Panel::ring);
    if (state == SignatoryState::signing) canvas.disc(x, y, canvas.unit(dot_radius), Ink::accent);
}

void draw_word(Canvas& canvas, const Box& row, SignatoryState state, StateWords words) {
    if (words == StateWords::summed || state == SignatoryState::waiting) return;
    const bool chip = state == SignatoryState::signing;
    const TextBlock word = canvas.fit(chip ? signing_word : signed_word, word_style(words), row.w);
    const float padding = canvas.unit(chip_padding);
    const float left = row.right() - padding - word.width;
    if (chip) {
        const float height = chip_height(canvas, word);
        canvas.panel({left - padding, row.centre_y() - height / 2, word.width + 2 * padding, height}, Panel::ring);
    }
    canvas.put_centred(word, left, row.centre_y());
}

}  // namespace

SignatoryList signatories_in(Canvas& canvas, const Box& area, std::vector<Signing> units,
                             const SignatoryDensity& density) {
    const CellLimits limits{density.columns, canvas.unit(column_gap), canvas.unit(row_gap), canvas.unit(tallest_row)};
    const float width = limits.cell_width(area) - canvas.unit(2 * mark_radius + mark_gap);
    const float room = width - word_room(canvas, density.words, width);
    SignatoryList list{std::move(units), density.words, {}};
    TextStyle style{.type = density.name, .words = Words::organisation};
    const auto name = [&](std::size_t i) { return std::string_view(list.units[i].name); };
    const float scale = even_scale(canvas, list.units.size(), name, style, room, density.lines, density.scale);
    const auto text_of = [&](std::size_t i) {
        style.ink = list.units[i].state == SignatoryState::signed_ ? Ink::accent_pale : Ink::primary;
        TextColumn text;
        text.add(canvas.fit(name(i), style, room, density.lines, scale), 0);
        return text;
    };
    float least = canvas.unit(2 * mark_radius);
    if (density.words != StateWords::summed)
        least = std::max(least, chip_height(canvas, canvas.fit(signing_word, word_style(density.words), width)));
    list.rows = rows_of(area, limits, canvas.unit(row_padding), list.units.size(), text_of, least);
    return list;
}

void draw_signatories(Canvas& canvas, const SignatoryList& list, Arrival entry) {
    const std::size_t count = list.units.size();
    const std::vector<Box>& boxes = list.rows.cells.boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const Box& row = boxes[i];
        const float shown = canvas.enter(delay_of(i, count), mark_entrance);
        const Canvas::Fade whole(canvas, entry == Arrival::rows ? shown : 1);
        const float mark_x = row.x + canvas.unit(mark_radius);
        const bool last_row = row.y >= boxes.back().y;
        if (!last_row) canvas.rule(row.x, row.right(), row.bottom() + canvas.unit(row_gap) / 2);
        list.rows.texts[i].put_centred(canvas, mark_x + canvas.unit(mark_radius + mark_gap), row.centre_y());
        const Canvas::Fade mark(canvas, entry == Arrival::marks ? shown : 1);
        draw_mark(canvas, mark_x, row.centre_y(), list.units[i].state);
        draw_word(canvas, row, list.units[i].state, list.words);
    }
}

}  // namespace hall
