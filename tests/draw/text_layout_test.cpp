/// Sizes, shrinking and ink of laid-out text.
#include "base/text.h"
#include "draw/text_support.h"

namespace hall {
namespace {

TEST(TextLayout, an_empty_text_is_an_empty_block_that_fits) {
    for (const char* text : {"", "  ", "\n"}) {
        const TextBlock block = lay_out(test_fonts(), text, {}, full_hd(50, 2));
        EXPECT_TRUE(block.empty());
        EXPECT_TRUE(block.fits);
        EXPECT_EQ(block.height(), 0);
    }
}

TEST(TextLayout, text_with_room_has_the_size_of_its_type) {
    const TextBlock block = lay_out(test_fonts(), "Hội nghị", {.type = Type::title}, full_hd(90, 1));
    EXPECT_FLOAT_EQ(block.em, 8.4F * 10.8F);
    EXPECT_FLOAT_EQ(block.advance, block.em * 1.35F);
}

TEST(TextLayout, text_shrinks_to_the_tiers_minimum_and_then_says_it_does_not_fit) {
    const float least = least_em(Face::sans_semibold, Tier::must_read, 6) * 10.8F;
    bool fitted_at_least = false;
    float last = 1e9F;
    for (float width = 60; width > 5; width -= 0.25F) {
        const TextBlock block = lay_out(test_fonts(), "Liên hiệp Hữu nghị", {.type = Type::name_l}, full_hd(width, 1));
        EXPECT_GE(block.em, least);
        EXPECT_LE(block.em, last);
        last = block.em;
        EXPECT_TRUE(!block.fits || block.width <= block.slot_width + 0.01F);
        if (block.fits && block.em == least) fitted_at_least = true;
        EXPECT_TRUE(block.fits || block.em == least);
    }
    EXPECT_TRUE(fitted_at_least);
    EXPECT_EQ(last, least);
}

TEST(TextLayout, a_word_wider_than_the_place_is_never_cut) {
    const TextBlock block =
        lay_out(test_fonts(), "Chữviếtliềnnhaukhôngcókhoảngtrắng đây", {.type = Type::name_m}, full_hd(20, 3));
    EXPECT_FALSE(block.fits);
    EXPECT_EQ(joined(block), "Chữviếtliềnnhaukhôngcókhoảngtrắng\nđây");
}

TEST(TextLayout, a_far_last_row_raises_small_types) {
    LayoutLimits limits = full_hd(90, 1);
    limits.distance = 10;
    const TextBlock block = lay_out(test_fonts(), "Nghệ An", {.type = Type::body}, limits);
    EXPECT_NEAR(block.cap_height / limits.percent, 5.0F, 0.02F);
}

TEST(TextLayout, a_screen_may_forbid_shrinking_early) {
    LayoutLimits limits = full_hd(30, 1);
    limits.smallest = 0.95F;
    const TextBlock block = lay_out(test_fonts(), "Tổng Liên đoàn Lao động Việt Nam", {.type = Type::title}, limits);
    EXPECT_FALSE(block.fits);
    EXPECT_FLOAT_EQ(block.em, 8.4F * 0.95F * 10.8F);
}

TEST(TextLayout, the_same_picture_at_twice_the_size_turns_at_the_same_places) {
    const std::string text = "Báo cáo tổng kết hoạt động Cụm thi đua năm 2022 và phương hướng, nhiệm vụ năm 2023";
    for (const float percent : {3.6F, 7.2F, 10.8F, 21.6F}) {
        LayoutLimits limits{.width = 100 * percent, .lines = 3, .percent = percent};
        const TextBlock block = lay_out(test_fonts(), text, {.type = Type::title}, limits);
        EXPECT_EQ(joined(block),
                  joined(lay_out(test_fonts(), text, {.type = Type::title}, {.width = 1080, .lines = 3})));
        EXPECT_NEAR(block.width / percent, block.em / percent * (block.width / block.em), 0.01F);
    }
}

TEST(TextLayout, decomposed_text_is_laid_out_as_composed_text) {
    const std::string composed = "Nguyễn Thị Ngọc Ẩn";
    const std::string decomposed = "Nguye\u0302\u0303n Thi\u0323 Ngo\u0323c A\u0302\u0309n";
    ASSERT_NE(composed, decomposed);
    const TextBlock one = lay_out(test_fonts(), composed, {.type = Type::name_m}, full_hd(90, 1));
    const TextBlock other = lay_out(test_fonts(), decomposed, {.type = Type::name_m}, full_hd(90, 1));
    EXPECT_EQ(joined(one), joined(other));
    EXPECT_EQ(one.width, other.width);
    EXPECT_EQ(one.lines[0].ink, other.lines[0].ink);
    ASSERT_EQ(one.lines[0].glyphs.size(), other.lines[0].glyphs.size());
    for (std::size_t at = 0; at < one.lines[0].glyphs.size(); ++at)
        EXPECT_EQ(one.lines[0].glyphs[at].glyph, other.lines[0].glyphs[at].glyph);
}

TEST(TextLayout, capitals_are_vietnamese_and_a_little_opened) {
    const TextBlock block =
        lay_out(test_fonts(), "đường sự thật", {.type = Type::title, .capitals = Capitals::upper}, full_hd(90, 1));
    EXPECT_EQ(joined(block), "ĐƯỜNG SỰ THẬT");
    const TextBlock written = lay_out(test_fonts(), "ĐƯỜNG SỰ THẬT", {.type = Type::title}, full_hd(90, 1));
    EXPECT_NEAR(block.width - written.width, 12 * 0.02F * block.em, 0.1F);
}

TEST(TextLayout, the_ink_box_encloses_stacked_marks) {
    for (const char* letter : {"Ẳ", "Ậ", "Ỹ", "Ẩ", "Ộ", "Ự"}) {
        for (const Type type : {Type::title, Type::name_m, Type::body}) {
            const TextBlock block = lay_out(test_fonts(), letter, {.type = type}, full_hd(90, 1));
            const PlacedGlyph& glyph = block.lines[0].glyphs.at(0);
            const GlyphMask mask = test_fonts().mask(glyph.face, glyph.glyph, block.em);
            const Box& ink = block.lines[0].ink;
            EXPECT_GT(block.ink_above() + block.ink_below(), block.em * 0.1F) << letter;
            EXPECT_LE(ink.y, static_cast<float>(mask.top) + 1) << letter;
            EXPECT_GE(ink.bottom(), static_cast<float>(mask.top + mask.height) - 1) << letter;
            EXPECT_LE(ink.x, static_cast<float>(mask.left) + 1) << letter;
            EXPECT_GE(ink.right(), static_cast<float>(mask.left + mask.width) - 1) << letter;
        }
    }
}

TEST(TextLayout, marks_of_adjacent_lines_keep_apart) {
    for (const Type type : {Type::title, Type::name_m, Type::body, Type::clock}) {
        const TextBlock block = lay_out(test_fonts(), "Ậ Ự g\nẲ Ỗ Ỹ", {.type = type}, full_hd(90, 2));
        ASSERT_EQ(block.lines.size(), 2U);
        const float gap = block.advance + block.lines[1].ink.y - block.lines[0].ink.bottom();
        EXPECT_GE(gap, 0.06F * block.em);
        EXPECT_NEAR(block.height(), block.cap_height + block.advance, 0.01F);
    }
}

TEST(TextLayout, glyphs_carry_the_number_of_their_syllable) {
    const TextBlock block = lay_out(test_fonts(), "Bằng khen\nTổng", {.type = Type::title}, full_hd(90, 2));
    EXPECT_EQ(block.lines[0].glyphs.front().token, 0);
    EXPECT_EQ(block.lines[0].glyphs.back().token, 1);
    EXPECT_EQ(block.lines[1].glyphs.front().token, 2);
}

}  // namespace
}  // namespace hall
