/// What is happening now, large, and what follows.
#include "conference/agenda.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Percent of the content's width and height; lengths named "u" are Canvas::unit.
constexpr float card_share = 0.585F;
constexpr float card_share_upright = 0.5F;
constexpr float column_gap = 0.045F;
constexpr float card_pad_u = 3.6F;
constexpr float chip_room_u = 7.2F;
constexpr float bar_width_u = 0.9F;
constexpr float footer_u = 5.4F;
constexpr float time_width_u = 16.5F;
constexpr float least_time_gap_u = 2;
constexpr float row_gap_u = 3.2F;
constexpr float widest_row_gap_u = 5.4F;
constexpr std::size_t most_next = 4;
constexpr float progress_u = 0.9F;
constexpr float progress_gap_u = 2.4F;
constexpr float progress_track = 0.3F;  ///< alpha
constexpr float breath_depth = 0.25F;   ///< alpha
constexpr Milliseconds breath_time{4000};
constexpr Milliseconds breath_step{250};

const TextStyle centred_title{.type = Type::title, .finish = Finish::gold, .align = Align::centre};

std::string time_range(const AgendaItem& item, const TimeZone& zone) {
    const std::string start = format_clock(zone.local(item.start));
    return item.end > item.start ? start + " – " + format_clock(zone.local(item.end)) : start;
}

/// From roomy to dense; the first that fits the card is taken.
struct Density {
    Type title;
    int title_lines;
    float scale;
    Type standing;
    float gap;  ///< units
    bool with_standing = true;
};
constexpr Density densities[] = {{Type::title, 3, 1, Type::body, 6},
                                 {Type::title, 4, 0.85F, Type::body, 5},
                                 {Type::title, 5, 0.7F, Type::meta, 4.4F},
                                 {Type::name_m, 5, 1, Type::meta, 4},
                                 {Type::body_strong, 5, 1, Type::meta, 3.6F},
                                 {Type::body_strong, 7, 0.8F, Type::meta, 3},
                                 {Type::body_strong, 9, 0.8F, Type::meta, 3, false}};

TextColumn words_of(Canvas& canvas, const AgendaItem& item, float width, const Density& density) {
    const Finish finish = density.title == Type::title ? Finish::gold : Finish::plain;
    const Ink ink = density.title == Type::title ? Ink::primary : Ink::accent_pale;
    const TextStyle title{.type = density.title, .ink = ink, .finish = finish};
    const TextStyle below{.type = density.standing, .ink = Ink::secondary};
    const Type name_type = density.title == Type::body_strong ? Type::body_strong : Type::name_m;
    TextColumn text;
    text.add(canvas.fit(item.title, title, width, density.title_lines, density.scale), 0);
    text.add(canvas.fit(called(item.speaker), {.type = name_type, .words = Words::person}, width, 3),
             canvas.unit(density.gap));
    if (density.with_standing)
        text.add(canvas.fit(standing_of(item.speaker.position, item.speaker.organisation), below, width, 5),
                 canvas.unit(density.gap * 0.8F));
    return text;
}

/// How far the item has gone; nothing where the hall is not to see it.
struct Progress {
    Milliseconds gone;
    Instant now;
};

/// The filled part breathes: a wall that lives, in steps slow enough to cost little (look.md 1.3, F3).
float breath(Canvas& canvas, Instant now) {
    if (canvas.viewport().entrances == Entering::reduced) return 1;
    const auto since = std::chrono::floor<Milliseconds>(now.time_since_epoch()) / breath_step;
    canvas.changes_at(Instant{(since + 1) * breath_step});
    const auto steps = breath_time / breath_step;
    const float phase = static_cast<float>(since % steps) / static_cast<float>(steps);
    return 1 - breath_depth * (0.5F - 0.5F * std::cos(2 * std::numbers::pi_v<float> * phase));
}

/// A bar that fills from minute to minute, and how long is left. Returns the room it takes.
float draw_progress(Canvas& canvas, const Box& inner, const AgendaItem& item, Milliseconds gone, Instant now) {
    const auto whole = std::chrono::duration_cast<Milliseconds>(item.end - item.start);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(whole - gone).count();
    const TextBlock left = canvas.fit(fmt::format("còn\u00A0{}\u00A0phút", minutes),
                                      {.type = Type::body, .ink = Ink::secondary, .align = Align::right}, inner.w);
    const float baseline = inner.bottom() - left.ink_below();
    const Box track{inner.x, baseline - left.cap_height / 2 - canvas.unit(progress_u / 2),
                    inner.w - left.width - canvas.unit(progress_gap_u), canvas.unit(progress_u)};
    {
        const Canvas::Fade faint(canvas, progress_track);
        canvas.bar(track, Ink::primary);
    }
    const double share = std::clamp(gone / std::chrono::duration<double, std::milli>(whole), 0.0, 1.0);
    {
        const Canvas::Fade breathing(canvas, breath(canvas, now));
        canvas.bar({track.x, track.y, track.w * static_cast<float>(share), track.h}, Ink::accent);
    }
    canvas.put(left, inner.right(), baseline);
    return left.cap_height + left.ink_below() + canvas.unit(progress_gap_u);
}

void draw_card(Canvas& canvas, const Box& box, const AgendaItem& item, std::string_view state, const TimeZone& zone,
               const std::optional<Progress>& progress = {}) {
    const Canvas::Fade fade = entrance(canvas, Seconds{0});
    canvas.panel(box, Panel::card);
    canvas.bar({box.x, box.y, canvas.unit(bar_width_u), box.h}, Ink::accent);

    const float pad = canvas.unit(card_pad_u);
    const Box inner{box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    const float chip_room = canvas.unit(chip_room_u);
    const float chip_y = inner.y + chip_room / 2;
    const Box plate = chip(canvas, inner.x, chip_y, state, Panel::plate);
    const TextStyle time_style{.type = Type::clock, .ink = Ink::secondary, .align = Align::right};
    const float time_room = inner.right() - plate.right() - pad / 2;
    TextBlock time = canvas.fit(time_range(item, zone), time_style, time_room);
    // A narrow card has no room for both ends: the start is what people look for.
    if (!time.fits) time = canvas.fit(format_clock(zone.local(item.start)), time_style, time_room);
    canvas.put_centred(time, inner.right(), chip_y);

    const float top = inner.y + chip_room + canvas.unit(1.8F);
    const float below = progress ? draw_progress(canvas, inner, item, progress->gone, progress->now) : 0;
    const Box room{inner.x, top, inner.w, inner.bottom() - below - top};
    TextColumn text;
    take_best(densities, [&](const Density& density) {
        text = words_of(canvas, item, room.w, density);
        return text.ink_height() <= room.h ? text.fit() : Fit::none;
    });
    text.put_centred(canvas, room.x, room.centre_y());
}

enum class RowText { whole, title_only, small_title };

TextColumn row_of(Canvas& canvas, const AgendaItem& item, float width, RowText what) {
    TextColumn row;
    TextBlock title;
    take_best(std::array{3, 6, 9}, [&](int lines) {
        title = canvas.fit(item.title, {.type = what == RowText::small_title ? Type::meta : Type::body_strong}, width,
                           lines);
        return title.fit();
    });
    row.add(std::move(title), 0);
    const TextStyle below{.type = Type::meta, .ink = Ink::secondary, .words = Words::person};
    row.add(canvas.fit(what == RowText::whole ? called(item.speaker) : std::string{}, below, width, 3),
            canvas.unit(2.7F));
    return row;
}

/// As many of the following items as there is room for; the day's page shows them all.
void draw_next(Canvas& canvas, const Box& box, const std::vector<const AgendaItem*>& items, const TimeZone& zone) {
    if (items.empty()) return;
    const TextStyle label_style{.type = Type::label, .ink = Ink::accent, .capitals = Capitals::upper};
    const TextBlock label = canvas.fit("Tiếp theo", label_style, box.w);
    const float label_y = box.y + canvas.unit(card_pad_u + chip_room_u / 2);
    canvas.put_centred(label, box.x, label_y);
    const float top = label_y + label.cap_height / 2 + canvas.unit(3.6F);

    std::vector<TextBlock> times;
    float time_width = canvas.unit(time_width_u);
    for (const AgendaItem* item : items) {
        times.push_back(
            canvas.fit(format_clock(zone.local(item->start)), {.type = Type::body_strong, .ink = Ink::accent}, box.w));
        // Seen from very far the times need more than their usual column.
        time_width = std::max(time_width, times.back().width + canvas.unit(least_time_gap_u));
    }
    std::vector<TextColumn> rows;
    float used = 0;
    for (const AgendaItem* item : items) {
        TextColumn row = row_of(canvas, *item, box.w - time_width, RowText::whole);
        for (const RowText less : {RowText::title_only, RowText::small_title}) {
            const bool alone_too_high = rows.empty() && top + row.ink_height() + canvas.unit(row_gap_u) > box.bottom();
            if (alone_too_high) row = row_of(canvas, *item, box.w - time_width, less);
        }
        const float height = row.ink_height() + canvas.unit(row_gap_u);
        if (rows.size() == most_next || (!rows.empty() && top + used + height > box.bottom())) break;
        used += height;
        rows.push_back(std::move(row));
    }
    const auto count = static_cast<float>(rows.size());
    const float spare = std::max(0.0F, (box.bottom() - top - used) / count);
    const float gap = canvas.unit(row_gap_u) + std::min(spare, canvas.unit(widest_row_gap_u - row_gap_u));

    float y = top;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i + 1, rows.size() + 1));
        canvas.rule(box.x, box.right(), y);
        const float centre = y + (rows[i].ink_height() + gap) / 2;
        rows[i].put_centred(canvas, box.x + time_width, centre);
        canvas.put_centred(times[i], box.x, centre);
        y += rows[i].ink_height() + gap;
    }
}

void draw_words(Canvas& canvas, const Box& box, const std::string& title, const std::string& words) {
    Stack stack(canvas);
    const float radius = canvas.unit(13);
    stack
        .object(2 * radius, 0,
                [&canvas, radius](const Box& place) { canvas.drum(place.centre_x(), place.centre_y(), radius, 1); })
        .text(title, centred_title, 4, canvas.unit(7.2F))
        .text(words, {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 2, canvas.unit(5.4F));
    stack.draw(box);
}

}  // namespace

void draw_agenda(Canvas& canvas, const ScreenInput& input) {
    const Conference& conference = input.conference;
    const TimeZone& zone = conference.identity.timezone;
    const NowNext answer = now_next(conference.agenda, input.now);

    canvas.backdrop(Ornament::right);
    header(canvas, "Chương trình", format_clock(zone.local(input.now)), Type::clock);
    Instant changes = std::chrono::floor<std::chrono::minutes>(input.now) + std::chrono::minutes{1};
    if (answer.changes) changes = std::min(changes, *answer.changes);
    canvas.changes_at(changes);

    Box content = content_area(canvas);
    content.h -= canvas.unit(footer_u);
    if (answer.phase == Phase::unscheduled) return draw_words(canvas, content, conference.identity.title, {});
    if (answer.phase == Phase::after)
        return draw_words(canvas, content, conference.identity.title, "Chương trình đã kết thúc");

    std::vector<const AgendaItem*> items;
    if (answer.now) items.push_back(&conference.agenda[*answer.now]);
    for (const std::size_t index : answer.next) items.push_back(&conference.agenda[index]);
    if (items.empty()) return draw_words(canvas, content, conference.identity.title, {});
    const AgendaItem& shown = *items.front();
    items.erase(items.begin());
    const char* state = answer.now ? "ĐANG DIỄN RA" : answer.phase == Phase::before ? "SẮP BẮT ĐẦU" : "SẮP TỚI";

    const bool timed = conference.identity.progress && answer.now && shown.end > shown.start;
    // By whole minutes: the wall is still in between.
    std::optional<Progress> progress;
    if (timed) progress = {std::chrono::floor<std::chrono::minutes>(input.now) - shown.start, input.now};

    Box card = content;
    Box next = content;
    if (items.empty()) return draw_card(canvas, card, shown, state, zone, progress);
    if (canvas.portrait()) {
        card.h = content.h * card_share_upright;
        next.y = card.bottom();
        next.h = content.bottom() - next.y;
    } else {
        card.w = content.w * card_share;
        next.x = card.right() + content.w * column_gap;
        next.w = content.right() - next.x;
    }
    draw_card(canvas, card, shown, state, zone, progress);
    draw_next(canvas, next, items, zone);
}

}  // namespace hall
