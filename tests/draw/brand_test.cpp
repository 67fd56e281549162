/// The organiser's colours within the contrast rules, on every theme.
#include <gtest/gtest.h>

#include <array>

#include "draw/backdrop.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "draw_support.h"
#include "text_support.h"

namespace hall {
namespace {

constexpr std::array accents = {0x000000U, 0xFFFFFFU, 0xC8102EU, 0x1C6FB5U, 0x0B8F3AU, 0xFFD400U, 0x808080U, 0x5B2A86U};

TEST(Accent, whatever_the_organiser_wishes_is_legible_on_every_ground) {
    for (const Theme& plain : themes()) {
        for (const std::uint32_t wish : accents) {
            const Theme theme = theme_with_accent(plain, rgb(wish));
            for (const Colour ground : {theme.top, theme.centre, theme.bottom, theme.panel}) {
                for (const Ink ink : {Ink::accent, Ink::accent_pale})
                    EXPECT_GE(contrast_ratio(theme.ink(ink), ground), 6.99) << theme.name << ' ' << std::hex << wish;
                EXPECT_GE(contrast_ratio(theme.gold.bottom, ground), 4.5) << theme.name << ' ' << std::hex << wish;
            }
            EXPECT_GE(contrast_ratio(theme.ink(Ink::on_accent), theme.ink(Ink::accent)), 4.5)
                << theme.name << ' ' << std::hex << wish;
            if (theme.band.alpha > 0) {
                EXPECT_GE(contrast_ratio(theme.ink(Ink::header), theme.band), 4.5) << std::hex << wish;
            }
        }
    }
}

TEST(Accent, a_legible_wish_is_taken_as_it_is_and_gives_one_theme) {
    const Theme& plain = theme_named("dem");
    EXPECT_EQ(legible_accent(plain, rgb(0xFFD400)), rgb(0xFFD400));
    RecordingHost host;
    Palette palette(test_fonts(), host, plain);
    palette.set_theme(plain, rgb(0xFFD400));
    const Theme* accented = &palette.theme();
    EXPECT_NE(accented, &plain);
    palette.set_theme(plain);
    EXPECT_EQ(&palette.theme(), &plain);
    palette.set_theme(plain, rgb(0xFFD400));
    EXPECT_EQ(&palette.theme(), accented) << "what was painted in it is still good";
    EXPECT_NE(theme_with_accent(plain, rgb(0xFFD400)).ink(Ink::accent), plain.ink(Ink::accent));
}

TEST(BrandBackdrop, a_bright_picture_is_veiled_until_text_can_be_read_on_it) {
    for (const Theme& theme : themes()) {
        for (const std::uint8_t shade : {std::uint8_t{0}, std::uint8_t{128}, std::uint8_t{255}}) {
            Image picture(64, 36);
            for (std::size_t at = 0; at < picture.rgba.size(); ++at)
                picture.rgba[at] = at % 4 == 3 ? std::uint8_t{255} : shade;
            const Image veiled = paint_brand(theme, picture, 0.2F);
            const std::uint8_t* pixel = veiled.pixel(10, 10);
            EXPECT_GE(contrast_ratio(theme.ink(Ink::secondary), {pixel[0], pixel[1], pixel[2], 255}), 7)
                << theme.name << ' ' << int{shade};
        }
    }
}

}  // namespace
}  // namespace hall
