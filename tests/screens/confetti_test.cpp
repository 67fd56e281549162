// Slips of paper over a revealed name: only where asked for, never over a text, and gone soon.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <tuple>

#include "screens/confetti.h"
#include "screens/wall.h"

namespace hall::tests {
namespace {

/// The first winner's page of the ordinary conference.
Step revealed(const Conference& conference) {
    for (const Step& step : steps_of(conference, ScreenId::award_reveal))
        if (step.revealed > 0) return step;
    return {};
}

class Confetti : public testing::Test {
protected:
    Confetti() {
        conference_ = cases()[0].conference;
        step_ = revealed(conference_);
    }
    Image at(Milliseconds elapsed, bool falls) {
        for (Award& award : conference_.awards) award.confetti = falls;
        Snapshot snapshot;
        snapshot.conference = conference_;
        const Rundown rundown{{step_}, {}};
        ShowState state;
        state.entry = Entry::animated;
        wall_.frame(snapshot, rundown, state, elapsed);
        return wall_.picture();
    }
    /// Pixels that differ, x and y.
    static std::set<std::pair<int, int>> differences(const Image& one, const Image& other) {
        std::set<std::pair<int, int>> found;
        for (int y = 0; y < one.height; ++y)
            for (int x = 0; x < one.width; ++x)
                if (!std::equal(one.pixel(x, y), one.pixel(x, y) + 3, other.pixel(x, y))) found.emplace(x, y);
        return found;
    }

    Wall wall_;
    Conference conference_;
    Step step_;
};

TEST_F(Confetti, falls_only_where_the_feed_asks_and_not_for_long) {
    ASSERT_EQ(step_.screen, ScreenId::award_reveal);
    EXPECT_FALSE(differences(at(Milliseconds(900), true), at(Milliseconds(900), false)).empty());
    const Milliseconds after = std::chrono::ceil<Milliseconds>(confetti_time);
    EXPECT_TRUE(differences(at(after, true), at(after, false)).empty());
}

TEST_F(Confetti, never_covers_a_text) {
    const auto slips = differences(at(Milliseconds(1200), true), at(Milliseconds(1200), false));
    const PageRecord page = wall_.settled(conference_, step_);
    ASSERT_FALSE(page.runs.empty());
    ASSERT_GT(slips.size(), 1000U);
    for (const hall::Run& run : page.runs)
        for (const Box& ink : run.ink)
            for (const auto& [x, y] : slips) {
                EXPECT_FALSE(ink.meets({static_cast<float>(x), static_cast<float>(y), 0, 0}))
                    << words_of(run) << " at " << x << ", " << y;
            }
    // No more of the picture than 120 slips of 0.3 % could be, and far less in fact.
    EXPECT_LT(slips.size(), 1920U * 1080U / 20U);
}

TEST_F(Confetti, is_left_out_where_movement_disturbs_or_the_machine_is_slow) {
    for (const Entering less : {Entering::plain, Entering::reduced}) {
        wall_.viewport.entrances = less;
        EXPECT_TRUE(differences(at(Milliseconds(900), true), at(Milliseconds(900), false)).empty());
    }
}

}  // namespace
}  // namespace hall::tests
