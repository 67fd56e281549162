#include "screens/mc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conference/timing.h"
#include "screens/content_page.h"
#include "screens/furniture.h"
#include "screens/overlays.h"
#include "screens/spoken.h"
#include "screens/text_column.h"
#include "screens/wording.h"
#include "show/day.h"
#include "show/rundown.h"

namespace hall {
namespace {

/// Longer than any motion: the page comes at once.
constexpr Seconds settled{1e6};
// Shares of the content, and lengths in units of the type base.
constexpr float now_share = 0.6F;
constexpr float now_share_upright = 0.55F;
constexpr float column_gap = 4;
constexpr float plate_pad = 2.4F;
constexpr float plate_gap = 2.4F;
constexpr float bar_width = 0.6F;
constexpr int name_lines = 3;
constexpr int most_lines = 6;

/// From roomy to dense; the first that has room is taken.
struct Density {
    Type title, name, below;
    float scale;  ///< of the names
    float gap;    ///< units, before what is said next: more than between the lines of one name, where there is room
};
constexpr std::array densities{Density{Type::name_m, Type::name_xl, Type::body, 1, 8.5F},
                               Density{Type::name_m, Type::name_l, Type::body, 1, 7.5F},
                               Density{Type::name_m, Type::name_m, Type::body, 1, 7},
                               Density{Type::name_m, Type::name_m, Type::meta, 1, 6.5F},
                               Density{Type::body_strong, Type::body_strong, Type::body, 1, 4.6F},
                               Density{Type::body_strong, Type::body_strong, Type::meta, 1, 4.6F},
                               Density{Type::body_strong, Type::body_strong, Type::meta, 0.85F, 4}};
/// Where even the one who is called up now has no room.
constexpr std::array last_resort{Density{Type::body_strong, Type::body_strong, Type::meta, 0.7F, 2}};

std::string title_of_step(const Step& step, const Conference& conference) {
    if (step.award && *step.award < conference.awards.size()) return conference.awards[*step.award].name;
    return describe(step, conference, Language::vietnamese);
}

TextStyle style_of(const SpokenLine& line, const Density& density, Ink name) {
    switch (line.kind) {
        case LineKind::heading: return {.type = density.title, .ink = Ink::accent};
        case LineKind::name: return {.type = density.name, .ink = name, .words = words_of(line.whose)};
        case LineKind::standing: return {.type = density.below, .ink = Ink::secondary};
        case LineKind::text: return {.type = density.below};
        case LineKind::cue: return {.type = density.below, .ink = Ink::accent};
    }
    return {};
}

/// Who is called up now stands out of those called before.
const SpokenLine* called_last(const SpokenLines& lines, const Step& step) {
    if (!step.award || !step.batch) return nullptr;
    const auto last =
        std::find_if(lines.rbegin(), lines.rend(), [](const SpokenLine& line) { return line.kind == LineKind::name; });
    return last == lines.rend() ? nullptr : &*last;
}

TextColumn words_of(Canvas& canvas, const std::string& title, const SpokenLines& lines, const SpokenLine* called_now,
                    float width, const Density& density) {
    std::vector<std::string_view> names;
    TextStyle name_style{.type = density.name};
    for (const SpokenLine& line : lines) {
        if (line.kind != LineKind::name) continue;
        names.push_back(line.text);
        name_style.words = words_of(line.whose);
    }
    const float scale = even_scale(
        canvas, names.size(), [&](std::size_t i) { return names[i]; }, name_style, width, name_lines, density.scale);
    TextColumn column;
    column.add(canvas.fit(title, {.type = density.title, .ink = Ink::accent}, width, 3), 0);
    for (const SpokenLine& line : lines) {
        const bool name = line.kind == LineKind::name, close = line.kind == LineKind::standing;
        const TextStyle style = style_of(line, density, &line == called_now ? Ink::accent_pale : Ink::primary);
        column.add(canvas.fit(line.text, style, width, name ? name_lines : most_lines, name ? scale : 1),
                   canvas.unit(close ? density.gap * 0.7F : density.gap));
    }
    return column;
}

/// What was said before goes first where there is no room: the one who is called up now stays.
SpokenLines without_the_first(SpokenLines lines) {
    auto next = std::find_if(lines.begin() + 1, lines.end(),
                             [](const SpokenLine& line) { return line.kind == LineKind::name; });
    if (next == lines.end()) next = lines.begin() + 1;
    lines.erase(lines.begin(), next);
    return lines;
}

void draw_words(Canvas& canvas, const Box& box, const Step& step, const Conference& conference) {
    const std::string title = title_of_step(step, conference);
    SpokenLines lines = spoken_at(conference, step);
    TextColumn column;
    const auto has_room = [&](const auto& among) {
        for (const Density& density : among) {
            column = words_of(canvas, title, lines, called_last(lines, step), box.w, density);
            if (column.ink_height() <= box.h && column.fit() > Fit::none) return true;
        }
        return false;
    };
    while (!has_room(densities) && lines.size() > 1) lines = without_the_first(std::move(lines));
    if (column.ink_height() > box.h || column.fit() == Fit::none) has_room(last_resort);
    column.put_centred(canvas, box.x, box.y + column.ink_height() / 2);
}

/// How much of what comes is told, and how large; the first that has room is taken.
struct AheadDensity {
    Type first, rest;
    std::size_t steps, items;  ///< how many of the rundown's and of the day's
    bool titled = true;        ///< the running item's title is told
};
constexpr std::array ahead_densities{
    AheadDensity{Type::name_m, Type::body, 2, 3},      AheadDensity{Type::body_strong, Type::body, 2, 3},
    AheadDensity{Type::body_strong, Type::body, 2, 1}, AheadDensity{Type::body_strong, Type::meta, 2, 1},
    AheadDensity{Type::body, Type::meta, 2, 0},        AheadDensity{Type::body, Type::meta, 1, 0},
    AheadDensity{Type::meta, Type::meta, 1, 0},        AheadDensity{Type::meta, Type::meta, 1, 0, false}};

TextColumn timer_of(Canvas& canvas, const McInput& input, float width, const AheadDensity& density) {
    TextColumn column;
    const Conference& conference = input.snapshot.conference;
    const auto running = running_item(input.state, conference, input.now.wall);
    if (!running) return column;
    const float gap = canvas.unit(4);
    const ItemTimer timer = item_timer(conference.agenda, running->item, running->began, input.now.wall);
    const bool over = timer.phase == TimerPhase::overtime;
    column.add(canvas.fit(density.titled ? conference.agenda[running->item].title : std::string(),
                          {.type = density.rest, .ink = Ink::secondary}, width, 4),
               gap);
    column.add(canvas.fit(over ? "quá giờ " + minutes_of(-timer.left) : "còn " + minutes_of(timer.left),
                          {.type = Type::clock, .ink = timer.phase == TimerPhase::running ? Ink::primary : Ink::accent},
                          width),
               canvas.unit(5));
    const auto expected = expected_times(conference.agenda, running->item, running->began, input.now.wall);
    for (std::size_t i = 0; i < std::min(expected.size(), density.items); ++i) {
        const Expected& one = expected[i];
        const auto late = std::chrono::round<std::chrono::minutes>(one.late).count();
        std::string line =
            format_clock(conference.identity.timezone.local(one.start)) + "\u00A0 " + conference.agenda[one.item].title;
        if (late > 0) line += fmt::format(" (chậm\u00A0{}\u00A0phút)", late);
        column.add(canvas.fit(line, {.type = Type::meta, .ink = Ink::secondary}, width, 3), gap);
    }
    return column;
}

TextColumn next_of(Canvas& canvas, const McInput& input, float width, const AheadDensity& density) {
    const TextStyle label{.type = Type::label, .ink = Ink::accent, .capitals = Capitals::upper};
    const auto& steps = input.rundown.steps;
    const std::size_t first = input.state.step + 1;
    TextColumn column;
    column.add(canvas.fit(first < steps.size() ? "Tiếp theo" : "Hết chương trình", label, width, 2), 0);
    for (std::size_t i = first; i < std::min(first + density.steps, steps.size()); ++i)
        column.add(canvas.fit(ahead_of(input.snapshot.conference, steps[i - 1], steps[i]),
                              {.type = i == first ? density.first : density.rest,
                               .ink = i == first ? Ink::primary : Ink::secondary},
                              width, most_lines),
                   canvas.unit(5));
    return column;
}

void draw_ahead(Canvas& canvas, const Box& box, const McInput& input) {
    TextColumn next, timer;
    take_best(ahead_densities, [&](const AheadDensity& density) {
        next = next_of(canvas, input, box.w, density);
        timer = timer_of(canvas, input, box.w, density);
        const float between = timer.empty() ? 0 : canvas.unit(column_gap);
        return next.ink_height() + between + timer.ink_height() > box.h ? Fit::none : std::min(next.fit(), timer.fit());
    });
    next.put_centred(canvas, box.x, box.y + next.ink_height() / 2);
    if (timer.empty()) return;
    canvas.rule(box.x, box.right(), box.bottom() - timer.ink_height() - canvas.unit(column_gap / 2));
    timer.put_centred(canvas, box.x, box.bottom() - timer.ink_height() / 2);
}

/// A plate along the bottom; returns what it leaves of the box.
Box draw_message(Canvas& canvas, const Box& box, const std::string& message) {
    if (message.empty()) return box;
    const float pad = canvas.unit(plate_pad);
    const TextBlock text =
        canvas.fit(message, {.type = Type::name_m, .ink = lightest(canvas.theme())}, box.w - 2 * pad, most_lines);
    const float height = text.ink_above() + text.height() + text.ink_below() + 2 * pad;
    const Box plate{box.x, box.bottom() - height, box.w, height};
    canvas.panel(plate, Panel::urgent);
    canvas.put(text, plate.x + pad, plate.y + pad + text.ink_above() + text.cap_height);
    return {box.x, box.y, box.w, box.h - height - canvas.unit(plate_gap)};
}

/// What the hall sees instead of the page; returns what is left below it.
Box draw_cover(Canvas& canvas, const Box& box, Cover cover) {
    if (cover == Cover::none) return box;
    const char* words = cover == Cover::hold ? "TẠM DỪNG" : "TẮT HÌNH";
    const float half = canvas.unit(4);
    chip(canvas, box.x, box.y + half, words, Panel::plate);
    const float taken = 2 * half + canvas.unit(plate_gap);
    return {box.x, box.y + taken, box.w, box.h - taken};
}

}  // namespace

PageRecord draw_mc(ImDrawList& list, Palette& palette, const Viewport& viewport, const McInput& input) {
    const Conference& conference = input.snapshot.conference;
    Canvas canvas(list, palette, viewport, settled);
    canvas.backdrop(Ornament::none);
    const LocalTime clock = conference.identity.timezone.local(input.now.wall);
    header(canvas, fmt::format("MC • bước {}/{}", input.state.step + 1, input.rundown.steps.size()),
           fmt::format("{}:{:02}", format_clock(clock), clock.second), Type::clock);
    canvas.changes_at(std::chrono::floor<std::chrono::seconds>(input.now.wall) + std::chrono::seconds(1));

    Box box = draw_message(canvas, content_area(canvas), input.state.said.mc);
    Box ahead = box;
    if (canvas.portrait()) {
        box.h *= now_share_upright;
        ahead.y = box.bottom() + canvas.unit(column_gap);
        ahead.h -= box.h + canvas.unit(column_gap);
    } else {
        box.w *= now_share;
        ahead.x = box.right() + canvas.unit(column_gap);
        ahead.w -= box.w + canvas.unit(column_gap);
        canvas.bar({ahead.x - canvas.unit(column_gap / 2), box.y, canvas.unit(bar_width / 2), box.h}, Ink::line);
    }
    box = draw_cover(canvas, box, input.state.cover);
    if (input.state.step < input.rundown.steps.size())
        draw_words(canvas, box, input.rundown.steps[input.state.step], conference);
    draw_ahead(canvas, ahead, input);
    if (conference.sealing.kind == SealKind::rehearsal) {
        Canvas mark(list, palette, viewport, settled);
        draw_rehearsal_mark(mark);
    }
    return canvas.take_record();
}

}  // namespace hall
