// Where things go, how they move, and the texts. The shapes are in canvas_shapes.cpp.
#include "draw/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "draw/easing.h"
#include "draw/fonts.h"
#include "draw/glyph_atlas.h"
#include "draw/palette.h"
#include "draw/pixels.h"

namespace hall {
namespace {

constexpr float widest_stage = 16.0F / 9;
constexpr Seconds token_stagger{0.07};
constexpr Seconds longest_stagger{0.7};
constexpr Seconds token_rise{0.6};
constexpr float token_rise_percent = 2;
constexpr Seconds short_fade{0.25};  ///< all motion there is where motion is reduced

float left_of(const TextBlock& block, const TextLine& line, float x) {
    switch (block.style.align) {
        case Align::left: return x;
        case Align::centre: return x - line.width / 2;
        case Align::right: return x - line.width;
    }
    return x;
}

float slot_left(const TextBlock& block, float x) {
    const float width = std::max(block.slot_width, block.width);
    switch (block.style.align) {
        case Align::left: return x;
        case Align::centre: return x - width / 2;
        case Align::right: return x - width;
    }
    return x;
}

Run run_of(const TextBlock& block, float x, float baseline) {
    Run run;
    run.style = block.style;
    run.em = block.em;
    run.cap_height = block.cap_height;
    run.first_baseline = baseline;
    run.advance = block.advance;
    run.fits = block.fits;
    run.slot = {slot_left(block, x), 0, block.slot_width, 0};
    for (const TextLine& line : block.lines) {
        if (!run.ink.empty()) run.text += '\n';
        run.text += line.text;
        const float down = baseline + static_cast<float>(run.ink.size()) * block.advance;
        run.ink.push_back({left_of(block, line, x) + line.ink.x, down + line.ink.y, line.ink.w, line.ink.h});
    }
    return run;
}

/// `full_height`: of the picture, whatever is kept free at its bottom.
Box stage_of(const Box& free, float full_height, float top) {
    const float width = std::min(free.w, full_height * widest_stage);
    const float y = std::max(free.y, top);
    return {free.x + (free.w - width) / 2, y, width, free.bottom() - y};
}

}  // namespace

struct Canvas::Token {
    float alpha = 1;
    float drop = 0;  ///< pixels below its place
};

Viewport Viewport::at(int left, int top, float times) const {
    Viewport made = *this;
    made.x = left;
    made.y = top;
    made.width = static_cast<int>(std::lround(static_cast<float>(width) * times));
    made.height = static_cast<int>(std::lround(static_cast<float>(height) * times));
    made.least_em *= times;
    made.scale *= times;
    made.wall_width = wall_width > 0 ? wall_width : width;
    made.wall_height = wall_height > 0 ? wall_height : height;
    return made;
}

Canvas::Canvas(ImDrawList& list, Palette& palette, const Viewport& viewport, Seconds on_air_for)
    : list_(viewport.texts == Texts::measured ? palette.spare_list() : list),
      palette_(palette),
      viewport_(viewport),
      on_air_for_(on_air_for) {
    const Box shown = shown_box();
    const float notice = viewport_.exact_height() * std::clamp(viewport_.reserve_top, 0.0F, 45.0F) / 100;
    stage_ = stage_of(free_box(), shown.h, static_cast<float>(viewport_.y) + notice);
    unit_ = std::min(shown.w, shown.h) / 100;
}

Box Canvas::free_box() const {
    const Box shown = shown_box();
    const float flags = viewport_.exact_width() * std::clamp(viewport_.reserve_left, 0.0F, 60.0F) / 100;
    const float people = viewport_.exact_height() * std::clamp(viewport_.reserve_bottom, 0.0F, 45.0F) / 100;
    const float left = std::max(shown.x, static_cast<float>(viewport_.x) + flags);
    const float bottom = std::min(shown.bottom(), viewport_.bottom() - people);
    return {left, shown.y, shown.right() - left, bottom - shown.y};
}

Box Canvas::shown_box() const {
    const float width = viewport_.exact_width(), height = viewport_.exact_height();
    const float edge_x = width * std::clamp(viewport_.overscan, 0.0F, 20.0F) / 100;
    const float edge_y = height * std::clamp(viewport_.overscan, 0.0F, 20.0F) / 100;
    return {static_cast<float>(viewport_.x) + edge_x, static_cast<float>(viewport_.y) + edge_y, width - 2 * edge_x,
            height - 2 * edge_y};
}

Box Canvas::box(float x_percent, float y_percent, float w_percent, float h_percent) const {
    return {x(x_percent), y(y_percent), width(w_percent), height(h_percent)};
}

const Theme& Canvas::theme() const { return palette_.theme(); }

// --- text ------------------------------------------------------------------------------------------------------------

TextBlock Canvas::fit(std::string_view text, const TextStyle& style, float width, int lines, float largest) {
    LayoutLimits limits;
    limits.width = width;
    limits.lines = lines;
    limits.percent = unit_;
    limits.distance = viewport_.distance;
    limits.largest = largest;
    limits.least_em = viewport_.least_em;
    return lay_out(palette_.fonts(), text, style, limits);
}

void Canvas::put(const TextBlock& block, float x, float baseline) { put_record(block, x, baseline, {}); }

void Canvas::put_centred(const TextBlock& block, float x, float centre_y) {
    put(block, x, centre_y - block.height() / 2 + block.cap_height);
}

void Canvas::put_staggered(const TextBlock& block, float x, float baseline, Seconds delay) {
    int last = 0;
    for (const TextLine& line : block.lines) {
        for (const PlacedGlyph& glyph : line.glyphs) last = std::max(last, glyph.token);
    }
    const Seconds step = last == 0 ? Seconds{0} : std::min(token_stagger, longest_stagger / last);
    std::vector<Token> tokens;
    for (int token = 0; token <= last; ++token) {
        const float arrived = enter(delay + step * token, token_rise);
        const bool rises = viewport_.entrances != Entering::reduced;
        tokens.push_back({arrived, rises ? unit(token_rise_percent) * (1 - arrived) : 0});
    }
    put_record(block, x, baseline, tokens);
}

void Canvas::put_record(const TextBlock& block, float x, float baseline, const std::vector<Token>& tokens) {
    if (block.empty()) return;
    Run run = run_of(block, x, baseline + shift_);
    for (const Token& token : tokens) run.alpha = std::min(run.alpha, token.alpha);
    run.alpha *= alpha_;
    if (viewport_.texts == Texts::drawn) glyphs(block, run, x, tokens);
    record_.runs.push_back(std::move(run));
}

void Canvas::glyphs(const TextBlock& block, const Run& run, float x, const std::vector<Token>& tokens) {
    const auto covered = [this](const Box& ink) {
        return std::ranges::any_of(viewport_.plates, [&](const Box& plate) { return plate.meets(ink); });
    };
    // The rest of a name would be another name.
    if (run.style.words != Words::prose && std::ranges::any_of(run.ink, covered)) return;
    const auto pass = [&](GlyphStyle style, Colour colour) {
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            if (covered(run.ink[i])) continue;
            const TextLine& line = block.lines[i];
            const float left = left_of(block, line, x);
            const float down = run.first_baseline + static_cast<float>(i) * block.advance;
            for (const PlacedGlyph& placed : line.glyphs) {
                const auto index = static_cast<std::size_t>(placed.token);
                const Token token = index < tokens.size() ? tokens[index] : Token{};
                if (token.alpha <= 0) continue;
                const GlyphPicture picture = palette_.glyphs().glyph(placed.face, placed.glyph, block.em, style);
                if (!picture.drawable()) continue;
                const float pen_x = std::round(left + placed.x) + picture.left;
                const float pen_y = std::round(down + placed.y + token.drop) + picture.top;
                const Colour tint = faded(colour, alpha_ * token.alpha);
                list_.AddImage(picture.texture, ImVec2(pen_x, pen_y),
                               ImVec2(pen_x + picture.width, pen_y + picture.height), ImVec2(picture.u0, picture.v0),
                               ImVec2(picture.u1, picture.v1), IM_COL32(tint.red, tint.green, tint.blue, tint.alpha));
            }
        }
    };
    if (block.style.finish == Finish::gold) {
        // All shadows first: the shadow of one letter must not fall on its neighbour.
        if (theme().ground == Ground::dark) pass(GlyphStyle::shadow, rgb(0xFFFFFF));
        pass(GlyphStyle::gold, rgb(0xFFFFFF));
    } else {
        pass(GlyphStyle::plain, theme().ink(block.style.ink));
    }
}

// --- motion ----------------------------------------------------------------------------------------------------------

float Canvas::enter(Seconds delay, Seconds duration) {
    if (viewport_.entrances == Entering::reduced) {
        delay = Seconds{0};
        duration = short_fade;
    }
    const double t = duration.count() > 0 ? (on_air_for_ - delay) / duration : (on_air_for_ >= delay ? 1.0 : 0.0);
    if (t >= 1) return 1;
    record_.moving = true;
    return decelerate(static_cast<float>(t));
}

Canvas::Fade::Fade(Canvas& canvas, float alpha, float shift_y)
    : canvas_(canvas), alpha_(canvas.alpha_), shift_(canvas.shift_) {
    canvas.alpha_ *= std::clamp(alpha, 0.0F, 1.0F);
    if (canvas.viewport_.entrances != Entering::reduced) canvas.shift_ += shift_y;
}

Canvas::Fade::~Fade() {
    canvas_.alpha_ = alpha_;
    canvas_.shift_ = shift_;
}

void Canvas::changes_at(Instant instant) {
    record_.changes = record_.changes ? std::min(*record_.changes, instant) : instant;
}

void Canvas::leaves_out(std::string text) {
    if (!text.empty()) record_.left_out.push_back(std::move(text));
}

}  // namespace hall
