#include "screens/furniture.h"

#include <algorithm>

#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Percent of the stage (safe) and of the type base (look.md 5.3).
constexpr float safe = 5;
constexpr float label_below_edge = 6.5F;
constexpr float rule_below_edge = 10;
constexpr float content_below_edge = 14;
constexpr float above_reserve = 1.5F;
constexpr float below_notice = 1;
constexpr float chip_height = 6.6F;
constexpr float chip_padding = 2.2F;
constexpr float chip_clearance = 0.45F;  ///< above a capital's mark and below a dot
constexpr float header_gap = 4;
constexpr float ceremony_gap = 3.2F;
constexpr float ceremony_share = 26;
constexpr float ceremony_half_rule = 30;

/// The picture's height inside the overscan.
float whole_height(const Canvas& canvas) {
    const Viewport& viewport = canvas.viewport();
    return viewport.exact_height() * (1 - 2 * viewport.overscan / 100);
}

/// Safe above the picture's edge, and `margin` units above what is kept free at the bottom.
float text_bottom(const Canvas& canvas, float margin) {
    const Box& stage = canvas.stage();
    const Viewport& viewport = canvas.viewport();
    const float top = static_cast<float>(viewport.y) + viewport.exact_height() * viewport.overscan / 100;
    const float edge = top + whole_height(canvas) * (1 - safe / 100);
    return canvas.viewport().reserve_bottom > 0 ? std::min(edge, stage.bottom() - canvas.unit(margin)) : edge;
}

}  // namespace

Box safe_area(const Canvas& canvas) {
    const Box& stage = canvas.stage();
    const float dx = canvas.width(safe);
    const float margin = whole_height(canvas) * safe / 100;
    const float top = stage.y + (canvas.viewport().reserve_top > 0 ? canvas.unit(below_notice) : margin);
    return {stage.x + dx, top, stage.w - 2 * dx, text_bottom(canvas, safe) - top};
}

Box content_area(const Canvas& canvas) {
    Box area = safe_area(canvas);
    const float head = canvas.unit(content_below_edge);
    area.y += head;
    area.h = text_bottom(canvas, above_reserve) - area.y;
    return area;
}

void header(Canvas& canvas, std::string_view label, std::string_view right, Type right_type) {
    const Box area = safe_area(canvas);
    const TextStyle right_style{.type = right_type, .ink = Ink::header_note, .align = Align::right};
    const TextBlock mark = canvas.fit(right, right_style, area.w / 2);
    const float taken = mark.empty() ? 0 : mark.width + canvas.unit(header_gap);
    const TextStyle style{.type = Type::label, .ink = Ink::header, .capitals = Capitals::upper};
    const TextBlock words = canvas.fit(label, style, area.w - taken);
    // Seen from very far the label is as tall as the room above it, and its marks need theirs.
    const float tallest = std::max(words.cap_height + words.ink_above(), mark.cap_height + mark.ink_above());
    const float baseline = area.y + std::max(canvas.unit(label_below_edge), tallest);
    const float end = area.y + canvas.unit(rule_below_edge);
    if (!canvas.head_band(end)) canvas.rule(area.x, area.right(), end);
    canvas.put(words, area.x, baseline);
    canvas.put(mark, area.right(), baseline);
}

Box ceremony_head(Canvas& canvas, std::string_view label, std::string_view ground) {
    canvas.backdrop(Ornament::centre);
    canvas.frame();
    const Box area = safe_area(canvas);
    const TextStyle label_style{
        .type = Type::label, .ink = Ink::accent, .capitals = capitals_for(label), .align = Align::centre};
    const TextStyle ground_style{.type = Type::body, .ink = Ink::secondary, .align = Align::centre};
    float end = area.y;
    Stack stack(canvas);
    stack.text(label, label_style, 2, 0);
    stack.text(ground, ground_style, 2, canvas.unit(ceremony_gap));
    const float half = std::min(canvas.unit(ceremony_half_rule), area.w / 2);
    stack.object(0, canvas.unit(ceremony_gap), [&](const Box& box) {
        canvas.ornament_rule(box.centre_x(), box.y, half);
        end = box.y;
    });
    const float top = canvas.unit(ceremony_gap);
    stack.draw({area.x, area.y + top, area.w, canvas.unit(ceremony_share)}, Settle::top);
    end += canvas.unit(ceremony_gap);
    return {area.x, end, area.w, std::max(0.F, area.bottom() - end)};
}

Ink lightest(const Theme& theme) {
    return relative_luminance(theme.ink(Ink::primary)) > relative_luminance(theme.ink(Ink::on_accent)) ? Ink::primary
                                                                                                       : Ink::on_accent;
}

Box chip(Canvas& canvas, float x, float centre_y, std::string_view text, Panel kind, Align align) {
    const TextStyle style{.type = Type::label, .ink = kind == Panel::plate ? Ink::on_accent : Ink::accent};
    const TextBlock block = canvas.fit(text, style, safe_area(canvas).w);
    const float marks = std::max(block.ink_above(), block.ink_below()) + canvas.unit(chip_clearance);
    const float height = std::max(canvas.unit(chip_height), block.cap_height + 2 * marks);
    const float width = block.width + 2 * canvas.unit(chip_padding);
    float left = x;
    if (align == Align::right) left -= width;
    if (align == Align::centre) left -= width / 2;
    const Box box{left, centre_y - height / 2, width, height};
    if (block.empty()) return box;
    canvas.panel(box, kind);
    canvas.put_centred(block, box.x + canvas.unit(chip_padding), centre_y);
    return box;
}

const Award* award_of(const ScreenInput& input) {
    const auto& awards = input.conference.awards;
    if (!input.step.award || *input.step.award >= awards.size()) return nullptr;
    return &awards[*input.step.award];
}

const Image* picture_of(const ScreenInput& input, const PictureRef& reference) {
    const auto found = input.pictures.find(reference.source);
    return found == input.pictures.end() ? nullptr : found->second.get();
}

}  // namespace hall
