/// The emulation movements: what each is called, its slogan, what it is for. One or two a page.
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "draw/canvas.h"
#include "screens/content_page.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float row_gap = 2.8F;
constexpr float bar_width = 0.9F;
constexpr float bar_inset = 2.4F;
constexpr float indent = 4.2F;
constexpr float detail_gap_share = 0.8F;

/// From roomy to dense; the first that fits all the page's movements is taken.
struct Density {
    Type title;
    float title_scale;
    int title_lines;
    Type slogan;
    Type below;
    int lines;
    float gap;              ///< units
    float below_scale = 1;  ///< of slogan, aim and detail
    float padding = 2.4F;   ///< units
    bool with_detail = true;
};
constexpr Density densities[] = {
    {Type::title, 1.25F, 2, Type::name_m, Type::body, 2, 7, 1.25F},
    {Type::title, 1, 2, Type::name_m, Type::body, 2, 6},
    {Type::title, 0.86F, 3, Type::name_m, Type::body, 2, 5},
    {Type::title, 0.72F, 3, Type::body_strong, Type::body, 3, 4.6F},
    {Type::title, 0.72F, 4, Type::body_strong, Type::meta, 3, 4},
    {Type::title, 0.7F, 6, Type::body_strong, Type::meta, 4, 4, 0.85F},
    {Type::title, 0.7F, 9, Type::body_strong, Type::meta, 9, 3.2F, 0.85F, 1.2F},
    {Type::body_strong, 0.85F, 9, Type::body_strong, Type::meta, 9, 3.2F, 0.85F, 0.8F},
    {Type::body_strong, 0.85F, 9, Type::body_strong, Type::meta, 9, 3.2F, 0.85F, 0.8F, false}};

std::string aim_of(const Movement& movement) {
    const bool says_so = movement.aim.empty() || fold(movement.aim).starts_with("muc tieu");
    return says_so ? movement.aim : "Mục tiêu:\u00A0" + movement.aim;
}

TextStyle title_style(const Density& density) {
    return {.type = density.title, .ink = Ink::accent, .finish = Finish::gold};
}

/// `scale`: of the title.
TextColumn text_of(Canvas& canvas, const Movement& movement, float width, const Density& density, float scale) {
    TextColumn text;
    text.add(canvas.fit(movement.title, title_style(density), width, density.title_lines, scale), 0);
    const auto add = [&](const std::string& words, const TextStyle& style, float gap) {
        text.add(canvas.fit(words, style, width, density.lines, density.below_scale), canvas.unit(gap));
    };
    add(in_quotes(movement.slogan), {.type = density.slogan}, density.gap);
    add(aim_of(movement), {.type = density.below, .ink = Ink::secondary}, density.gap);
    if (density.with_detail)
        add(movement.detail, {.type = density.below, .ink = Ink::secondary}, density.gap * detail_gap_share);
    return text;
}

}  // namespace

void draw_movements(Canvas& canvas, const ScreenInput& input) {
    const std::vector<Movement>& movements = input.conference.movements;
    canvas.backdrop(Ornament::right);
    header(canvas, "Phong trào thi đua", page_mark(input.step.page));
    const Box content = content_area(canvas);
    const Page page = page_within(input.step.page, movements.size());
    if (page.count == 0) return;

    const CellLimits limits{1, 0, canvas.unit(row_gap), content.h};
    const float width = content.w - canvas.unit(2 * indent);
    Rows rows;
    bool with_detail = true;
    for (const Density& density : densities) {
        with_detail = density.with_detail;
        const auto title = [&](std::size_t i) { return std::string_view(movements[page.first + i].title); };
        const float scale = even_scale(canvas, page.count, title, title_style(density), width, density.title_lines,
                                       density.title_scale);
        rows = rows_of(content, limits, canvas.unit(density.padding), page.count, [&](std::size_t i) {
            return text_of(canvas, movements[page.first + i], width, density, scale);
        });
        if (rows.fit) break;
    }
    for (std::size_t i = 0; i < page.count; ++i) {
        const Canvas::Fade fade = entrance(canvas, staggered(i, page.count));
        const Box& box = rows.cells.boxes[i];
        canvas.panel(box, Panel::card);
        const float inset = canvas.unit(bar_inset);
        canvas.bar({box.x, box.y + inset, canvas.unit(bar_width), box.h - 2 * inset}, Ink::accent);
        rows.texts[i].put_centred(canvas, box.x + canvas.unit(indent), box.centre_y());
        if (!with_detail) canvas.leaves_out(movements[page.first + i].detail);
    }
}

}  // namespace hall
