/// The year in figures, page by page, then its points.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/content_page.h"
#include "screens/figure_tiles.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr const char* short_title = "Báo cáo";

// Lengths in units of the type base.
constexpr float row_gap = 2;
constexpr float tallest_row = 21;
constexpr float usual_rows = 4;  ///< that fill an upright wall
constexpr float row_padding = 1.8F;
constexpr float bar_width = 0.9F;
constexpr float bar_inset = 1.8F;
constexpr float indent = 3.6F;
constexpr float title_gap = 6;
constexpr float emblem_radius = 12;

std::string title_of(const Report& report) { return report.title.empty() ? short_title : report.title; }

/// A percent sign belongs to its number: "98,5%".
Figure written(Figure figure) {
    if (figure.unit == "%" || figure.unit == "‰") figure.value += std::exchange(figure.unit, {});
    return figure;
}

/// Where room is short the presenter goes first, last a long title: both are said from the lectern.
struct Attempt {
    bool with_title;
    bool with_presenter;
    Units units;
};
constexpr Attempt attempts[] = {{true, true, Units::apart},
                                {true, false, Units::apart},
                                {true, false, Units::in_label},
                                {false, false, Units::in_label}};

void draw_figures(Canvas& canvas, const Report& report, const Page& page, const std::string& mark) {
    std::vector<Figure> figures;
    for (std::size_t i = 0; i < page.count; ++i) figures.push_back(written(report.figures[page.first + i]));
    const std::string presenter = page.index == 0 ? presented_by(report.presenter) : std::string{};

    PageHead head;
    PageFoot foot;
    Tiles tiles;
    for (const Attempt& attempt : attempts) {
        head = head_of(canvas, attempt.with_title ? title_of(report) : short_title, mark);
        foot = foot_of(canvas, attempt.with_presenter ? presenter : std::string{}, head.content);
        tiles = tiles_in(canvas, foot.above, figures, attempt.units);
        if (tiles.fit) break;
    }
    draw_head(canvas, head);
    draw_tiles(canvas, foot.above, tiles);
    draw_foot(canvas, foot);
}

/// From roomy to dense; the first that fits all the page's points is taken.
struct PointDensity {
    Type type;
    int lines;
    float scale;
};
constexpr PointDensity point_densities[] = {
    {Type::body, 4, 1.35F}, {Type::body, 3, 1.15F}, {Type::body, 4, 1}, {Type::body, 5, 0.85F}, {Type::meta, 9, 1}};

void draw_points(Canvas& canvas, const Box& area, const std::vector<std::string>& points, const Page& page) {
    const CellLimits limits{1, 0, canvas.unit(row_gap), std::max(canvas.unit(tallest_row), area.h / usual_rows)};
    const float width = area.w - canvas.unit(2 * indent);
    Rows rows;
    for (const PointDensity& density : point_densities) {
        const TextStyle style{.type = density.type};
        const auto point = [&](std::size_t i) { return std::string_view(points[page.first + i]); };
        const float scale = even_scale(canvas, page.count, point, style, width, density.lines, density.scale);
        rows = rows_of(area, limits, canvas.unit(row_padding), page.count, [&](std::size_t i) {
            TextColumn text;
            text.add(canvas.fit(point(i), style, width, density.lines, scale), 0);
            return text;
        });
        if (rows.fit) break;
    }
    for (std::size_t i = 0; i < page.count; ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i, page.count));
        const Box& box = rows.cells.boxes[i];
        const float inset = canvas.unit(bar_inset);
        canvas.panel(box, Panel::card);
        canvas.bar({box.x, box.y + inset, canvas.unit(bar_width), box.h - 2 * inset}, Ink::accent);
        rows.texts[i].put_centred(canvas, box.x + canvas.unit(indent), box.centre_y());
    }
}

void draw_title_only(Canvas& canvas, const Report& report) {
    canvas.backdrop(Ornament::none);
    Stack stack(canvas);
    stack.emblem(canvas.unit(emblem_radius), 0);
    stack.text(report.title, {.type = Type::title, .finish = Finish::gold, .align = Align::centre}, 4,
               canvas.unit(title_gap));
    stack.text(presented_by(report.presenter), {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 3,
               canvas.unit(title_gap));
    stack.draw(safe_area(canvas));
}

}  // namespace

void draw_report(Canvas& canvas, const ScreenInput& input) {
    const Report& report = input.conference.report;
    const Step& step = input.step;
    if (report.figures.empty() && report.points.empty() && !report.title.empty())
        return draw_title_only(canvas, report);

    canvas.backdrop(Ornament::right);
    const bool points = step.part == ListPart::second;
    const Page page = page_within(step.page, points ? report.points.size() : report.figures.size());
    if (page.count > 0 && !points) return draw_figures(canvas, report, page, page_mark(step.page));
    const PageHead head = head_of(canvas, title_of(report), page_mark(step.page));
    draw_head(canvas, head);
    if (page.count > 0) draw_points(canvas, head.content, report.points, page);
}

}  // namespace hall
