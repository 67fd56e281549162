// The canvas: where things go, and what it asks of the renderer.
#include "draw/canvas.h"

#include <gtest/gtest.h>

#include <cmath>

#include "draw/baked.h"
#include "draw/palette.h"
#include "draw/sheet.h"
#include "draw_support.h"
#include "text_support.h"

namespace hall {
namespace {

constexpr Seconds settled{1e6};

class OnCanvas : public testing::Test {
protected:
    Canvas canvas(const Viewport& viewport = {}, Seconds on_air_for = settled) {
        return {sheet.begin(viewport.width, viewport.height), palette, viewport, on_air_for};
    }
    static Viewport sized(int width, int height) {
        Viewport viewport;
        viewport.width = width;
        viewport.height = height;
        return viewport;
    }
    std::vector<Quad> quads() const { return quads_of(sheet.list()); }

    RecordingHost host;
    Palette palette{test_fonts(), host, theme_named("le-dai")};
    Sheet sheet;
};

TextStyle gold_title() { return {.type = Type::title, .finish = Finish::gold, .align = Align::centre}; }

Image grey(int width, int height) {
    Image image(width, height);
    std::fill(image.rgba.begin(), image.rgba.end(), std::uint8_t{200});
    return image;
}

/// Every shape and every way to put a text.
void draw_everything(Canvas& c, const Image& photo) {
    c.fill(rgb(0x102030));
    c.backdrop(Ornament::right);
    c.frame();
    c.rule(c.x(5), c.x(95), c.y(15));
    c.ornament_rule(c.x(50), c.y(22), c.width(18));
    float left = 5;
    for (const Panel kind : {Panel::card, Panel::outline, Panel::dim, Panel::plate, Panel::ring}) {
        c.panel(c.box(left, 30.3F, 15.7F, 12.1F), kind);
        left += 18;
    }
    c.bar(c.box(7.5F, 74, 50, 0.9F), Ink::accent);
    c.disc(c.x(20), c.y(60), c.unit(4.4F), Ink::accent);
    c.drum(c.x(50), c.y(60), c.unit(9), 0.95F);
    c.check(c.x(80), c.y(60), c.unit(5), Ink::primary);
    for (const PictureFit fit : {PictureFit::contain, PictureFit::cover, PictureFit::circle}) {
        c.picture(&photo, c.box(60, 60, 13.3F, 21.7F), fit);
    }
    c.put(c.fit("Liên đoàn Lao động tỉnh Thừa Thiên Huế", gold_title(), c.width(84), 2), c.x(50), c.y(62.5F));
    c.put_centred(c.fit("Ký giao ước thi đua", {}, c.width(40)), c.x(6), c.y(80));
    c.put_staggered(c.fit("Nguyễn Văn Kỷ", {.type = Type::name_m}, c.width(40)), c.x(6), c.y(88), Seconds{0.1});
}

TEST_F(OnCanvas, a_line_under_a_plate_is_left_out_whole_and_the_others_stay) {
    const auto drawn = [&](const std::vector<Box>& plates) {
        Viewport viewport;
        viewport.plates = plates;
        Canvas c = canvas(viewport);
        const TextBlock block = c.fit("Đón tiếp đại biểu\nChào cờ", {.type = Type::title}, c.width(84), 2);
        c.put(block, c.x(10), c.y(50));
        const hall::Run& run = c.record().runs.at(0);
        return std::pair{quads().size(), run.ink};
    };
    const auto [all, ink] = drawn({});
    const Box below{0, ink[1].bottom() - 2, 1920, 200}, nowhere{0, 900, 1920, 100};
    const std::size_t first_line = drawn({below}).first;
    EXPECT_GT(first_line, 0U);
    EXPECT_LT(first_line, all);
    EXPECT_EQ(drawn({nowhere}).first, all);
    EXPECT_EQ(drawn({{0, 0, 1920, 1080}}).first, 0U);
}

struct Stage {
    int width, height;
    Box stage;
    float unit;
};

TEST_F(OnCanvas, the_stage_fills_up_to_sixteen_to_nine_and_stands_in_the_middle_of_wider_pictures) {
    const Stage expected[] = {
        {1920, 1080, {0, 0, 1920, 1080}, 10.8F},   {1024, 768, {0, 0, 1024, 768}, 7.68F},
        {2560, 1080, {320, 0, 1920, 1080}, 10.8F}, {3840, 1080, {960, 0, 1920, 1080}, 10.8F},
        {1080, 1920, {0, 0, 1080, 1920}, 10.8F},   {1920, 1200, {0, 0, 1920, 1200}, 12},
        {3840, 2160, {0, 0, 3840, 2160}, 21.6F},
    };
    for (const Stage& e : expected) {
        const Canvas c = canvas(sized(e.width, e.height));
        EXPECT_NEAR(c.stage().x, e.stage.x, 0.01F) << e.width << "x" << e.height;
        EXPECT_NEAR(c.stage().w, e.stage.w, 0.01F) << e.width << "x" << e.height;
        EXPECT_NEAR(c.stage().h, e.stage.h, 0.01F) << e.width << "x" << e.height;
        EXPECT_NEAR(c.unit(1), e.unit, 1e-3F) << e.width << "x" << e.height;
    }
    EXPECT_TRUE(canvas(sized(1080, 1920)).portrait());
    EXPECT_TRUE(canvas(sized(1024, 768)).narrow());
    EXPECT_FALSE(canvas(sized(1920, 1200)).narrow());
}

TEST_F(OnCanvas, room_for_flags_is_kept_at_the_left) {
    Viewport viewport;
    viewport.reserve_left = 20;
    const Canvas c = canvas(viewport);
    EXPECT_NEAR(c.stage().x, 384, 0.01F);
    EXPECT_NEAR(c.stage().right(), 1920, 0.01F);
    EXPECT_NEAR(c.unit(1), 10.8F, 1e-3F);
    // A wall so wide that the stage has room beside the flags anyway keeps it whole.
    viewport.width = 3840;
    EXPECT_NEAR(canvas(viewport).stage().w, 1920, 0.01F);
    EXPECT_GE(canvas(viewport).stage().x, 768);
}

TEST_F(OnCanvas, overscan_insets_every_edge_and_a_viewport_may_lie_anywhere) {
    Viewport viewport;
    viewport.x = 100;
    viewport.y = 50;
    viewport.overscan = 5;
    const Canvas c = canvas(viewport);
    EXPECT_NEAR(c.stage().x, 196, 0.01F);
    EXPECT_NEAR(c.stage().y, 104, 0.01F);
    EXPECT_NEAR(c.stage().w, 1728, 0.01F);
    EXPECT_NEAR(c.stage().h, 972, 0.01F);
}

TEST_F(OnCanvas, everything_is_an_upright_quad_of_one_colour_at_whole_pixels) {
    const Image photo = grey(300, 200);
    for (const Seconds on_air_for : {settled, Seconds{0.23}}) {
        Canvas c = canvas(sized(1366, 768), on_air_for);
        const Canvas::Fade rising(c, 0.7F, 3.4F);
        draw_everything(c, photo);
        const std::vector<Quad> drawn = quads();
        EXPECT_GT(drawn.size(), 60U);
        for (const Quad& quad : drawn) {
            EXPECT_TRUE(quad.plain);
            for (const float edge : {quad.box.x, quad.box.y, quad.box.w, quad.box.h}) EXPECT_EQ(edge, std::round(edge));
        }
    }
}

TEST_F(OnCanvas, painted_pictures_are_copied_texel_for_pixel) {
    const Image photo = grey(300, 200);
    Canvas c = canvas();
    draw_everything(c, photo);
    int copies = 0;
    for (const Quad& quad : quads()) {
        if (quad.texture == nullptr) continue;
        ASSERT_TRUE(host.textures.contains(quad.texture));
        const Image& texture = *host.textures.at(quad.texture);
        if (texture.width == 2048) continue;  // a page of glyphs
        if (quad.box.w == static_cast<float>(texture.width) && quad.box.h == static_cast<float>(texture.height))
            ++copies;
    }
    // Backdrop, rule in three parts, five panels, disc, drum, tick, three photos.
    EXPECT_EQ(copies, 15);
}

TEST_F(OnCanvas, the_same_picture_again_makes_no_texture) {
    const Image photo = grey(300, 200);
    {
        Canvas c = canvas();
        draw_everything(c, photo);
    }
    palette.trim();
    const int created = host.created;
    {
        Canvas c = canvas();
        draw_everything(c, photo);
    }
    EXPECT_EQ(host.created, created);
}

TEST_F(OnCanvas, a_refusing_renderer_still_gets_a_ground_and_nothing_breaks) {
    host.refuses = true;
    Canvas c = canvas();
    draw_everything(c, grey(30, 30));
    for (const Quad& quad : quads()) EXPECT_EQ(quad.texture, nullptr);
}

TEST_F(OnCanvas, another_photo_at_the_same_address_is_seen) {
    Image photo = grey(64, 64);
    Canvas c = canvas();
    c.picture(&photo, c.box(10, 10, 10, 10), PictureFit::contain);
    std::fill(photo.rgba.begin(), photo.rgba.end(), std::uint8_t{90});
    c.picture(&photo, c.box(30, 10, 10, 10), PictureFit::contain);
    EXPECT_EQ(host.created, 2);
    c.picture(nullptr, c.box(30, 10, 10, 10), PictureFit::contain);
    EXPECT_EQ(quads().size(), 2U);
}

TEST_F(OnCanvas, a_contained_photo_keeps_its_shape_in_the_middle) {
    const Image photo = grey(300, 100);
    Canvas c = canvas();
    c.picture(&photo, {100, 100, 600, 600}, PictureFit::contain);
    ASSERT_EQ(quads().size(), 1U);
    EXPECT_EQ(quads()[0].box, (Box{100, 300, 600, 200}));
}

TEST_F(OnCanvas, fades_multiply_and_end) {
    Canvas c = canvas();
    {
        const Canvas::Fade half(c, 0.5F, 10);
        const Canvas::Fade quarter(c, 0.5F, 5);
        c.bar({0, 0, 10, 10}, Ink::accent);
    }
    c.bar({0, 0, 10, 10}, Ink::accent);
    const std::vector<Quad> drawn = quads();
    ASSERT_EQ(drawn.size(), 2U);
    EXPECT_EQ(drawn[0].colour >> 24U, 64U);
    EXPECT_EQ(drawn[0].box.y, 15);
    EXPECT_EQ(drawn[1].colour >> 24U, 255U);
    EXPECT_EQ(drawn[1].box.y, 0);
}

TEST_F(OnCanvas, what_is_faded_out_leaves_its_ground_whole_and_nothing_else) {
    Canvas c = canvas();
    const Canvas::Fade gone(c, 0);
    draw_everything(c, grey(30, 30));
    const std::vector<Quad> drawn = quads();
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_EQ(drawn[0].colour >> 24U, 255U);
    EXPECT_EQ(drawn[0].box,
              (Box{0, 0, static_cast<float>(c.viewport().width), static_cast<float>(c.viewport().height)}));
    EXPECT_EQ(c.record().runs.size(), 3U);  // but the record knows what stands there
}

TEST_F(OnCanvas, entering_moves_until_it_is_there) {
    Canvas before = canvas({}, Seconds{0.5});
    EXPECT_EQ(before.enter(Seconds{1}, Seconds{1}), 0);
    EXPECT_TRUE(before.record().moving);
    Canvas during = canvas({}, Seconds{1.5});
    const float halfway = during.enter(Seconds{1}, Seconds{1});
    EXPECT_GT(halfway, 0.5F);
    EXPECT_LT(halfway, 1);
    EXPECT_TRUE(during.record().moving);
    Canvas after = canvas({}, settled);
    EXPECT_EQ(after.enter(Seconds{1}, Seconds{1}), 1);
    EXPECT_EQ(after.enter(Seconds{1}, Seconds{0}), 1);
    EXPECT_FALSE(after.record().moving);
}

TEST_F(OnCanvas, reduced_motion_is_one_short_fade_and_nothing_moves) {
    Viewport calm;
    calm.entrances = Entering::reduced;
    Canvas during = canvas(calm, Seconds{0.1});
    const Canvas::Fade fade(during, during.enter(Seconds{1}, Seconds{2}), 30);
    during.bar({0, 7, 10, 10}, Ink::accent);
    ASSERT_EQ(quads().size(), 1U);
    EXPECT_EQ(quads()[0].box.y, 7);
    EXPECT_GT(quads()[0].colour >> 24U, 0U);
    EXPECT_EQ(canvas(calm, Seconds{0.25}).enter(Seconds{1}, Seconds{2}), 1);
}

TEST_F(OnCanvas, staggered_words_come_one_after_the_other) {
    Canvas c = canvas({}, Seconds{0.15});
    c.put_staggered(c.fit("Nguyễn Văn Kỷ", {.type = Type::name_m}, c.width(60)), c.x(10), c.y(50), Seconds{0});
    EXPECT_TRUE(c.record().moving);
    const std::vector<Quad> drawn = quads();
    ASSERT_GT(drawn.size(), 5U);
    EXPECT_GT(drawn.front().colour >> 24U, drawn.back().colour >> 24U);
}

TEST_F(OnCanvas, the_earliest_change_counts) {
    Canvas c = canvas();
    EXPECT_FALSE(c.record().changes.has_value());
    c.changes_at(Instant{Milliseconds{5000}});
    c.changes_at(Instant{Milliseconds{3000}});
    c.changes_at(Instant{Milliseconds{9000}});
    EXPECT_EQ(c.record().changes, Instant{Milliseconds{3000}});
}

TEST_F(OnCanvas, a_text_is_recorded_where_its_ink_is) {
    Canvas c = canvas();
    const TextBlock block = c.fit("Đại hội Ẳ", {.type = Type::title, .align = Align::right}, c.width(60));
    c.put(block, c.x(95), c.y(50));
    ASSERT_EQ(c.record().runs.size(), 1U);
    const auto& run = c.record().runs[0];
    ASSERT_EQ(run.ink.size(), 1U);
    EXPECT_EQ(run.text, block.lines[0].text);
    EXPECT_EQ(run.first_baseline, c.y(50));
    EXPECT_NEAR(run.slot.right(), c.x(95), 0.01F);
    EXPECT_LE(run.ink[0].right(), c.x(95) + 1);
    EXPECT_LT(run.ink[0].y, c.y(50) - block.cap_height);
    // The quads lie in the recorded ink, give or take the rounding to pixels and the soft edge.
    for (const Quad& quad : quads()) {
        EXPECT_GE(quad.box.x, run.ink[0].x - 3);
        EXPECT_LE(quad.box.right(), run.ink[0].right() + 3);
        EXPECT_GE(quad.box.y, run.ink[0].y - 3);
        EXPECT_LE(quad.box.bottom(), run.ink[0].bottom() + 3);
    }
}

TEST_F(OnCanvas, centring_halves_the_room_between_cap_top_and_baseline) {
    Canvas c = canvas();
    const TextBlock block = c.fit("HỘI NGHỊ", {.type = Type::label}, c.width(60));
    c.put_centred(block, c.x(10), 500);
    EXPECT_NEAR(c.record().runs.at(0).first_baseline - block.cap_height / 2, 500, 0.01F);
    c.put({}, 0, 0);
    EXPECT_EQ(c.record().runs.size(), 1U);
}

TEST_F(OnCanvas, shadows_of_gold_letters_lie_under_all_letters) {
    Canvas c = canvas();
    c.put(c.fit("Huế", gold_title(), c.width(84)), c.x(50), c.y(50));
    const std::vector<Quad> drawn = quads();
    ASSERT_EQ(drawn.size(), 6U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_GT(drawn[i].box.w, drawn[i + 3].box.w);  // a shadow reaches beyond its letter
    }
}

TEST(SheetList, is_emptied_and_clipped_and_leaves_other_contexts_alone) {
    ASSERT_EQ(ImGui::GetCurrentContext(), nullptr);
    Sheet one;
    Sheet other;
    EXPECT_EQ(ImGui::GetCurrentContext(), nullptr);
    ImDrawList& list = one.begin(640, 360);
    list.AddRectFilled(ImVec2(0, 0), ImVec2(5, 5), IM_COL32_WHITE);
    other.begin(100, 100).AddRectFilled(ImVec2(0, 0), ImVec2(5, 5), IM_COL32_WHITE);
    EXPECT_EQ(list.CmdBuffer[0].ClipRect.z, 640);
    EXPECT_EQ(quads_of(list).size(), 1U);
    EXPECT_TRUE(quads_of(one.begin(640, 360)).empty());
    EXPECT_EQ(quads_of(other.list()).size(), 1U);
}

TEST(SheetList, holds_more_than_sixteen_bits_of_vertices) {
    Sheet sheet;
    ImDrawList& list = sheet.begin(640, 360);
    for (int i = 0; i < 40000; ++i) list.AddRectFilled(ImVec2(1, 2), ImVec2(5, 5), IM_COL32_WHITE);
    const std::vector<Quad> drawn = quads_of(list);
    ASSERT_EQ(drawn.size(), 40000U);
    EXPECT_EQ(drawn.back().box, (Box{1, 2, 4, 3}));
}

}  // namespace
}  // namespace hall
