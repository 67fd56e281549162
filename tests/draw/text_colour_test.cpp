/// The numbers of the type scale and of the theme's contrasts (look.md 1.2 and 5.1).
#include <gtest/gtest.h>

#include <array>

#include "draw/theme.h"
#include "draw/type_scale.h"

namespace hall {
namespace {

TEST(TypeScale, least_cap_heights_follow_the_table_of_tiers) {
    struct Row {
        float k, must_read, should_read, incidental;
    };
    for (const Row& row : std::array{Row{4, 2.6F, 2.0F, 2.1F}, Row{6, 3.9F, 3.0F, 2.4F}, Row{8, 5.2F, 4.0F, 3.2F},
                                     Row{10, 6.5F, 5.0F, 4.0F}}) {
        EXPECT_FLOAT_EQ(least_cap_height(Tier::must_read, row.k), row.must_read);
        EXPECT_FLOAT_EQ(least_cap_height(Tier::should_read, row.k), row.should_read);
        EXPECT_FLOAT_EQ(least_cap_height(Tier::incidental, row.k), row.incidental);
    }
}

TEST(TypeScale, no_informing_text_is_under_2_8_percent) {
    EXPECT_FLOAT_EQ(least_em(Face::sans_medium, Tier::should_read, 2), 2.8F);
    EXPECT_GE(least_em(Face::sans_medium, Tier::incidental, 4), 2.8F);
}

TEST(TypeScale, every_type_is_large_enough_for_its_tier_at_six_heights) {
    for (const Type type : {Type::hero, Type::name_xl, Type::title, Type::name_l, Type::name_m, Type::clock,
                            Type::body_strong, Type::body, Type::label, Type::meta}) {
        const TypeSpec spec = spec_of(type);
        EXPECT_GE(spec.em, least_em(spec.face, spec.tier, 6)) << static_cast<int>(type);
    }
}

TEST(Colour, contrast_of_black_and_white_is_21) {
    EXPECT_NEAR(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio(rgb(0xFFFFFF), rgb(0x000000)), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

TEST(Colour, mixing_and_fading_stay_within_bounds) {
    EXPECT_EQ(mix(rgb(0x000000), rgb(0xFFFFFF), 0.5F), rgb(0x808080));
    EXPECT_EQ(mix(rgb(0x102030), rgb(0xFFFFFF), -1), rgb(0x102030));
    EXPECT_EQ(mix(rgb(0x102030), rgb(0xA0B0C0), 2), rgb(0xA0B0C0));
    EXPECT_EQ(faded(rgb(0x102030, 200), 0.5F), rgb(0x102030, 100));
    EXPECT_EQ(faded(rgb(0x102030, 200), 7), rgb(0x102030, 200));
}

TEST(Theme, contrasts_of_the_ceremonial_theme_are_the_designs) {
    const Theme& theme = theme_named("le-dai");
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::accent), theme.centre), 7.3, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::accent), theme.top), 8.3, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::accent), theme.bottom), 10.6, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::primary), theme.centre), 10.3, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::secondary), theme.centre), 7.9, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::accent_pale), theme.centre), 8.8, 0.1);
    EXPECT_NEAR(contrast_ratio(theme.ink(Ink::on_accent), theme.ink(Ink::accent)), 11.6, 0.1);
}

TEST(Theme, gold_is_readable_from_top_to_bottom) {
    const Theme& theme = theme_named("");
    EXPECT_GE(contrast_ratio(theme.gold.bottom, theme.centre), 4.5);
    const double mean =
        (contrast_ratio(theme.gold.top, theme.centre) + contrast_ratio(theme.gold.middle, theme.centre) +
         contrast_ratio(theme.gold.bottom, theme.centre)) /
        3;
    EXPECT_GE(mean, 7.0);
    EXPECT_LE(relative_luminance(theme.centre), 0.045);
}

TEST(Theme, an_unknown_name_is_the_default) { EXPECT_EQ(theme_named("x").name, "le-dai"); }

}  // namespace
}  // namespace hall
