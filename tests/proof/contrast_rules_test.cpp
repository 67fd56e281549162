/// Grounds that drown a text, and those that do not.
#include "proof/rules_contrast.h"

#include <cmath>

#include "proof/planted.h"

namespace hall::tests {
namespace {

const Theme& ceremonial() { return theme_named("le-dai"); }
const Theme& light() { return theme_named("nga"); }

Image ground_of(Colour colour) {
    Image image(1920, 1080);
    for (std::size_t at = 0; at < image.rgba.size(); at += 4) {
        image.rgba[at] = colour.red;
        image.rgba[at + 1] = colour.green;
        image.rgba[at + 2] = colour.blue;
        image.rgba[at + 3] = 255;
    }
    return image;
}

/// Paints the left `share` of a run's first line.
void paint(Image& image, const hall::Run& run, float share, Colour colour) {
    const Box& box = run.ink.front();
    for (int y = static_cast<int>(box.y); y < static_cast<int>(std::ceil(box.bottom())); ++y) {
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.x + box.w * share); ++x) {
            std::uint8_t* pixel = image.pixel(x, y);
            pixel[0] = colour.red;
            pixel[1] = colour.green;
            pixel[2] = colour.blue;
        }
    }
}

Codes found(const hall::Run& run, const Image& ground, const Theme& theme) {
    return codes(contrast_findings(page_of({run}), ground, theme));
}

hall::Run plain(Ink ink, Type type = Type::body) {
    return run_of("Nguyễn Phước Quý Thuyền", {.type = type, .ink = ink});
}

TEST(ContrastRules, light_text_needs_a_dark_ground) {
    EXPECT_EQ(found(plain(Ink::primary), ground_of(rgb(0x7A0E13)), ceremonial()), Codes{});
    EXPECT_EQ(found(plain(Ink::primary), ground_of(rgb(0xB8423A)), ceremonial()), Codes{"C1"});
}

TEST(ContrastRules, dark_text_needs_a_light_ground) {
    EXPECT_EQ(found(plain(Ink::primary), ground_of(rgb(0xFBF6EA)), light()), Codes{});
    EXPECT_EQ(found(plain(Ink::primary), ground_of(rgb(0x9A8B7C)), light()), Codes{"C1"});
    EXPECT_EQ(found(plain(Ink::on_accent), ground_of(rgb(0xF6CE6A)), ceremonial()), Codes{});
    EXPECT_EQ(found(plain(Ink::on_accent), ground_of(rgb(0x8F6A1E)), ceremonial()), Codes{"C1"});
}

TEST(ContrastRules, incidental_text_needs_less) {
    const Image ground = ground_of(rgb(0x96323A));
    EXPECT_EQ(found(plain(Ink::secondary), ground, ceremonial()), Codes{"C1"});
    EXPECT_EQ(found(plain(Ink::secondary, Type::meta), ground, ceremonial()), Codes{});
}

TEST(ContrastRules, an_accent_that_had_to_be_changed_is_said) {
    Branding branding;
    EXPECT_EQ(codes(accent_findings(branding, ceremonial())), Codes{});
    branding.accent = 0xF6CE6A;
    EXPECT_EQ(codes(accent_findings(branding, ceremonial())), Codes{});
    EXPECT_EQ(codes(accent_findings(branding, light())), Codes{"C1"});
    branding.accent = 0xA3161C;
    const Findings findings = accent_findings(branding, ceremonial());
    ASSERT_EQ(codes(findings), Codes{"C1"});
    EXPECT_NE(findings[0].issue.sentence.en.find("#A3161C"), std::string::npos);
}

TEST(ContrastRules, a_glow_behind_a_few_letters_counts_and_a_speck_does_not) {
    const hall::Run run = plain(Ink::primary);
    Image ground = ground_of(rgb(0x7A0E13));
    paint(ground, run, 0.01F, rgb(0xFFFFFF));
    EXPECT_EQ(found(run, ground, ceremonial()), Codes{});
    paint(ground, run, 0.05F, rgb(0xFFFFFF));
    EXPECT_EQ(found(run, ground, ceremonial()), Codes{"C1"});
}

TEST(ContrastRules, a_shadow_behind_dark_letters_counts_and_a_speck_does_not) {
    const hall::Run run = plain(Ink::primary);
    Image ground = ground_of(rgb(0xFBF6EA));
    paint(ground, run, 0.01F, rgb(0x000000));
    EXPECT_EQ(found(run, ground, light()), Codes{});
    paint(ground, run, 0.05F, rgb(0x000000));
    EXPECT_EQ(found(run, ground, light()), Codes{"C1"});
}

TEST(ContrastRules, gold_is_measured_at_its_faintest_and_on_average) {
    const hall::Run run = run_of("Cờ thi đua", {.type = Type::title, .finish = Finish::gold});
    EXPECT_EQ(found(run, ground_of(rgb(0x7A0E13)), ceremonial()), Codes{});
    EXPECT_EQ(found(run, ground_of(rgb(0x96322A)), ceremonial()), Codes{"C2"});
    Theme dull = ceremonial();
    dull.gold.top = dull.gold.middle = rgb(0xFFFFFF);
    dull.gold.bottom = rgb(0xB07A1C);
    EXPECT_EQ(found(run, ground_of(rgb(0x7A0E13)), dull), Codes{"C2"});
}

TEST(ContrastRules, faded_text_is_measured_as_it_is_seen) {
    hall::Run run = plain(Ink::primary);
    run.alpha = 0.9F;
    EXPECT_EQ(found(run, ground_of(rgb(0x7A0E13)), ceremonial()), Codes{});
    run.alpha = 0.6F;
    EXPECT_EQ(found(run, ground_of(rgb(0x7A0E13)), ceremonial()), Codes{"C1"});
}

TEST(ContrastRules, bars_and_chips_stand_out_in_every_theme) {
    for (const Theme& theme : themes()) EXPECT_EQ(codes(sign_findings(theme)), Codes{}) << theme.name;
    Theme drowned = ceremonial();
    drowned.inks[static_cast<std::size_t>(Ink::accent)] = rgb(0xA3161C);
    EXPECT_NE(codes(sign_findings(drowned)), Codes{});
}

}  // namespace
}  // namespace hall::tests
