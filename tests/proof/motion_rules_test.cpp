/// Flashes, loops, stripes and late texts, made by hand.
#include "proof/rules_motion.h"

#include <cmath>
#include <functional>
#include <numbers>

#include "proof/planted.h"
#include "proof/rules_stripes.h"

namespace hall::tests {
namespace {

constexpr int frames_per_second = 30;

/// Frames whose cell `cell` has the luminance that `light` says at each moment; the others stay dark.
std::vector<FrameLight> frames_of(Seconds length, const std::function<double(double)>& light, float redness = 0,
                                  std::size_t cell = 5) {
    std::vector<FrameLight> frames;
    for (int i = 0; i <= static_cast<int>(length.count() * frames_per_second); ++i) {
        FrameLight frame;
        frame.at = Seconds{static_cast<double>(i) / frames_per_second};
        frame.luminance.fill(0.03F);
        frame.redness.fill(redness);
        frame.luminance[cell] = static_cast<float>(light(frame.at.count()));
        frames.push_back(frame);
    }
    return frames;
}

/// A sine from `low` to `high`, `hertz` times a second.
std::function<double(double)> wave(double low, double high, double hertz) {
    return [=](double t) { return low + (high - low) * (1 - std::cos(2 * std::numbers::pi * hertz * t)) / 2; };
}

double stairs(double t) { return t < 0.3 ? 0.05 : t < 0.6 ? 0.2 : t < 0.9 ? 0.4 : 0.6; }

TEST(FlashRules, a_steady_picture_and_one_fade_are_no_flash) {
    EXPECT_EQ(codes(flash_findings({})), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, [](double) { return 0.2; }))), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, stairs))), Codes{});
    const auto out_and_in = [](double t) { return t < 0.3 ? 0.5 : t < 0.6 ? 0.1 : 0.5; };
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, out_and_in))), Codes{});
}

TEST(FlashRules, two_pairs_in_a_second_are_one_too_many) {
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.1, 0.3, 1)))), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.1, 0.3, 3)))), Codes{"F1"});
    for (const std::size_t cell : {std::size_t{0}, std::size_t{15}})
        EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.1, 0.3, 3), 0, cell))), Codes{"F1"}) << cell;
}

TEST(FlashRules, the_same_pairs_slower_or_fainter_or_brighter_are_none) {
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{6}, wave(0.1, 0.3, 0.5)))), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.1, 0.18, 3)))), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.82, 1, 3)))), Codes{});
}

TEST(FlashRules, red_counts_from_half_the_change_on) {
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.03, 0.1, 3), 0.93F))), Codes{"F2"});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.03, 0.1, 3), 0.7F))), Codes{});
    EXPECT_EQ(codes(flash_findings(frames_of(Seconds{3}, wave(0.03, 0.07, 3), 0.93F))), Codes{});
}

TEST(LoopRules, what_goes_on_for_ever_is_slow_and_faint) {
    EXPECT_EQ(codes(loop_findings(frames_of(Seconds{6}, wave(0.10, 0.14, 0.4)))), Codes{});
    EXPECT_EQ(codes(loop_findings(frames_of(Seconds{6}, wave(0.10, 0.16, 0.4)))), Codes{"F3"});
    EXPECT_EQ(codes(loop_findings(frames_of(Seconds{6}, wave(0.10, 0.14, 1)))), Codes{"F3"});
    EXPECT_EQ(codes(loop_findings(frames_of(Seconds{6}, [](double) { return 0.1; }))), Codes{});
}

TEST(FrameLight, is_measured_sixteenth_by_sixteenth) {
    Image frame(64, 64);
    for (int y = 16; y < 32; ++y)
        for (int x = 32; x < 48; ++x) frame.pixel(x, y)[0] = 255;
    const FrameLight light = light_of(frame, Seconds{1});
    for (std::size_t cell = 0; cell < light.luminance.size(); ++cell) {
        EXPECT_NEAR(light.luminance[cell], cell == 6 ? 0.2126 : 0, 1e-4) << cell;
        EXPECT_NEAR(light.redness[cell], cell == 6 ? 1 : 0, 1e-4) << cell;
    }
}

Image striped(int pairs, int light, double share, bool across = true) {
    Image image(640, 360);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const int along = across ? x : y, length = across ? image.width : image.height;
            const bool inside = (across ? y : x) < static_cast<int>(share * (across ? image.height : image.width));
            const int value = inside && (along * 2 * pairs / length) % 2 == 1 ? light : 60;
            std::uint8_t* pixel = image.pixel(x, y);
            pixel[0] = pixel[1] = pixel[2] = static_cast<std::uint8_t>(value);
        }
    }
    return image;
}

TEST(StripeRules, many_strong_stripes_over_much_of_the_picture_are_named) {
    EXPECT_EQ(codes(stripe_findings(striped(8, 140, 1))), Codes{"F4"});
    EXPECT_EQ(codes(stripe_findings(striped(8, 140, 0.5, false))), Codes{"F4"});
    EXPECT_EQ(codes(stripe_findings(striped(4, 140, 1))), Codes{});
    EXPECT_EQ(codes(stripe_findings(striped(8, 70, 1))), Codes{});
    EXPECT_EQ(codes(stripe_findings(striped(8, 140, 0.2))), Codes{});
}

TEST(StripeRules, what_stands_in_a_photograph_is_no_pattern_of_ours) {
    const Image image = striped(8, 140, 0.5, false);
    EXPECT_EQ(codes(stripe_findings(image, {{0, 0, 320, 360}})), Codes{});
    EXPECT_EQ(codes(stripe_findings(image, {{320, 0, 320, 360}})), Codes{"F4"});
}

TEST(StripeRules, the_rows_of_a_list_are_exempt_and_more_or_upright_ones_are_not) {
    const auto exempt = [](const Image& image) {
        const Findings findings = stripe_findings(image);
        return findings.size() == 1 ? findings[0].exempt : Exempt::test_picture;
    };
    EXPECT_EQ(exempt(striped(7, 140, 1, false)), Exempt::list_rows);
    EXPECT_EQ(exempt(striped(12, 140, 1, false)), Exempt::none);
    EXPECT_EQ(exempt(striped(7, 140, 1, true)), Exempt::none);
}

PageRecord page_with(float alpha, bool moving) {
    PageRecord page = page_of({run_of("Hội nghị tổng kết", {.type = Type::title}), run_of("Trang 1/2")});
    page.runs[1].alpha = alpha;
    page.moving = moving;
    return page;
}

TEST(EntranceRules, everything_is_readable_soon_and_then_at_rest) {
    const PageRecord settled = page_with(1, false);
    EXPECT_EQ(codes(entrance_findings(page_with(0.95F, true), settled, settled)), Codes{});
    EXPECT_EQ(codes(entrance_findings(page_with(0.5F, true), settled, settled)), Codes{"M1"});
    EXPECT_EQ(codes(entrance_findings(settled, page_with(1, true), settled)), Codes{"M1"});
    PageRecord without = settled;
    without.runs.pop_back();
    EXPECT_EQ(codes(entrance_findings(without, settled, settled)), Codes{"M1"});
}

TEST(EntranceRules, a_text_that_stays_faint_is_readable_when_it_is_as_faint) {
    const PageRecord settled = page_with(0.6F, false);
    EXPECT_EQ(codes(entrance_findings(page_with(0.55F, true), settled, settled)), Codes{});
    EXPECT_EQ(codes(entrance_findings(page_with(0.3F, true), settled, settled)), Codes{"M1"});
}

TEST(EntranceRules, an_award_takes_its_time_but_comes_to_rest) {
    const PageRecord settled = page_with(1, false);
    const Findings findings = entrance_findings(page_with(0, true), page_with(1, true), settled, Exempt::reveal);
    ASSERT_EQ(codes(findings), (Codes{"M1", "M1"}));
    EXPECT_EQ(findings[0].exempt, Exempt::reveal);
    EXPECT_EQ(findings[1].exempt, Exempt::none);
}

TEST(EntranceRules, of_two_like_texts_both_must_be_there) {
    PageRecord settled = page_of({run_of("Đã ký"), run_of("Đã ký")});
    PageRecord soon = settled;
    EXPECT_EQ(codes(entrance_findings(soon, settled, settled)), Codes{});
    soon.runs[1].alpha = 0.2F;
    EXPECT_NE(codes(entrance_findings(soon, settled, settled)), Codes{});
}

}  // namespace
}  // namespace hall::tests
