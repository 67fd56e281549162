#include "link/screens_report.h"

#include <gtest/gtest.h>

#include "link/messages.h"

namespace hall {
namespace {

using test::acknowledgement_of;

constexpr Milliseconds said_at{100'000};

TEST(ScreensReport, names_whoever_is_behind_differs_lacks_or_is_silent) {
    const ShowMessage commanded = test::lively_message();
    Acknowledgement behind = acknowledgement_of(commanded, "bac"), differs = acknowledgement_of(commanded, "nam"),
                    lacks = acknowledgement_of(commanded, "tay"), silent = acknowledgement_of(commanded, "dong");
    behind.sequence -= 1;
    differs.picture = "another";
    lacks.lacks_step = true;
    Screens screens;
    screens.hear(silent, said_at - Screens::longest_quiet - Milliseconds(1));
    for (const auto& said : {acknowledgement_of(commanded, "a"), behind, differs, lacks}) screens.hear(said, said_at);
    const ScreensReport report = screens.report(commanded, said_at);
    EXPECT_EQ(report.showing(), 1U);
    EXPECT_EQ(summary(report).en,
              "1 of 5 screens show step 8. \"bac\": behind. \"dong\": silent. \"nam\": differs. \"tay\": has no such "
              "step.");
    EXPECT_EQ(summary(report).vi,
              "1 trên 5 màn hình đang chiếu bước 8. “bac”: chậm. “dong”: mất liên lạc. “nam”: khác nội dung. “tay”: "
              "không có bước này.");
    EXPECT_TRUE(summary(ScreensReport{}).empty());
}

TEST(ScreensReport, a_screen_of_an_earlier_run_is_behind_and_a_late_acknowledgement_takes_nothing_back) {
    ShowMessage commanded = test::lively_message();
    Screens screens;
    Acknowledgement earlier = acknowledgement_of(commanded, "a");
    earlier.session.started -= Milliseconds(1);
    earlier.sequence += 100;
    screens.hear(earlier, said_at);
    EXPECT_EQ(screens.report(commanded, said_at).screens.front().standing, Standing::behind);
    screens.hear(acknowledgement_of(commanded, "a"), said_at);
    screens.hear(earlier, said_at);
    EXPECT_EQ(screens.report(commanded, said_at).screens.front().standing, Standing::shows);
}

TEST(ScreensReport, a_screen_is_astray_from_when_it_was_first_seen_without_the_step_until_it_shows_it) {
    ShowMessage commanded = test::lively_message();
    Screens screens;
    const auto astray = [&](Milliseconds steady) {
        return screens.report(commanded, steady).screens.at(0).astray_since;
    };
    screens.hear(acknowledgement_of(commanded, "a"), said_at);
    EXPECT_FALSE(astray(said_at));
    ++commanded.sequence;
    EXPECT_EQ(astray(said_at + Milliseconds(50)), said_at + Milliseconds(50));
    ++commanded.sequence;
    EXPECT_EQ(astray(said_at + Milliseconds(70)), said_at + Milliseconds(50)) << "another command forgives nothing";
    Acknowledgement themed = acknowledgement_of(commanded, "a");
    themed.picture = "another";
    screens.hear(themed, said_at + Milliseconds(90));
    EXPECT_FALSE(astray(said_at + Milliseconds(90))) << "in its own theme it is the step all the same";
    EXPECT_TRUE(astray(said_at + Screens::longest_missed * 2)) << "silent, however long";
}

TEST(ScreensReport, who_has_left_long_ago_makes_room) {
    const ShowMessage commanded = test::lively_message();
    Screens screens;
    for (std::size_t i = 0; i < Screens::most; ++i)
        screens.hear(acknowledgement_of(commanded, std::to_string(i)), said_at + Milliseconds(i));
    const Milliseconds later = said_at + Screens::longest_missed + Milliseconds(1);
    screens.hear(acknowledgement_of(commanded, "new"), later);
    const auto all = screens.report(commanded, later).screens;
    EXPECT_EQ(all.size(), Screens::most) << "one left, one came";
    EXPECT_TRUE(std::ranges::any_of(all, [](const ScreenReport& one) { return one.name == "new"; }));
}

TEST(ScreensReport, a_stranger_cannot_fill_the_memory_with_names) {
    Screens screens;
    for (std::size_t i = 0; i < 2 * Screens::most; ++i)
        screens.hear(acknowledgement_of(test::lively_message(), std::to_string(i)), said_at);
    EXPECT_EQ(screens.report(test::lively_message(), said_at).screens.size(), Screens::most);
}

}  // namespace
}  // namespace hall
