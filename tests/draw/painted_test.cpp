// The painted pictures: their pixels.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "draw/backdrop.h"
#include "draw/baked.h"
#include "draw/drum.h"
#include "draw/easing.h"
#include "draw/raster.h"
#include "draw/resample.h"
#include "draw_support.h"

namespace hall {
namespace {

const Theme& le_dai() { return theme_named("le-dai"); }

Colour colour_at(const Image& image, int x, int y) {
    const std::uint8_t* p = image.pixel(x, y);
    return {p[0], p[1], p[2], p[3]};
}

Image chequered(int width, int height) {
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<std::uint8_t>((x + y) % 2 == 0 ? 255 : 0);
            std::fill_n(image.pixel(x, y), 3, value);
            image.pixel(x, y)[3] = 255;
        }
    }
    return image;
}

TEST(Backdrop, is_nowhere_lighter_than_the_centre_colour_allows) {
    for (const Ornament ornament : {Ornament::none, Ornament::centre, Ornament::right}) {
        const Image image = paint_backdrop(le_dai(), 640, 360, ornament, 0, 640);
        double lightest = 0;
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                EXPECT_EQ(image.pixel(x, y)[3], 255);
                lightest = std::max(lightest, relative_luminance(colour_at(image, x, y)));
            }
        }
        EXPECT_LE(lightest, relative_luminance(rgb(0x7A0E13)) + 0.002) << static_cast<int>(ornament);
        EXPECT_GE(contrast_ratio(le_dai().ink(Ink::primary), le_dai().centre), 7);
    }
}

TEST(Backdrop, has_dark_corners_and_a_lighter_middle) {
    const Image image = paint_backdrop(le_dai(), 640, 360, Ornament::none, 0, 640);
    const double middle = relative_luminance(colour_at(image, 320, 130));
    for (const int x : {0, 639}) {
        EXPECT_LT(relative_luminance(colour_at(image, x, 0)), middle / 2);
        EXPECT_LT(relative_luminance(colour_at(image, x, 359)), middle / 2);
    }
}

TEST(Backdrop, is_dithered_so_that_a_block_keeps_fractions_of_a_step) {
    const Image image = paint_backdrop(le_dai(), 1920, 1080, Ornament::none, 0, 1920);
    // Four rows further down the red is about a third of an 8-bit step darker: without the dither, none or a whole one.
    constexpr int rows = 4;
    constexpr int columns = 128;
    const auto mean_red = [&image](int top) {
        double sum = 0;
        for (int y = top; y < top + rows; ++y) {
            for (int x = 900; x < 900 + columns; ++x) sum += image.pixel(x, y)[0];
        }
        return sum / (rows * columns);
    };
    for (int top = 600; top < 1000; top += rows) {
        const double step = mean_red(top) - mean_red(top + rows);
        EXPECT_GT(step, 0.1) << top;
        EXPECT_LT(step, 0.8) << top;
    }
}

TEST(Backdrop, is_the_same_every_time) {
    EXPECT_EQ(paint_backdrop(le_dai(), 320, 180, Ornament::right, 0, 320).rgba,
              paint_backdrop(le_dai(), 320, 180, Ornament::right, 0, 320).rgba);
}

TEST(Backdrop, shows_the_ornament_faintly) {
    const Image plain = paint_backdrop(le_dai(), 640, 360, Ornament::right, 0, 640);
    int different = 0;
    for (int y = 0; y < 200; ++y) {
        for (int x = 400; x + 1 < 640; ++x) different += std::abs(plain.pixel(x, y)[1] - plain.pixel(x + 1, y)[1]) > 3;
    }
    EXPECT_GT(different, 500);
}

TEST(Panel, has_clear_corners_and_a_full_middle) {
    for (const Panel kind : {Panel::card, Panel::outline, Panel::plate, Panel::dim}) {
        const Image image = paint_panel(le_dai(), kind, 300, 120, 10.8F);
        const int margin = panel_margin(kind, 10.8F);
        ASSERT_EQ(image.width, 300 + 2 * margin);
        EXPECT_EQ(image.pixel(0, 0)[3], 0) << static_cast<int>(kind);
        const Colour middle = colour_at(image, image.width / 2, image.height / 2);
        EXPECT_GE(middle.alpha, kind == Panel::dim ? 140 : 230) << static_cast<int>(kind);
        // The very corner of a rounded panel is not the panel's own colour.
        EXPECT_LT(image.pixel(margin, margin)[3], middle.alpha);
    }
    EXPECT_EQ(paint_panel(le_dai(), Panel::ring, 300, 60, 10.8F).pixel(150, 30)[3], 0);
}

TEST(Panel, throws_a_shadow_that_ends_before_the_picture_does) {
    const Image image = paint_panel(le_dai(), Panel::card, 400, 200, 10.8F);
    const int margin = panel_margin(Panel::card, 10.8F);
    const int below = margin + 200;
    EXPECT_GT(image.pixel(image.width / 2, below + 4)[3], 20);
    for (int y = below + 1; y < image.height; ++y) {
        EXPECT_LE(image.pixel(image.width / 2, y)[3], image.pixel(image.width / 2, y - 1)[3]) << y;
    }
    EXPECT_LE(image.pixel(image.width / 2, image.height - 1)[3], 1);
    EXPECT_LE(image.pixel(0, image.height / 2)[3], 1);
}

TEST(Panel, text_on_a_plate_is_read_easily) {
    const Image image = paint_panel(le_dai(), Panel::plate, 300, 71, 10.8F);
    const int margin = panel_margin(Panel::plate, 10.8F);
    for (int y = margin + 6; y < margin + 65; ++y) {
        const Colour ground = colour_at(image, image.width / 2, y);
        EXPECT_GE(contrast_ratio(le_dai().ink(Ink::on_accent), ground), 7) << y;
    }
}

TEST(Drum, is_its_own_mirror_image_both_ways) {
    const Image image = paint_drum(le_dai(), 97);
    int covered = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const int alpha = image.pixel(x, y)[3];
            ASSERT_EQ(alpha, image.pixel(image.width - 1 - x, y)[3]);
            ASSERT_EQ(alpha, image.pixel(x, image.height - 1 - y)[3]);
            covered += alpha > 128 ? 1 : 0;
        }
    }
    EXPECT_GT(covered, image.width * image.height / 5);
    EXPECT_LT(covered, image.width * image.height / 2);
    EXPECT_EQ(image.pixel(0, 0)[3], 0);
}

TEST(Drum, has_a_star_of_fourteen_rays) {
    const DrumFace drum(400);
    const auto covered = [&drum](double turn) {  // on a circle between the notches and the tips, from straight up
        const double angle = turn * 2 * std::acos(-1.0);
        return drum.covers(static_cast<int>(72 * std::sin(angle)), static_cast<int>(72 * std::cos(angle))) > 128;
    };
    for (int ray = 0; ray < 4; ++ray) {  // the face is its own mirror image: a quarter tells all
        EXPECT_TRUE(covered(ray / 14.0)) << ray;
        EXPECT_FALSE(ray < 3 && covered((ray + 0.5) / 14.0)) << ray;
    }
}

TEST(Drum, has_its_ornament_in_every_ring) {
    constexpr float radius = 648;
    const DrumFace drum(radius);
    const auto marks = [&drum](double part) {  // along a quarter of the circle at that part of the radius
        int found = 0;
        bool covered = false;
        constexpr int steps = 4000;
        for (int step = 0; step < steps; ++step) {
            const double angle = step * std::acos(-1.0) / 2 / steps, r = part * radius;
            const bool now =
                drum.covers(static_cast<int>(r * std::sin(angle)), static_cast<int>(r * std::cos(angle))) > 128;
            found += now && !covered ? 1 : 0;
            covered = now;
        }
        return found;
    };
    EXPECT_NEAR(marks(0.884), 28, 2) << "112 strokes";
    EXPECT_NEAR(marks(0.7785), 42, 3) << "56 eyes, each a ring with a dot";
    EXPECT_NEAR(marks(0.55), 7, 1) << "28 teeth";
    EXPECT_NEAR(marks(0.664), 28, 2) << "28 eyes, and the teeth between them";
    EXPECT_NEAR(marks(0.455), 17, 2) << "70 strokes";
    EXPECT_NEAR(marks(0.356), 21, 2) << "28 eyes";
    EXPECT_NEAR(marks(0.225), 7, 1) << "14 dots, and the rays between them";
}

TEST(Disc, is_round_with_soft_edges) {
    const Image image = paint_disc(20, rgb(0xF6CE6A));
    double area = 0;
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) area += image.rgba[i] / 255.0;
    EXPECT_NEAR(area, std::acos(-1.0) * 400, 4);
    EXPECT_EQ(image.pixel(0, 0)[3], 0);
    EXPECT_EQ(colour_at(image, image.width / 2, image.height / 2), rgb(0xF6CE6A));
}

TEST(FadingRule, fades_towards_the_named_end) {
    const Image left = paint_fading_rule(100, 2, rgb(0xF6CE6A), Fading::left);
    EXPECT_LT(left.pixel(0, 0)[3], 4);
    EXPECT_GT(left.pixel(99, 1)[3], 250);
    const Image right = paint_fading_rule(100, 2, rgb(0xF6CE6A), Fading::right);
    EXPECT_GT(right.pixel(0, 0)[3], 250);
    EXPECT_LT(right.pixel(99, 1)[3], 4);
}

TEST(Resample, shrinking_averages) {
    const Image small = resample(chequered(400, 400), {0, 0, 400, 400}, 40, 40);
    for (int i = 2; i < 38; ++i) EXPECT_NEAR(small.pixel(i, i)[0], 127, 3);
}

TEST(Resample, the_same_size_changes_nothing) {
    const Image image = chequered(9, 7);
    EXPECT_EQ(resample(image, whole(image), 9, 7).rgba, image.rgba);
}

TEST(Resample, transparent_pixels_lend_no_colour) {
    Image image(2, 1);
    image.rgba = {255, 255, 255, 255, 0, 0, 0, 0};
    const Image one = resample(image, whole(image), 1, 1);
    EXPECT_EQ(one.pixel(0, 0)[0], 255);
    EXPECT_NEAR(one.pixel(0, 0)[3], 128, 1);
}

TEST(Resample, cover_takes_the_middle_and_more_of_the_top) {
    const Part wide = cover(Image(400, 100), 100, 100);
    EXPECT_EQ(wide.x, 150);
    EXPECT_EQ(wide.w, 100);
    const Part tall = cover(Image(100, 400), 100, 100);
    EXPECT_LT(tall.y, 150);
    EXPECT_EQ(tall.h, 100);
}

TEST(Mask, a_circle_leaves_nothing_in_the_corners) {
    Image image = chequered(100, 100);
    mask_circle(image, 4, rgb(0xF6CE6A));
    EXPECT_EQ(image.pixel(0, 0)[3], 0);
    EXPECT_EQ(image.pixel(99, 99)[3], 0);
    EXPECT_EQ(image.pixel(50, 50)[3], 255);
    EXPECT_EQ(colour_at(image, 2, 50), rgb(0xF6CE6A));
}

TEST(Easing, starts_at_nothing_ends_at_all_and_never_turns_back) {
    for (const auto ease : {decelerate, accelerate, ease_in_out}) {
        EXPECT_EQ(ease(-1), 0);
        EXPECT_EQ(ease(0), 0);
        EXPECT_EQ(ease(1), 1);
        EXPECT_EQ(ease(std::nanf("")), 0);
        float before = 0;
        for (int i = 1; i <= 100; ++i) {
            const float now = ease(static_cast<float>(i) / 100);
            EXPECT_GE(now, before);
            before = now;
        }
    }
    EXPECT_GT(decelerate(0.2F), 0.7F);
    EXPECT_LT(accelerate(0.2F), 0.2F);
    EXPECT_NEAR(cubic_bezier(0.25F, 0.25F, 0.75F, 0.75F, 0.4F), 0.4F, 1e-4F);
}

TEST(BakedPictures, are_painted_once) {
    RecordingHost host;
    BakedPictures baked(host);
    int painted = 0;
    const auto paint = [&painted] {
        ++painted;
        return Image(10, 10);
    };
    const BakeKey key{.what = Painted::disc, .detail = 40};
    const BakedPicture first = baked.get(key, paint);
    baked.trim();
    EXPECT_EQ(baked.get(key, paint).texture, first.texture);
    EXPECT_EQ(painted, 1);
    baked.get({.what = Painted::disc, .detail = 41}, paint);
    EXPECT_EQ(painted, 2);
    EXPECT_EQ(host.textures.size(), 2U);
}

TEST(BakedPictures, what_is_over_the_bound_goes_oldest_first_but_never_what_is_shown) {
    RecordingHost host;
    BakedPictures baked(host, 1000);
    const auto paint = [] { return Image(10, 10); };
    for (int i = 0; i < 5; ++i) {
        baked.get({.what = Painted::disc, .detail = i}, paint);
        if (i < 4) baked.trim();
    }
    baked.get({.what = Painted::disc, .detail = 4}, paint);
    baked.trim();
    EXPECT_EQ(baked.count(), 2U);
    EXPECT_LE(baked.bytes(), 1000U);
    BakedPictures crowded(host, 1000);
    for (int i = 0; i < 5; ++i) crowded.get({.what = Painted::disc, .detail = i}, paint);
    crowded.trim();
    EXPECT_EQ(crowded.count(), 5U);
}

TEST(BakedPictures, what_is_long_unused_goes_and_everything_goes_with_them) {
    RecordingHost host;
    {
        BakedPictures baked(host);
        const auto paint = [] { return Image(10, 10); };
        baked.get({.what = Painted::disc}, paint);
        for (int i = 0; i < 700; ++i) {
            baked.get({.what = Painted::drum}, paint);
            baked.trim();
        }
        EXPECT_EQ(baked.count(), 1U);
        EXPECT_EQ(host.textures.size(), 1U);
    }
    EXPECT_TRUE(host.textures.empty());
}

}  // namespace
}  // namespace hall
