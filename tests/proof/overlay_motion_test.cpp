/// What comes over a page moves by the rules of motion too: the name of a speaker and an urgent notice.
#include <gtest/gtest.h>

#include "draw/theme.h"
#include "proof/page_maker.h"
#include "proof/planted.h"
#include "proof/rules_motion.h"
#include "screens/cases.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

constexpr int overlay_frames_per_second = 60;
constexpr Seconds watched{2};

TEST(OverlayMotion, name_and_urgent_notice_come_without_a_flash) {
    const Instant moment = moment_of(ScreenId::agenda);
    Snapshot snapshot;
    snapshot.conference = cases()[0].conference;
    snapshot.conference.notices.push_back({"", "Mời đại biểu rời hội trường.", NoticeLevel::urgent, moment, {}});
    const Rundown rundown{steps_of(snapshot.conference, ScreenId::agenda), {}};
    ShowState state;
    state.lower_third = LowerThird::on;
    state.lower_third_at = moment;
    for (const Theme& theme : themes()) {
        PageSettings settings;
        settings.width = 640;
        settings.height = 360;
        settings.least_em = 0;
        settings.theme = theme.name;
        const auto maker = PageMaker::make(test_fonts(), settings);
        ASSERT_TRUE(maker);
        std::vector<FrameLight> frames;
        std::size_t moving = 0;
        for (Seconds at{0}; at < watched; at += Seconds{1.0 / overlay_frames_per_second}) {
            const auto now = moment + std::chrono::round<Milliseconds>(at);
            const PageRecord page =
                (*maker)->record(ProgramInput{snapshot, rundown, state, {now, std::chrono::round<Milliseconds>(at)}});
            moving += page.moving ? 1U : 0U;
            frames.push_back(light_of(*(*maker)->pixels(), at));
        }
        EXPECT_GT(moving, 10U) << theme.name;
        EXPECT_LT(moving, static_cast<std::size_t>(at_rest_after.count() * overlay_frames_per_second)) << theme.name;
        EXPECT_EQ(codes(flash_findings(frames)), Codes{}) << theme.name;
    }
}

}  // namespace
}  // namespace hall::tests
