// The panels texts stand on: a soft shadow, a rounded body, a hairline.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "base/bands.h"
#include "draw/pixels.h"
#include "draw/raster.h"

namespace hall {
namespace {

/// The same in every theme: red cannot stand out on red (look.md 5.1).
constexpr Colour urgent_blue = rgb(0x0B4F8A);

struct PanelLook {
    Colour top, bottom;      ///< of the body
    Colour line;             ///< inside the edge
    float line_width = 0;    ///< pixels
    float radius = 0;        ///< pixels
    float shadow = 0;        ///< part of the theme's shadow, at its darkest
    float shadow_reach = 0;  ///< pixels
    float shadow_drop = 0;   ///< pixels
};

Colour towards(Colour from, Colour to, float t) {
    Colour result = mix(from, to, t);
    result.alpha = from.alpha;
    return result;
}

/// The few steps between two near colours, which a threshold makes without bands; the alpha is the first colour's.
struct Body {
    float red, green, blue;
    std::uint8_t alpha;

    Body(Colour from, Colour to, float t)
        : red(between(from.red, to.red, t)),
          green(between(from.green, to.green, t)),
          blue(between(from.blue, to.blue, t)),
          alpha(from.alpha) {}
    Colour at(int x, int y) const {
        const float by = threshold(x, y);
        const auto step = [by](float channel) { return static_cast<std::uint8_t>(channel + by); };
        return {step(red), step(green), step(blue), alpha};
    }

private:
    static float between(std::uint8_t first, std::uint8_t last, float t) {
        const auto start = static_cast<float>(first);
        return start + (static_cast<float>(last) - start) * t;
    }
};

/// The columns of a row that are body alone, `from` to before `to`; `y`: the row's in the picture.
HALL_WIDE void fill(std::uint8_t* pixels, int y, int from, int to, const Body& body) {
    std::vector<std::uint32_t> words(static_cast<std::size_t>(std::max(0, to - from)));
    std::uint32_t* const word = words.data();
    const Body own = body;  // the words could lie over it, for all that the compiler knows
    for (int x = from; x < to; ++x) word[x - from] = word_of(own.red, own.green, own.blue, own.alpha, threshold(x, y));
    if (!words.empty()) std::memcpy(pixels + std::ptrdiff_t{from} * 4, word, words.size() * sizeof(std::uint32_t));
}

PanelLook look_of(const Theme& theme, Panel kind, int height, float unit) {
    const Colour gold = theme.ornament.middle;
    const Colour plate = theme.ink(Ink::accent);
    const float hairline = std::max(1.0F, std::round(unit * 0.14F));
    const float pill = static_cast<float>(height) / 2;
    const Colour lit = towards(theme.panel, theme.centre, 0.18F);
    switch (kind) {
        case Panel::card:
            return {lit, theme.panel, faded(gold, 0.16F), 1, 1.5F * unit, 0.95F, 2.8F * unit, 0.8F * unit};
        case Panel::outline:
            return {lit, theme.panel, faded(gold, 0.62F), hairline, 1.5F * unit, 0.95F, 2.8F * unit, 0.8F * unit};
        case Panel::dim: return {theme.panel_dim, theme.panel_dim, faded(gold, 0.22F), hairline, 1.5F * unit, 0, 0, 0};
        case Panel::plate:
            return {towards(plate, theme.gold.top, 0.45F),
                    towards(plate, theme.gold.bottom, 0.3F),
                    faded(theme.gold.top, 0.5F),
                    1,
                    std::min(pill, 3.4F * unit),
                    0.7F,
                    1.2F * unit,
                    0.35F * unit};
        case Panel::ring:
            return {faded(gold, 0), faded(gold, 0), faded(gold, 0.85F), hairline, std::min(pill, 3.4F * unit), 0, 0, 0};
        case Panel::urgent:
            return {urgent_blue, urgent_blue, rgb(0xFFFFFF, 150), hairline,
                    1.5F * unit, 0.95F,       2.8F * unit,        0.8F * unit};
    }
    return {};
}

}  // namespace

int panel_margin(Panel kind, float unit) {
    switch (kind) {
        case Panel::card:
        case Panel::urgent:
        case Panel::outline: return static_cast<int>(std::ceil(3.7F * unit));
        case Panel::plate: return static_cast<int>(std::ceil(1.6F * unit));
        case Panel::dim:
        case Panel::ring: return 0;
    }
    return 0;
}

PaintRows panel_rows(const Theme& theme, Panel kind, int width, int height, float unit) {
    const PanelLook look = look_of(theme, kind, height, unit);
    const int margin = panel_margin(kind, unit);
    const float half_w = static_cast<float>(width) / 2;
    const float half_h = static_cast<float>(height) / 2;
    const float radius = std::min({look.radius, half_w, half_h});
    const int columns = width + 2 * margin;
    const auto paint_row = [=, shadow = theme.shadow](std::uint8_t* pixels, int row) {
        const float y = static_cast<float>(row - margin) + 0.5F - half_h;
        const float down = std::clamp((y + half_h) / (2 * half_h), 0.0F, 1.0F);
        const Body body(look.top, look.bottom, down);
        // What is no corner, from the line's inner edge to the other's: most of a panel.
        const float dy = std::abs(y) - half_h + radius;
        const int from_edge = static_cast<int>(std::ceil(dy <= 0 ? look.line_width + 0.5F : radius)) + margin;
        const bool inner = dy <= radius - look.line_width - 0.5F;
        const int bare_from = inner ? from_edge : columns, bare_to = columns - from_edge;
        if (inner) fill(pixels, row, bare_from, bare_to, body);
        for (int column = 0; column < columns; ++column) {
            if (column == bare_from && bare_from < bare_to) column = bare_to;
            const float x = static_cast<float>(column - margin) + 0.5F - half_w;
            const float edge = rounded_distance(x, y, half_w, half_h, radius);
            std::uint8_t* pixel = pixels + std::ptrdiff_t{column} * 4;
            if (coverage(edge + look.line_width) == 1) {  // within the line, above the shadow
                write(pixel, body.at(column, row));
                continue;
            }
            if (look.shadow > 0) {
                // Falls off like a blurred edge: half as dark on the edge itself, nothing at its reach.
                const float away = rounded_distance(x, y - look.shadow_drop, half_w, half_h, radius);
                const float depth = 1 - smooth(-look.shadow_reach, look.shadow_reach, away);
                write(pixel, shadow, depth * depth * look.shadow * (1 - coverage(edge)));
            }
            if (edge > 1) continue;
            lay_over(pixel, body.at(column, row), coverage(edge));
            const float line = coverage(edge) - coverage(edge + look.line_width);
            lay_over(pixel, look.line, line);
        }
    };
    return [paint_row](Image& rows, int top) {
        in_bands(rows.height, [&](int first, int last) {
            for (int row = first; row < last; ++row) paint_row(rows.pixel(0, row), top + row);
        });
    };
}

Image paint_panel(const Theme& theme, Panel kind, int width, int height, float unit) {
    if (width < 1 || height < 1) return {};
    const int margin = panel_margin(kind, unit);
    Image image(width + 2 * margin, height + 2 * margin);
    panel_rows(theme, kind, width, height, unit)(image, 0);
    return image;
}

}  // namespace hall
