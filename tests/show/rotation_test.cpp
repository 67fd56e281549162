#include <gtest/gtest.h>

#include <random>
#include <set>

#include "show/conferences.h"

namespace hall::testing {
namespace {

/// The keys that come on air when nobody touches anything.
std::vector<std::string> unattended(const Conference& conference, Instant wall, int turns) {
    const Rundown rundown = make_rundown(conference);
    ShowState state = first_state(rundown, at(0));
    std::vector<std::string> seen{state.key};
    for (int i = 0; i < turns; ++i) {
        const auto due = next_advance(state, rundown);
        if (!due) break;
        const Now early{wall, *due - Milliseconds(1)};
        EXPECT_EQ(advance(state, rundown, conference, early), state);
        state = advance(state, rundown, conference, {wall, *due});
        EXPECT_EQ(state.since, *due);
        seen.push_back(state.key);
    }
    return seen;
}

using Keys = std::vector<std::string>;

TEST(Rotation, during_the_conference_the_agenda_stands_between_two_topics) {
    EXPECT_EQ(unattended(typical(), morning, 10),
              (Keys{"welcome", "agenda", "agenda-day/1", "agenda", "members/1", "members/2", "agenda",
                    "award:de-xuat/intro", "award:de-xuat/b0/r2", "agenda", "agenda-day/1"}));
}

TEST(Rotation, a_long_list_gives_way_to_the_agenda_every_six_pages) {
    Conference conference = typical();
    conference.awards.clear();
    conference.members = Members(Members::Run(100, member_named("a")));
    const Keys seen = unattended(conference, morning, 19);
    EXPECT_EQ(seen[4], "members/1");
    EXPECT_EQ(seen[9], "members/6");
    EXPECT_EQ(seen[10], "agenda");
    EXPECT_EQ(seen[11], "members/7");
    EXPECT_EQ(seen[17], "agenda");
    EXPECT_EQ(seen[18], "members/13");
}

TEST(Rotation, before_the_conference_it_welcomes_and_after_it_closes) {
    const Instant early = morning - std::chrono::hours(1), late = morning + std::chrono::hours(3);
    EXPECT_EQ(unattended(typical(), early, 2), (Keys{"welcome", "welcome", "welcome"}));
    EXPECT_EQ(unattended(typical(), late, 2), (Keys{"welcome", "closing", "closing"}));

    Conference conference = typical();
    for (const ScreenId screen : {ScreenId::welcome, ScreenId::countdown, ScreenId::agenda})
        conference.rundown.emplace_back().screen = screen;
    EXPECT_EQ(unattended(conference, early, 2), (Keys{"welcome", "countdown", "welcome"}));
    EXPECT_EQ(unattended(conference, morning, 2), (Keys{"welcome", "agenda", "agenda"}));
    EXPECT_EQ(unattended(conference, late, 1), (Keys{"welcome", "agenda"}));
}

TEST(Rotation, without_an_agenda_the_content_goes_round) {
    Conference conference = typical();
    conference.agenda.clear();
    conference.awards.clear();
    EXPECT_EQ(unattended(conference, morning, 3), (Keys{"welcome", "members/1", "members/2", "welcome"}));
}

TEST(Rotation, the_only_page_stays_without_playing_again) {
    const Conference conference;
    const Rundown rundown = make_rundown(conference);
    const ShowState state = advance(first_state(rundown, at(0)), rundown, conference, at(100));
    EXPECT_EQ(state.entry, Entry::settled);
    EXPECT_EQ(state.since, std::chrono::seconds(100));
}

TEST(Rotation, an_operator_or_a_cover_stops_the_clock) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    const ShowState driven = on(rundown, "members/1");
    EXPECT_FALSE(next_advance(driven, rundown));
    EXPECT_EQ(advance(driven, rundown, conference, at(9999)), driven);

    ShowState covered = first_state(rundown, at(0));
    covered.cover = Cover::hold;
    EXPECT_FALSE(next_advance(covered, rundown));
    EXPECT_EQ(advance(covered, rundown, conference, at(9999)), covered);
}

TEST(Rotation, no_timer_ever_leaves_an_operators_step) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    ShowState state = first_state(rundown, at(0));
    for (std::size_t step = 0; step < rundown.steps.size(); ++step) {
        if (rundown.steps[step].advance == Advance::by_time) continue;
        state.step = step;
        state.key = rundown.steps[step].key;
        EXPECT_EQ(advance(state, rundown, conference, at(9999)), state) << state.key;
    }
}

TEST(Rotation, never_comes_upon_a_held_name) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        Conference conference = typical();
        for (Award& each : conference.awards) each.visibility = random() % 2 ? Visibility::held : Visibility::open;
        conference.awards[0].status = random() % 2 ? AwardStatus::proposed : AwardStatus::decided;
        const int cues = static_cast<int>(random() % 8);
        for (int i = 0; i < cues; ++i)
            conference.rundown.emplace_back().screen = static_cast<ScreenId>(random() % screen_count);
        const Rundown rundown = make_rundown(conference);
        ShowState state = first_state(rundown, at(0));
        for (int turn = 0; turn < 60; ++turn) {
            const Step& step = rundown.steps[state.step];
            ASSERT_EQ(step.advance, Advance::by_time) << step.key;
            if (step.award) {
                ASSERT_EQ(conference.awards[*step.award].visibility, Visibility::open);
            }
            const Instant wall = morning + std::chrono::minutes(static_cast<int>(random() % 240) - 60);
            state = advance(state, rundown, conference, {wall, *next_advance(state, rundown)});
        }
    }
}

}  // namespace
}  // namespace hall::testing
