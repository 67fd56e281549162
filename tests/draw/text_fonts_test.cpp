/// The typefaces themselves: metrics, kerning, fallback, and what they lack.
#include <array>

#include "base/text.h"
#include "draw/text_support.h"

namespace hall {
namespace {

constexpr std::array all_faces{Face::serif_bold, Face::sans_medium, Face::sans_semibold, Face::sans_bold, Face::digits};

TEST(TextFonts, a_missing_folder_is_an_error_that_names_it) {
    const auto fonts = Fonts::load("no-such-fonts", Phrases());
    ASSERT_FALSE(fonts);
    EXPECT_NE(fonts.error().sentence.vi.find("no-such-fonts"), std::string::npos);
}

TEST(TextFonts, the_type_scale_knows_the_cap_heights_of_the_faces) {
    for (const Face face : all_faces) {
        const float cap = test_fonts().metrics(face).cap_height;
        EXPECT_NEAR(least_em(face, Tier::should_read, 6), 3.0F / cap, 0.01F) << static_cast<int>(face);
        EXPECT_GT(test_fonts().metrics(face).x_height, 0.6F * cap);
        EXPECT_LT(test_fonts().metrics(face).x_height, 0.8F * cap);
    }
}

TEST(TextFonts, pairs_are_kerned) {
    for (const Face face : {Face::serif_bold, Face::sans_semibold}) {
        const float apart = test_fonts().shape("T", face, 0).advance + test_fonts().shape("Ô", face, 0).advance;
        EXPECT_LT(test_fonts().shape("TÔ", face, 0).advance, apart - 0.005F);
    }
    const float apart = test_fonts().shape("T", Face::sans_semibold, 0).advance +
                        test_fonts().shape("Ổ", Face::sans_semibold, 0).advance;
    EXPECT_LT(test_fonts().shape("TỔ", Face::sans_semibold, 0).advance, apart - 0.02F);
}

TEST(TextFonts, tracking_is_added_after_every_character) {
    const float solid = test_fonts().shape("Hải", Face::sans_bold, 0).advance;
    EXPECT_NEAR(test_fonts().shape("Hải", Face::sans_bold, 0.1F).advance, solid + 0.3F, 1e-4F);
}

TEST(TextFonts, the_clocks_digits_are_equally_wide) {
    const float one = test_fonts().shape("11:11", Face::digits, 0).advance;
    EXPECT_FLOAT_EQ(test_fonts().shape("08:30", Face::digits, 0).advance, one);
}

TEST(TextFonts, every_vietnamese_letter_is_in_every_face) {
    for (const Face face : all_faces)
        for (char32_t letter = U'\u1EA0'; letter <= U'\u1EF9'; ++letter) {
            const std::string text = to_utf8({&letter, 1});
            const ShapedText& shaped = test_fonts().shape(text, face, 0);
            ASSERT_FALSE(shaped.glyphs.empty()) << text;
            for (const ShapedGlyph& glyph : shaped.glyphs) {
                EXPECT_EQ(glyph.face, face) << text;
                EXPECT_NE(glyph.glyph, 0U) << text;
            }
        }
}

TEST(TextFonts, a_character_one_face_lacks_comes_from_another) {
    const ShapedText& shaped = test_fonts().shape("A№", Face::sans_medium, 0);
    ASSERT_EQ(shaped.glyphs.size(), 2U);
    EXPECT_EQ(shaped.glyphs[0].face, Face::sans_medium);
    EXPECT_NE(shaped.glyphs[1].face, Face::sans_medium);
    EXPECT_TRUE(test_fonts().missing_code_points("A№").empty());
}

TEST(TextFonts, a_character_nobody_has_is_named_and_draws_no_box) {
    EXPECT_EQ(test_fonts().missing_code_points("Hội 中 nghị 中 🎉\n\u00A0x"), U"中🎉");
    const ShapedText& shaped = test_fonts().shape("中", Face::sans_medium, 0);
    EXPECT_TRUE(shaped.glyphs.empty());
    EXPECT_FLOAT_EQ(shaped.advance, test_fonts().shape(" ", Face::sans_medium, 0).advance);
}

}  // namespace
}  // namespace hall
