// The shapes: solid rectangles, and pictures painted once and copied texel for pixel.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "draw/backdrop.h"
#include "draw/baked.h"
#include "draw/canvas.h"
#include "draw/drum.h"
#include "draw/palette.h"
#include "draw/pixels.h"
#include "draw/raster.h"
#include "draw/resample.h"

namespace hall {
namespace {

int whole_pixel(float value) { return static_cast<int>(std::lround(value)); }

int hairline(float unit) { return std::max(1, whole_pixel(unit * 0.16F)); }

/// Sizes in quarter pixels, so that equal shapes share a picture.
int quarters(float value) { return whole_pixel(value * 4); }

std::uint64_t bits(Colour c) {
    return std::uint64_t{c.red} << 24U | std::uint64_t{c.green} << 16U | std::uint64_t{c.blue} << 8U | c.alpha;
}

constexpr Colour untinted = rgb(0xFFFFFF);

/// One pass of a box blur along a line of `count` pixels, `step` bytes apart; the ends are continued outwards.
void blur_line(std::uint8_t* line, int count, std::size_t step, int radius) {
    std::vector<std::uint8_t> in(static_cast<std::size_t>(count) * 4);
    for (int i = 0; i < count; ++i)
        std::copy_n(line + static_cast<std::size_t>(i) * step, 4, in.data() + static_cast<std::size_t>(i) * 4);
    const auto at = [&](int i, std::size_t channel) {
        return static_cast<int>(in[static_cast<std::size_t>(std::clamp(i, 0, count - 1)) * 4 + channel]);
    };
    const int width = 2 * radius + 1;
    for (std::size_t channel = 0; channel < 4; ++channel) {
        int sum = 0;
        for (int i = -radius; i <= radius; ++i) sum += at(i, channel);
        for (int i = 0; i < count; ++i) {
            line[static_cast<std::size_t>(i) * step + channel] = static_cast<std::uint8_t>((sum + radius) / width);
            sum += at(i + radius + 1, channel) - at(i - radius, channel);
        }
    }
}

/// The middle of `image` over the whole of width x height, without any edge left in it, under `veil` (by its alpha).
Image paint_blurred(const Image& image, int width, int height, Colour veil) {
    constexpr int coarse = 16;    // the blur is of a picture so many times smaller
    constexpr int softness = 24;  // radius: this part of its longer side
    Image small =
        resample(image, cover(image, width, height), std::max(1, width / coarse), std::max(1, height / coarse));
    const int radius = std::max(1, std::max(small.width, small.height) / softness);
    for (int pass = 0; pass < 2; ++pass) {
        const auto row = static_cast<std::size_t>(small.width) * 4;
        for (int y = 0; y < small.height; ++y) blur_line(small.pixel(0, y), small.width, 4, radius);
        for (int x = 0; x < small.width; ++x) blur_line(small.pixel(x, 0), small.height, row, radius);
    }
    Image result = resample(small, whole(small), width, height);
    for (int y = 0; y < height; ++y) {
        std::uint8_t* pixel = result.pixel(0, y);
        for (int x = 0; x < width; ++x, pixel += 4) {
            const float shown = (1 - static_cast<float>(veil.alpha) / 255) * static_cast<float>(pixel[3]) / 255;
            const float by = threshold(x, y);  // or a dark sky shows bands
            const auto veiled = [&](std::uint8_t value, std::uint8_t over) {
                const auto base = static_cast<float>(over);
                return static_cast<std::uint8_t>(base + (static_cast<float>(value) - base) * shown + by);
            };
            pixel[0] = veiled(pixel[0], veil.red);
            pixel[1] = veiled(pixel[1], veil.green);
            pixel[2] = veiled(pixel[2], veil.blue);
            pixel[3] = 255;
        }
    }
    return result;
}

}  // namespace

void Canvas::quad(TextureId texture, int x, int y, int w, int h, Colour colour) {
    const Colour tint = faded(colour, alpha_);
    if (tint.alpha == 0 || w <= 0 || h <= 0) return;
    const int top = y + whole_pixel(shift_);
    const ImVec2 from(static_cast<float>(x), static_cast<float>(top));
    const ImVec2 to(static_cast<float>(x + w), static_cast<float>(top + h));
    const ImU32 packed = IM_COL32(tint.red, tint.green, tint.blue, tint.alpha);
    if (texture == nullptr) {
        list_.AddRectFilled(from, to, packed);
    } else {
        list_.AddImage(texture, from, to, ImVec2(0, 0), ImVec2(1, 1), packed);
    }
}

void Canvas::stamp(const BakedPicture& picture, int x, int y, Colour colour) {
    if (picture.texture != nullptr) quad(picture.texture, x, y, picture.width, picture.height, colour);
}

void Canvas::fill(Colour colour) { quad(nullptr, viewport_.x, viewport_.y, viewport_.width, viewport_.height, colour); }

bool Canvas::head_band(float bottom) {
    if (theme().band.alpha == 0) return false;
    quad(nullptr, viewport_.x, viewport_.y, viewport_.width, whole_pixel(bottom) - viewport_.y, theme().band);
    return true;
}

/// A fading page leaves its ground behind: look.md 5.4, and whole pixels are copied several times faster than mixed
/// ones.
void Canvas::ground(const BakedPicture& picture, Colour otherwise) {
    const float fading = std::exchange(alpha_, 1.0F);
    if (picture.texture == nullptr) fill(otherwise);
    stamp(picture, viewport_.x, viewport_.y, untinted);
    alpha_ = fading;
}

void Canvas::backdrop(Ornament ornament) {
    if (palette_.background() != nullptr && !palette_.background()->empty()) return brand_backdrop();
    const int left = whole_pixel(stage_.x) - viewport_.x;
    const int width = whole_pixel(stage_.w);
    const BakeKey key{Painted::backdrop,
                      viewport_.width,
                      viewport_.height,
                      static_cast<int>(ornament),
                      ornament == Ornament::none ? 0 : left * 32768 + width,
                      0,
                      &theme()};
    const auto painter = [&theme = theme(), whole = viewport_, ornament, left, width] {
        return [backdrop = std::make_shared<Backdrop>(theme, whole.width, whole.height, ornament, left, width)](
                   Image& rows, int top) { backdrop->paint(rows, top); };
    };
    const BakedPicture picture =
        palette_.baked().get_painted(key, viewport_.width, viewport_.height, Alpha::none, painter);
    ground(picture, theme().top);
}

void Canvas::brand_backdrop() {
    const Image& image = *palette_.background();
    const auto percent = static_cast<int>(palette_.scrim() * 100);
    const BakeKey key{Painted::brand, viewport_.width, viewport_.height, percent, 0, fingerprint(image), &theme()};
    const BakedPicture picture = palette_.baked().get(key, [&] {
        return paint_brand(
            theme(),
            resample(image, cover(image, viewport_.width, viewport_.height), viewport_.width, viewport_.height),
            palette_.scrim());
    });
    ground(picture, theme().top);
}

void Canvas::frame() {
    // Around the whole picture: on a wide wall it holds the backdrop together, and flags stand outside it.
    const Box free = free_box();
    const Colour gold = theme().ornament.middle;
    const auto lines = [&](const Box& box, int stroke, Colour colour) {
        const int x0 = whole_pixel(box.x);
        const int y0 = whole_pixel(box.y);
        const int w = whole_pixel(box.right()) - x0;
        const int h = whole_pixel(box.bottom()) - y0;
        quad(nullptr, x0, y0, w, stroke, colour);
        quad(nullptr, x0, y0 + h - stroke, w, stroke, colour);
        quad(nullptr, x0, y0 + stroke, stroke, h - 2 * stroke, colour);
        quad(nullptr, x0 + w - stroke, y0 + stroke, stroke, h - 2 * stroke, colour);
    };
    const Box outer = free.inset(unit(3.9F));
    lines(outer, hairline(unit_), faded(gold, 0.75F));
    lines(free.inset(unit(4.75F)), std::max(1, hairline(unit_) / 2), faded(gold, 0.38F));
}

void Canvas::rule(float x0, float x1, float y) {
    const int stroke = hairline(unit_);
    const int left = whole_pixel(std::min(x0, x1));
    quad(nullptr, left, whole_pixel(y - static_cast<float>(stroke) / 2), whole_pixel(std::max(x0, x1)) - left, stroke,
         theme().ink(Ink::line));
}

void Canvas::ornament_rule(float centre_x, float y, float half_width) {
    const Colour gold = theme().ornament.middle;
    const int stroke = hairline(unit_);
    const float radius = unit(0.75F);
    const int gap = whole_pixel(unit(1.4F));
    const int length = whole_pixel(half_width) - gap;
    const int top = whole_pixel(y - static_cast<float>(stroke) / 2);
    const int middle = whole_pixel(centre_x);
    for (const Fading fading : {Fading::left, Fading::right}) {
        if (length <= 0) break;
        const BakeKey key{Painted::fading_rule, length, stroke, static_cast<int>(fading), 0, bits(gold)};
        stamp(palette_.baked().get(key, [&] { return paint_fading_rule(length, stroke, gold, fading); }),
              fading == Fading::left ? middle - gap - length : middle + gap, top, untinted);
    }
    const BakeKey key{Painted::diamond, 0, 0, 0, quarters(radius), bits(gold)};
    const BakedPicture diamond = palette_.baked().get(key, [&] { return paint_diamond(radius, gold); });
    stamp(diamond, middle - diamond.width / 2, top + stroke / 2 - diamond.height / 2, untinted);
}

void Canvas::panel(const Box& box, Panel kind) {
    const int x = whole_pixel(box.x);
    const int y = whole_pixel(box.y);
    const int w = whole_pixel(box.right()) - x;
    const int h = whole_pixel(box.bottom()) - y;
    if (w <= 0 || h <= 0) return;
    const int margin = panel_margin(kind, unit_);
    const BakeKey key{Painted::panel, w, h, static_cast<int>(kind), quarters(unit_ * 16), 0, &theme()};
    const auto painter = [&theme = theme(), kind, w, h, unit = unit_] { return panel_rows(theme, kind, w, h, unit); };
    stamp(palette_.baked().get_painted(key, w + 2 * margin, h + 2 * margin, Alpha::straight, painter), x - margin,
          y - margin, untinted);
}

void Canvas::bar(const Box& box, Ink ink) {
    const int x = whole_pixel(box.x);
    const int y = whole_pixel(box.y);
    // What is there at all is seen: never thinner than a pixel.
    const int w = box.w > 0 ? std::max(1, whole_pixel(box.right()) - x) : 0;
    const int h = box.h > 0 ? std::max(1, whole_pixel(box.bottom()) - y) : 0;
    quad(nullptr, x, y, w, h, theme().ink(ink));
}

void Canvas::disc(float centre_x, float centre_y, float radius, Ink ink) {
    const float size = static_cast<float>(quarters(radius)) / 4;
    const BakeKey key{Painted::disc, 0, 0, 0, quarters(radius), bits(theme().ink(ink))};
    const BakedPicture picture = palette_.baked().get(key, [&] { return paint_disc(size, theme().ink(ink)); });
    stamp(picture, whole_pixel(centre_x) - picture.width / 2, whole_pixel(centre_y) - picture.height / 2, untinted);
}

void Canvas::drum(float centre_x, float centre_y, float radius, float alpha) {
    const auto size = std::round(radius);
    const BakeKey key{Painted::drum, 0, 0, 0, whole_pixel(size), 0, &theme()};
    const BakedPicture picture = palette_.baked().get(key, [&] { return paint_drum(theme(), size); });
    stamp(picture, whole_pixel(centre_x) - picture.width / 2, whole_pixel(centre_y) - picture.height / 2,
          faded(untinted, alpha));
}

void Canvas::check(float centre_x, float centre_y, float size, Ink ink) {
    const int side = whole_pixel(size);
    const BakeKey key{Painted::tick, side, side, 0, 0, bits(theme().ink(ink))};
    stamp(palette_.baked().get(key, [&] { return paint_tick(side, theme().ink(ink)); }),
          whole_pixel(centre_x) - side / 2, whole_pixel(centre_y) - side / 2, untinted);
}

void Canvas::picture(const Image* image, const Box& box, PictureFit fit) {
    if (image == nullptr || image->empty()) return;
    int w = whole_pixel(box.w);
    int h = whole_pixel(box.h);
    if (w <= 0 || h <= 0) return;
    Part part = whole(*image);
    if (fit == PictureFit::contain) {
        const double scale = std::min(static_cast<double>(w) / image->width, static_cast<double>(h) / image->height);
        w = std::max(1, static_cast<int>(std::lround(image->width * scale)));
        h = std::max(1, static_cast<int>(std::lround(image->height * scale)));
    } else {
        if (fit == PictureFit::circle) w = h = std::min(w, h);
        part = cover(*image, w, h);
    }
    const Colour gold = theme().ornament.middle;
    const bool full = w >= viewport_.width;
    const BakeKey key{Painted::photo, w, h, static_cast<int>(fit), quarters(unit_), fingerprint(*image), image};
    const BakedPicture shown = palette_.baked().get(key, [&] {
        Image scaled = resample(*image, part, w, h);
        if (fit == PictureFit::circle) mask_circle(scaled, unit(0.35F), gold);
        if (fit == PictureFit::cover && !full) {
            mask_rounded(scaled, unit(1.5F), static_cast<float>(hairline(unit_)), faded(gold, 0.62F));
        }
        return scaled;
    });
    const int x = whole_pixel(box.centre_x()) - w / 2, y = whole_pixel(box.centre_y()) - h / 2;
    stamp(shown, x, y, untinted);
    record_.pictures.push_back(
        {static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)});
}

void Canvas::backdrop_picture(const Image* image, float scrim) {
    if (image == nullptr || image->empty()) return backdrop(Ornament::none);
    const Colour veil = faded(theme().corner, scrim);
    const BakeKey key{
        Painted::blurred, viewport_.width, viewport_.height, 0, 0, fingerprint(*image) ^ bits(veil), image};
    const BakedPicture picture =
        palette_.baked().get(key, [&] { return paint_blurred(*image, viewport_.width, viewport_.height, veil); });
    ground(picture, theme().corner);
}

}  // namespace hall
