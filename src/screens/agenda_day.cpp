/// The programme of a day, or of one day after the other, page by page; the running item stands out.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "conference/agenda.h"
#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float footer = 5.4F;
constexpr float row_gap = 1.2F;
constexpr float tallest_row = 17.2F;
constexpr float least_padding = 0.9F;  ///< above and below a row's ink
constexpr float indent = 2.4F;
constexpr float time_width = 19;
constexpr float time_gap = 2;  ///< at least, where a small wall sets the times larger
constexpr float bar_width = 0.9F;
constexpr float speaker_gap = 3;

/// From roomy to dense; the first that fits the page is taken for every row of it.
struct Density {
    Type title;
    bool with_speaker;
    int lines;
};
constexpr Density densities[] = {{Type::name_m, true, 2},
                                 {Type::body_strong, true, 2},
                                 {Type::body_strong, false, 2},
                                 {Type::body, false, 4},
                                 {Type::meta, false, 6}};

std::string speaker_of(const AgendaItem& item) {
    return joined(called(item.speaker), ", ", standing_of(item.speaker.position, item.speaker.organisation));
}

TextColumn row_of(Canvas& canvas, const AgendaItem& item, float width, const Density& density) {
    TextColumn row;
    row.add(canvas.fit(item.title, {.type = density.title}, width, density.lines), 0);
    if (density.with_speaker) {
        const TextStyle style{.type = Type::meta, .ink = Ink::secondary, .words = Words::person};
        row.add(canvas.fit(speaker_of(item), style, width, 2), canvas.unit(speaker_gap));
    }
    return row;
}

struct Rows {
    std::vector<TextColumn> rows;
    float natural = 0;  ///< with the least padding and gaps
};

Rows rows_of(Canvas& canvas, const std::vector<const AgendaItem*>& items, float width, const Density& density) {
    Rows answer;
    for (const AgendaItem* item : items) {
        answer.rows.push_back(row_of(canvas, *item, width, density));
        answer.natural += answer.rows.back().ink_height() + canvas.unit(2 * least_padding + row_gap);
    }
    answer.natural -= canvas.unit(row_gap);
    return answer;
}

/// The page's times, and how far from their left end the titles begin, pixels.
struct Times {
    std::vector<TextBlock> blocks;
    float room = 0;
};

Times times_of(Canvas& canvas, const std::vector<const AgendaItem*>& items, const TimeZone& zone) {
    const TextStyle style{.type = Type::body_strong, .ink = Ink::accent};
    Times times{{}, canvas.unit(time_width - indent)};
    const float most = times.room;
    for (const AgendaItem* item : items) {
        times.blocks.push_back(canvas.fit(format_clock(zone.local(item->start)), style, most));
        times.room = std::max(times.room, times.blocks.back().width + canvas.unit(time_gap));
    }
    return times;
}

void draw_row(Canvas& canvas, const Box& box, const TextColumn& text, const TextBlock& time, float room, bool running) {
    canvas.panel(box, running ? Panel::outline : Panel::card);
    if (running) canvas.bar({box.x, box.y, canvas.unit(bar_width), box.h}, Ink::accent);
    const float left = box.x + canvas.unit(indent);
    canvas.put_centred(time, left, box.centre_y());
    text.put_centred(canvas, left + room, box.centre_y());
}

/// With its day, where there are several.
std::string heading_of(const Conference& conference, std::size_t first) {
    std::string heading = "Chương trình hội nghị";
    if (first < conference.agenda.size() && agenda_days(conference).size() > 1) {
        const LocalTime day = conference.identity.timezone.local(conference.agenda[first].start);
        heading += fmt::format(" – {:02}/{:02}", day.day, day.month);
    }
    return heading;
}

}  // namespace

void draw_agenda_day(Canvas& canvas, const ScreenInput& input) {
    const std::vector<AgendaItem>& agenda = input.conference.agenda;
    const TimeZone& zone = input.conference.identity.timezone;
    const NowNext answer = now_next(agenda, input.now);

    canvas.backdrop(Ornament::right);
    header(canvas, heading_of(input.conference, input.step.page.first), page_mark(input.step.page));
    if (answer.changes) canvas.changes_at(*answer.changes);
    Box content = content_area(canvas);
    content.h -= canvas.unit(footer);

    const std::size_t first = std::min(input.step.page.first, agenda.size());
    const std::size_t last = std::min(first + input.step.page.count, agenda.size());
    std::vector<const AgendaItem*> items;
    for (std::size_t i = first; i < last; ++i) items.push_back(&agenda[i]);
    if (items.empty()) return;

    // The running item's words stand right in its row: colour and bar alone would not tell everybody.
    const TextStyle mark_style{.type = Type::label, .ink = Ink::accent, .align = Align::right};
    const bool upright = canvas.portrait();
    const TextBlock mark = upright ? TextBlock{} : canvas.fit("Đang diễn ra", mark_style, content.w / 3);
    const bool runs_here = answer.now && *answer.now >= first && *answer.now < last;
    const Times times = times_of(canvas, items, zone);
    const float taken = times.room + canvas.unit(2 * indent) + (runs_here ? mark.width + canvas.unit(indent) : 0);
    Rows rows;
    bool with_speaker = true;
    for (const Density& density : densities) {
        with_speaker = density.with_speaker;
        rows = rows_of(canvas, items, content.w - taken, density);
        const bool whole = std::ranges::all_of(rows.rows, [](const TextColumn& row) { return row.fits(); });
        if (whole && rows.natural <= content.h) break;
    }

    const auto count = static_cast<float>(items.size());
    const float spare = std::max(0.0F, content.h - rows.natural) / count;
    float y = content.y;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i, items.size()));
        const float natural = rows.rows[i].ink_height() + canvas.unit(2 * least_padding);
        const float height = std::min(natural + spare, std::max(natural, canvas.unit(tallest_row)));
        const Box box{content.x, y, content.w, height};
        const bool running = answer.now && *answer.now == first + i;
        draw_row(canvas, box, rows.rows[i], times.blocks[i], times.room, running);
        if (running) canvas.put_centred(mark, box.right() - canvas.unit(indent), box.centre_y());
        if (!with_speaker) canvas.leaves_out(speaker_of(*items[i]));
        y += height + canvas.unit(row_gap);
    }
}

}  // namespace hall
