/// Notices along the bottom, one page after another.
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/overlays.h"

namespace hall {
namespace {

constexpr std::string_view label = "THÔNG BÁO";
constexpr TextStyle text_style{.type = Type::body};

// Lengths in units of the type base, for text of the type's own size.
constexpr float line_room = 7.5F;
constexpr float chip_room = 8.4F;        ///< of the label's line, where it stands above the text
constexpr float gap = 2.4F;              ///< between label, text and page marks
constexpr float below_baseline = 0.25F;  ///< em, for descenders and dots below

/// Seen from very far the text is larger than its type, and the band with it.
float growth(const Canvas& canvas) {
    const TypeSpec spec = spec_of(text_style.type);
    return std::max(1.F, least_em(spec.face, spec.tier, canvas.viewport().distance) / spec.em);
}

struct Line {
    std::vector<TextBlock> pages;
    std::vector<Milliseconds> times;
};

Line line_of(Canvas& canvas, const Notices& notices, float width) {
    Line line;
    for (const Notice* notice : notices.shown) {
        for (TextBlock& page : pages_of(canvas, notice->text, text_style, width, 1)) {
            line.times.push_back(page_time(page.lines.front().text));
            line.pages.push_back(std::move(page));
        }
    }
    return line;
}

}  // namespace

Box ticker_band(const Canvas& canvas) {
    const Viewport& viewport = canvas.viewport();
    const float rows = canvas.unit(line_room) * growth(canvas) + (canvas.portrait() ? canvas.unit(chip_room) : 0);
    const float top = safe_area(canvas).bottom() - rows;
    const float end = viewport.bottom();
    const float bottom = viewport.reserve_bottom > 0 ? canvas.stage().bottom() : end;
    return {static_cast<float>(viewport.x), top, static_cast<float>(viewport.width), bottom - top};
}

void draw_ticker(Canvas& canvas, Canvas& strip, const Notices& notices, Instant now) {
    Colour ground = canvas.theme().panel;
    ground.alpha = 255;
    strip.fill(ground);
    const Box band = ticker_band(canvas);
    canvas.rule(band.x, band.right(), band.y);

    const Box area = safe_area(canvas);
    const float em = canvas.unit(spec_of(text_style.type).em) * growth(canvas);
    const float baseline = area.bottom() - below_baseline * em;
    const bool above = canvas.portrait();
    const float chip_y = above ? band.y + canvas.unit(chip_room / 2 + 0.6F)
                               : baseline - canvas.fit(label, text_style, area.w).cap_height / 2;
    const Box plate = chip(canvas, area.x, chip_y, label, Panel::plate);
    const float left = above ? area.x : plate.right() + canvas.unit(gap);

    Line line = line_of(canvas, notices, area.right() - left);
    if (line.pages.size() > 1 && !above)
        line = line_of(canvas, notices, area.right() - left - canvas.unit(gap) - page_marks_width(canvas));
    const ShownPage shown = page_at(line.times, notices.since, now);
    if (shown.ends) canvas.changes_at(*shown.ends);
    draw_page_marks(canvas, area.right(), chip_y, shown.index, line.pages.size(), Ink::accent);
    canvas.put(line.pages[shown.index], left, baseline);
}

}  // namespace hall
