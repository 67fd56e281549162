#include "screens/content_page.h"

#include <algorithm>
#include <utility>

#include "screens/furniture.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float mark_gap = 4;
constexpr float rule_gap = 1.7F;     ///< from a long title's last ink to the hairline
constexpr float content_gap = 3.6F;  ///< from the hairline to what follows
constexpr float foot_gap = 4.2F;
constexpr int most_title_lines = 6;

TextBlock long_title(Canvas& canvas, std::string_view title, float width) {
    TextBlock block;
    for (int lines = 2; lines <= most_title_lines; ++lines) {
        block = canvas.fit(title, {.type = Type::body_strong, .ink = Ink::header}, width, lines);
        if (block.fits) break;
    }
    return block;
}

/// From the safe area's top to the hairline.
float rule_below(const Canvas& canvas, const PageHead& head) {
    return head.title.ink_above() + head.title.height() + head.title.ink_below() + canvas.unit(rule_gap);
}

}  // namespace

PageHead head_of(Canvas& canvas, std::string_view title, std::string_view mark) {
    const Box area = safe_area(canvas);
    const TextStyle mark_style{.type = Type::meta, .ink = Ink::header_note, .align = Align::right};
    PageHead head;
    head.mark_text = mark;
    head.mark = canvas.fit(mark, mark_style, area.w / 2);
    const float width = area.w - (head.mark.empty() ? 0 : head.mark.width + canvas.unit(mark_gap));
    const TextStyle label{.type = Type::label, .ink = Ink::header, .capitals = Capitals::upper};
    if (canvas.fit(title, label, width).fits) {
        head.label = title;
        head.content = content_area(canvas);
        return head;
    }
    head.title = long_title(canvas, title, width);
    const float taken = rule_below(canvas, head) + canvas.unit(content_gap);
    head.content = {area.x, area.y + taken, area.w, area.h - taken};
    return head;
}

void draw_head(Canvas& canvas, const PageHead& head) {
    if (head.title.empty()) return header(canvas, head.label, head.mark_text);
    const Box area = safe_area(canvas);
    const float baseline = area.y + head.title.ink_above() + head.title.cap_height;
    const float end = area.y + rule_below(canvas, head);
    if (!canvas.head_band(end)) canvas.rule(area.x, area.right(), end);
    canvas.put(head.title, area.x, baseline);
    canvas.put(head.mark, area.right(), baseline);
}

PageFoot foot_of(Canvas& canvas, std::string_view line, const Box& content) {
    const TextStyle style{.type = Type::meta, .ink = Ink::secondary};
    PageFoot foot{canvas.fit(line, style, content.w, canvas.portrait() || canvas.narrow() ? 4 : 2), content, content};
    if (!foot.line.empty()) foot.above.h -= canvas.unit(foot_gap) + foot.line.height() + foot.line.ink_below();
    return foot;
}

void draw_foot(Canvas& canvas, const PageFoot& foot) {
    const float last = foot.content.bottom() - foot.line.ink_below();
    canvas.put(foot.line, foot.content.x, last - foot.line.height() + foot.line.cap_height);
}

Page page_within(const Page& page, std::size_t items) {
    Page within = page;
    within.first = std::min(page.first, items);
    within.count = std::min(page.count, items - within.first);
    return within;
}

float even_scale(Canvas& canvas, std::size_t count, const std::function<std::string_view(std::size_t)>& text_of,
                 const TextStyle& style, float width, int lines, float largest) {
    const float whole = canvas.unit(spec_of(style.type).em);
    float scale = largest;
    for (std::size_t i = 0; i < count; ++i) {
        const TextBlock block = canvas.fit(text_of(i), style, width, lines, scale);
        if (!block.empty()) scale = std::min(scale, block.em / whole);
    }
    return scale;
}

Rows rows_of(const Box& area, const CellLimits& limits, float padding, std::size_t count,
             const std::function<TextColumn(std::size_t)>& text_of, float least_height) {
    Rows rows;
    std::vector<float> heights;
    for (std::size_t i = 0; i < count; ++i) {
        rows.texts.push_back(text_of(i));
        heights.push_back(std::max(rows.texts.back().ink_height(), least_height) + 2 * padding);
    }
    rows.cells = cells_in(area, heights, limits);
    rows.fit = rows.cells.fit && std::ranges::all_of(rows.texts, [](const TextColumn& text) { return text.fits(); });
    return rows;
}

}  // namespace hall
