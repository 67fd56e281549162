/// What is to be done next year: numbered plates, a page at a time.
#include <algorithm>
#include <string>

#include "draw/canvas.h"
#include "screens/content_page.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float row_gap = 2;
constexpr float tallest_row = 21;
constexpr float usual_rows = 4;  ///< that fill an upright wall
constexpr float row_padding = 1.4F;
constexpr float plate_width = 9;
constexpr float plate_inset = 1.6F;
constexpr float least_inset = 0.7F;  ///< of a number in its plate
constexpr float indent = 3;
constexpr float detail_gap = 3.6F;

/// From roomy to dense; the first that fits all the page's tasks is taken.
struct Density {
    Type heading;
    int heading_lines;
    Type detail;
    int detail_lines;
    float scale = 1;
};
constexpr Density densities[] = {
    {Type::name_m, 2, Type::body, 2, 1.2F},   {Type::name_m, 1, Type::body, 2},
    {Type::name_m, 2, Type::body, 2, 0.88F},  {Type::body_strong, 2, Type::meta, 3, 1.1F},
    {Type::body_strong, 3, Type::meta, 4, 1}, {Type::body_strong, 5, Type::meta, 9, 0.85F}};

enum class TaskText { whole, heading };

/// Where room is short the presenter goes first: it is said from the lectern.
struct Attempt {
    bool with_presenter;
    TaskText text;
};
constexpr Attempt attempts[] = {
    {true, TaskText::whole}, {false, TaskText::whole}, {true, TaskText::heading}, {false, TaskText::heading}};

TextColumn text_of(Canvas& canvas, const Task& task, float width, const Density& density, TaskText what) {
    TextColumn text;
    const TextStyle heading{.type = density.heading, .ink = Ink::accent_pale};
    text.add(canvas.fit(task.heading, heading, width, density.heading_lines, density.scale), 0);
    if (what == TaskText::heading) return text;
    const TextStyle detail{.type = density.detail, .ink = Ink::secondary};
    text.add(canvas.fit(task.detail, detail, width, density.detail_lines, density.scale), canvas.unit(detail_gap));
    return text;
}

/// The page's tasks between `area`'s edges, right of their numbers.
Rows lay_out(Canvas& canvas, const Box& area, const std::vector<Task>& items, const Page& page, TaskText what) {
    const CellLimits limits{1, 0, canvas.unit(row_gap), std::max(canvas.unit(tallest_row), area.h / usual_rows)};
    const float width = area.w - canvas.unit(plate_inset + plate_width + 2 * indent);
    Rows rows;
    for (const Density& density : densities) {
        rows = rows_of(area, limits, canvas.unit(row_padding), page.count,
                       [&](std::size_t i) { return text_of(canvas, items[page.first + i], width, density, what); });
        if (rows.fit) break;
    }
    return rows;
}

void draw_row(Canvas& canvas, const Box& box, const TextColumn& text, std::size_t number) {
    canvas.panel(box, Panel::card);
    const float inset = canvas.unit(plate_inset);
    const float side = canvas.unit(plate_width);
    const TextStyle style{.type = Type::title, .ink = Ink::on_accent, .align = Align::centre};
    const TextBlock digits = canvas.fit(std::to_string(number), style, side);
    // In a low row the plate is higher than its inset allows, rather than lower than its number.
    const float height = std::max(std::min(side, box.h - 2 * inset), digits.cap_height + canvas.unit(least_inset) * 2);
    const Box plate{box.x + inset, box.centre_y() - height / 2, side, height};
    canvas.panel(plate, Panel::plate);
    canvas.put_centred(digits, plate.centre_x(), plate.centre_y());
    text.put_centred(canvas, plate.right() + canvas.unit(indent), box.centre_y());
}

}  // namespace

void draw_tasks(Canvas& canvas, const ScreenInput& input) {
    const Tasks& tasks = input.conference.tasks;
    canvas.backdrop(Ornament::right);
    const PageHead head =
        head_of(canvas, tasks.title.empty() ? "Nhiệm vụ trọng tâm" : tasks.title, page_mark(input.step.page));
    draw_head(canvas, head);
    const Page page = page_within(input.step.page, tasks.items.size());
    if (page.count == 0) return;

    const std::string presenter = page.index == 0 ? presented_by(tasks.proposer) : std::string{};
    PageFoot foot;
    Rows rows;
    TaskText shown = TaskText::whole;
    for (const Attempt& attempt : attempts) {
        shown = attempt.text;
        foot = foot_of(canvas, attempt.with_presenter ? presenter : std::string{}, head.content);
        rows = lay_out(canvas, foot.above, tasks.items, page, attempt.text);
        if (rows.fit) break;
    }
    for (std::size_t i = 0; i < page.count; ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i, page.count));
        draw_row(canvas, rows.cells.boxes[i], rows.texts[i], page.first + i + 1);
        if (shown == TaskText::heading) canvas.leaves_out(tasks.items[page.first + i].detail);
    }
    draw_foot(canvas, foot);
}

}  // namespace hall
