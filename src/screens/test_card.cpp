/// For whoever sets up the screens: edges, safe frames, geometry, greys and colours, and the hardest marks at every
/// tier's size.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"

namespace hall {
namespace {

constexpr const char* hardest_capitals = "NGUYỄN THỊ ẲNH ẬU";
constexpr const char* hardest_marks = "Ưởng Ỷ Ẵ ỗ ặ ệ";
constexpr const char* legend = "Khung 3,5 % và 5 %";

constexpr float cells_across = 10;   ///< of the picture's shorter side
constexpr float action_safe = 3.5F;  ///< percent of the stage
constexpr float grid_strength = 0.45F;
constexpr float drum_strength = 0.5F;
constexpr float one_pixel = 1;

// Lengths in units of the type base.
constexpr float corner_ring = 6.8F;
constexpr float corner_gap = 1.4F;
constexpr float drum_radius = 19;
constexpr float drum_radius_narrow = 13;
constexpr float block_gap = 3;
constexpr float block_padding = 2;
constexpr float plate_padding = 1;
constexpr float tier_room = 8;
constexpr float sample_gap = 5;
constexpr float patch_gap = 1.2F;
constexpr float tallest_patch = 6.5F;
constexpr float details_gap = 4;
constexpr float cross_arm = 5;
constexpr std::size_t patches_a_row = 11;

Box picture_of(const Canvas& canvas) {
    const Viewport& viewport = canvas.viewport();
    return {static_cast<float>(viewport.x), static_cast<float>(viewport.y), static_cast<float>(viewport.width),
            static_cast<float>(viewport.height)};
}

/// One pixel wide, its outer edge on the box's.
void outline(Canvas& canvas, const Box& box, Ink ink) {
    canvas.bar({box.x, box.y, box.w, one_pixel}, ink);
    canvas.bar({box.x, box.bottom() - one_pixel, box.w, one_pixel}, ink);
    canvas.bar({box.x, box.y, one_pixel, box.h}, ink);
    canvas.bar({box.right() - one_pixel, box.y, one_pixel, box.h}, ink);
}

/// Squares that meet in the picture's centre.
void draw_grid(Canvas& canvas, const Box& picture) {
    const Canvas::Fade faint(canvas, grid_strength);
    const float cell = std::min(picture.w, picture.h) / cells_across;
    const float left = picture.centre_x() - std::floor(picture.w / 2 / cell) * cell;
    const float top = picture.centre_y() - std::floor(picture.h / 2 / cell) * cell;
    for (float x = left; x < picture.right(); x += cell) canvas.bar({x, picture.y, one_pixel, picture.h}, Ink::line);
    for (float y = top; y < picture.bottom(); y += cell) canvas.bar({picture.x, y, picture.w, one_pixel}, Ink::line);
}

Box stage_less(const Canvas& canvas, float percent) {
    const float dx = canvas.width(percent);
    const float dy = canvas.height(percent);
    const Box& stage = canvas.stage();
    return {stage.x + dx, stage.y + dy, stage.w - 2 * dx, stage.h - 2 * dy};
}

void draw_cross(Canvas& canvas, const Box& picture) {
    const float arm = canvas.unit(cross_arm);
    canvas.bar({picture.centre_x() - arm, picture.centre_y(), 2 * arm, one_pixel}, Ink::primary);
    canvas.bar({picture.centre_x(), picture.centre_y() - arm, one_pixel, 2 * arm}, Ink::primary);
}

void draw_corners(Canvas& canvas, const Box& area) {
    const float side = canvas.unit(corner_ring);
    const float gap = canvas.unit(corner_gap);
    for (const float x : {area.x + gap, area.right() - gap - side}) {
        for (const float y : {area.y + gap, area.bottom() - gap - side}) canvas.panel({x, y, side, side}, Panel::ring);
    }
}

// --- colours ---------------------------------------------------------------------------------------------------------

constexpr Colour grey(int level) {
    const auto value = static_cast<std::uint8_t>(level);
    return {value, value, value, 255};
}

std::vector<std::vector<Colour>> patch_rows(const Theme& theme) {
    constexpr int grey_steps = 11;
    std::vector<Colour> steps(grey_steps);
    for (int step = 0; step < grey_steps; ++step)
        steps[static_cast<std::size_t>(step)] = grey(255 * step / (grey_steps - 1));
    std::vector<Colour> ends;
    for (const int level : {0, 5, 10, 15, 20, 128, 235, 240, 245, 250, 255}) ends.push_back(grey(level));
    const std::vector<Colour> primaries = {rgb(0xFFFFFF), rgb(0xFFFF00), rgb(0x00FFFF), rgb(0x00FF00),
                                           rgb(0xFF00FF), rgb(0xFF0000), rgb(0x0000FF), rgb(0x000000),
                                           rgb(0x7F0000), rgb(0x007F00), rgb(0x00007F)};
    std::vector<Colour> own = {theme.top, theme.centre, theme.bottom, theme.corner, theme.panel};
    for (const Ink ink : {Ink::primary, Ink::secondary, Ink::accent, Ink::accent_pale, Ink::on_accent, Ink::shape})
        own.push_back(theme.ink(ink));
    return {steps, ends, primaries, own};
}

void patch(Canvas& canvas, float x, float y, float side, Colour colour) {
    Image pixel(1, 1);
    pixel.rgba = {colour.red, colour.green, colour.blue, 255};
    canvas.picture(&pixel, {x, y, side, side}, PictureFit::contain);
}

void draw_patches(Canvas& canvas, const Box& card) {
    canvas.panel(card, Panel::card);
    const Box box = card.inset(canvas.unit(block_padding));
    const auto rows = patch_rows(canvas.theme());
    const float gap = canvas.unit(patch_gap);
    const float room = (box.h - gap * static_cast<float>(rows.size() - 1)) / static_cast<float>(rows.size());
    const float side =
        std::floor(std::min(box.w / static_cast<float>(patches_a_row), std::min(room, canvas.unit(tallest_patch))));
    const float height = side * static_cast<float>(rows.size()) + gap * static_cast<float>(rows.size() - 1);
    float y = box.centre_y() - height / 2;
    for (const auto& row : rows) {
        float x = std::round(box.centre_x() - side * static_cast<float>(row.size()) / 2);
        for (const Colour colour : row) {
            patch(canvas, x, std::round(y), side, colour);
            x += side;
        }
        y += side + gap;
    }
}

// --- words -----------------------------------------------------------------------------------------------------------

struct Sample {
    const char* tier;
    Type type;
};
constexpr std::array<Sample, 3> samples{{{"T1", Type::name_m}, {"T2", Type::body}, {"T3", Type::meta}}};

void draw_samples(Canvas& canvas, const Box& box) {
    canvas.panel(box, Panel::card);
    const float padding = canvas.unit(block_padding);
    const float room = canvas.unit(tier_room);
    std::vector<TextBlock> blocks;
    float height = 0;
    for (const Sample& sample : samples) {
        blocks.push_back(canvas.fit(hardest_marks, {.type = sample.type}, box.w - 2 * padding - room, 2));
        height += blocks.back().ink_above() + blocks.back().height() + blocks.back().ink_below();
    }
    const auto gaps = static_cast<float>(samples.size() - 1);
    const float gap = std::clamp((box.h - 2 * padding - height) / gaps, 0.0F, canvas.unit(sample_gap));
    float y = box.centre_y() - (height + gaps * gap) / 2;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const float baseline = y + blocks[i].ink_above() + blocks[i].cap_height;
        canvas.put(canvas.fit(samples[i].tier, {.type = Type::meta, .ink = Ink::secondary}, room), box.x + padding,
                   baseline);
        canvas.put(blocks[i], box.x + padding + room, baseline);
        y = baseline - blocks[i].cap_height + blocks[i].height() + blocks[i].ink_below() + gap;
    }
}

TextColumn size_of(Canvas& canvas, float width) {
    const Viewport& viewport = canvas.viewport();
    const TextStyle size{.type = Type::title, .finish = Finish::gold, .align = Align::centre};
    const TextStyle details{.type = Type::body, .ink = Ink::secondary, .align = Align::centre};
    TextColumn text;
    const Viewport hall = viewport.at(0, 0, 1 / viewport.scale);
    text.add(canvas.fit(fmt::format("{} × {}", hall.width, hall.height), size, width), 0);
    text.add(canvas.fit(fmt::format("k = {:g} • {} • {}", viewport.distance, canvas.theme().title, legend), details,
                        width, 3),
             canvas.unit(details_gap));
    return text;
}

TextColumn name_of(Canvas& canvas, float width) {
    const TextStyle style{.type = Type::hero, .finish = Finish::gold, .align = Align::centre};
    TextBlock name = canvas.fit(hardest_capitals, style, width);
    if (!name.fits) name = canvas.fit(hardest_capitals, style, width, 2);
    TextColumn text;
    text.add(std::move(name), 0);
    return text;
}

/// Samples, drum and patches: side by side, or one above the other on an upright wall.
void draw_middle(Canvas& canvas, const Box& box) {
    const float gap = canvas.unit(block_gap);
    const bool upright = canvas.portrait();
    const float most = (upright ? box.h / 3 : box.h) / 2;
    const float radius = std::min(canvas.unit(canvas.narrow() ? drum_radius_narrow : drum_radius), most);
    Box samples_box = box;
    Box patches_box = box;
    if (upright) {
        samples_box.h = patches_box.h = box.h / 2 - radius - gap;
        patches_box.y = box.bottom() - patches_box.h;
    } else {
        samples_box.w = patches_box.w = box.w / 2 - radius - gap;
        patches_box.x = box.right() - patches_box.w;
    }
    canvas.drum(box.centre_x(), box.centre_y(), radius, drum_strength);
    draw_samples(canvas, samples_box);
    draw_patches(canvas, patches_box);
}

}  // namespace

void draw_test_card(Canvas& canvas, const ScreenInput& /*input*/) {
    canvas.backdrop(Ornament::none);
    const Box picture = picture_of(canvas);
    const Box area = safe_area(canvas);
    draw_grid(canvas, picture);
    outline(canvas, canvas.stage(), Ink::line);
    outline(canvas, stage_less(canvas, action_safe), Ink::line);
    outline(canvas, area, Ink::line);
    draw_corners(canvas, area);

    const float margin = canvas.unit(corner_gap);
    const float padding = canvas.unit(plate_padding);
    const float beside = canvas.unit(corner_ring) + 2 * margin;
    Box plate{area.x + beside, area.y + margin, area.w - 2 * beside, 0};
    const TextColumn size = size_of(canvas, plate.w - 2 * padding);
    plate.h = size.ink_height() + 2 * padding;
    canvas.panel(plate, Panel::card);
    size.put_centred(canvas, plate.centre_x(), plate.centre_y());
    const float top = plate.bottom() + margin;

    const TextColumn name = name_of(canvas, plate.w - 2 * padding);
    plate.h = name.ink_height() + 2 * padding;
    plate.y = area.bottom() - margin - plate.h;
    canvas.panel(plate, Panel::card);
    name.put_centred(canvas, plate.centre_x(), plate.centre_y());
    draw_middle(canvas, {area.x + margin, top, area.w - 2 * margin, plate.y - margin - top});
    draw_cross(canvas, picture);
    outline(canvas, picture, Ink::primary);
}

}  // namespace hall
