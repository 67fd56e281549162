#include <gtest/gtest.h>

#include <random>

#include "show/conferences.h"
#include "show/day.h"

namespace hall::testing {
namespace {

const Rundown& rundown() {
    static const Rundown made = make_rundown(typical());
    return made;
}

TEST(Commands, next_plays_and_remembers_what_it_replaced) {
    const ShowState state = apply(on(rundown(), "members/1"), {Verb::next}, rundown(), at(1));
    EXPECT_EQ(state.key, "members/2");
    EXPECT_EQ(state.entry, Entry::animated);
    EXPECT_EQ(state.previous, state.step - 1);
    EXPECT_EQ(state.since, std::chrono::seconds(1));
    EXPECT_EQ(state.drive, Drive::by_operator);
}

TEST(Commands, back_after_next_returns_settled) {
    const ShowState before = on(rundown(), "award:co/b0/r0/armed");
    const ShowState there = apply(before, {Verb::next}, rundown(), at(1));
    const ShowState back = apply(there, {Verb::back}, rundown(), at(1));
    EXPECT_EQ(back.step, before.step);
    EXPECT_EQ(back.entry, Entry::settled);
    EXPECT_FALSE(back.previous);
}

TEST(Commands, a_bouncing_remote_skips_no_winner) {
    const auto next_at = [](ShowState state, int milliseconds) {
        return apply(std::move(state), {Verb::next}, rundown(), {morning, Milliseconds(milliseconds)});
    };
    const ShowState first = next_at(on(rundown(), "award:co/b0/r0/armed"), 1000);
    EXPECT_EQ(next_at(first, 1000), first);
    EXPECT_EQ(next_at(first, 1799), first);
    EXPECT_EQ(next_at(next_at(first, 1799), 1800).step, first.step + 1);
    // A steady clock that began again (a resumed state) does not lock the remote.
    EXPECT_EQ(next_at(first, 5).step, first.step + 1);
}

TEST(Commands, the_ends_hold) {
    const ShowState last = on(rundown(), "closing");
    EXPECT_EQ(apply(last, {Verb::next}, rundown(), at(9)), last);
    const ShowState first = on(rundown(), "welcome");
    EXPECT_EQ(apply(first, {Verb::back}, rundown(), at(9)).step, 0U);
    EXPECT_EQ(apply(first, {Verb::jump, rundown().steps.size()}, rundown(), at(9)), first);
    EXPECT_EQ(apply(last, {Verb::home}, rundown(), at(9)).key, "welcome");
}

TEST(Commands, hold_and_black_toggle_and_replace_each_other) {
    const ShowState shown = on(rundown(), "members/1");
    const auto press = [](ShowState state, Verb verb) { return apply(std::move(state), {verb}, rundown(), at(5)); };
    const ShowState held = press(shown, Verb::hold);
    EXPECT_EQ(held.cover, Cover::hold);
    EXPECT_EQ(press(held, Verb::black).cover, Cover::black);
    EXPECT_EQ(press(press(held, Verb::black), Verb::hold).cover, Cover::hold);
    EXPECT_EQ(press(held, Verb::hold).cover, Cover::none);
    EXPECT_EQ(press(held, Verb::hold).step, shown.step);
}

TEST(Commands, a_covered_show_is_not_moved_blindly) {
    for (const Verb cover : {Verb::hold, Verb::black}) {
        const ShowState covered = apply(on(rundown(), "award:co/b0/r0/armed"), {cover}, rundown(), at(5));
        EXPECT_EQ(apply(covered, {Verb::next}, rundown(), at(6)), covered);
        EXPECT_EQ(apply(covered, {Verb::back}, rundown(), at(6)), covered);
        const ShowState jumped = apply(covered, {Verb::jump, 1}, rundown(), at(6));
        EXPECT_EQ(jumped.step, 1U);
        EXPECT_NE(jumped.cover, Cover::none);
    }
}

TEST(Commands, what_comes_back_from_a_cover_is_not_played_again) {
    const ShowState named = apply(on(rundown(), "award:co/b0/r0/armed"), {Verb::next}, rundown(), at(5));
    const ShowState again = apply(apply(named, {Verb::black}, rundown(), at(6)), {Verb::black}, rundown(), at(7));
    EXPECT_EQ(again.entry, Entry::settled);
    EXPECT_FALSE(again.previous);
}

TEST(Commands, automatic_gives_control_back_for_a_whole_new_dwell) {
    const Conference conference = typical();
    const ShowState played = apply(on(rundown(), "members/1"), {Verb::next}, rundown(), at(1));
    const ShowState given = apply(played, {Verb::automatic}, rundown(), at(100));
    EXPECT_EQ(given.key, "members/2");
    EXPECT_EQ(given.drive, Drive::by_clock);
    EXPECT_EQ(given.entry, Entry::settled);
    const auto due = next_advance(given, rundown());
    ASSERT_TRUE(due);
    EXPECT_GE(*due, std::chrono::seconds(106));
    EXPECT_NE(advance(given, rundown(), conference, {morning, *due}).key, given.key);
    EXPECT_EQ(apply(given, {Verb::back}, rundown(), at(101)).drive, Drive::by_operator);
}

TEST(Commands, automatic_does_nothing_on_an_operators_step) {
    for (const Step& step : rundown().steps) {
        const ShowState there = on(rundown(), step.key);
        const ShowState asked = apply(there, {Verb::automatic}, rundown(), at(9));
        if (step.advance == Advance::by_operator)
            EXPECT_EQ(asked, there) << step.key;
        else
            EXPECT_EQ(asked.drive, Drive::by_clock) << step.key;
    }
}

TEST(Commands, automatic_under_a_cover_begins_when_it_is_lifted) {
    const auto press = [](ShowState state, Verb verb, int when) {
        return apply(std::move(state), {verb}, rundown(), at(when));
    };
    ShowState state = press(press(on(rundown(), "members/1"), Verb::hold, 1), Verb::automatic, 2);
    EXPECT_EQ(state.cover, Cover::hold);
    EXPECT_FALSE(next_advance(state, rundown()));
    EXPECT_EQ(press(state, Verb::black, 3).drive, Drive::by_operator);
    state = press(state, Verb::hold, 500);
    EXPECT_EQ(state.drive, Drive::by_clock);
    EXPECT_EQ(state.since, std::chrono::seconds(500));
}

TEST(Commands, a_speakers_name_comes_and_goes_and_puts_the_operator_in_charge) {
    const ShowState unattended = apply(on(rundown(), "members/1"), {Verb::automatic}, rundown(), at(1));
    const Instant asked = morning + std::chrono::minutes(5);
    const ShowState named = apply(unattended, {Verb::lower_third}, rundown(), at(2, asked));
    EXPECT_EQ(named.lower_third, LowerThird::on);
    EXPECT_EQ(named.lower_third_at, asked);
    EXPECT_EQ(named.drive, Drive::by_operator);
    EXPECT_EQ(named.step, unattended.step);
    EXPECT_EQ(named.since, unattended.since) << "the page does not enter again";
    const ShowState gone = apply(named, {Verb::lower_third}, rundown(), at(3));
    EXPECT_EQ(gone.lower_third, LowerThird::off);
    EXPECT_EQ(gone.lower_third_at, Instant());
}

TEST(Commands, the_item_before_may_go_on_after_its_time_and_is_late_then) {
    Conference conference;
    for (const int hour : {0, 1, 2}) {
        AgendaItem& item = conference.agenda.emplace_back();
        item.start = morning + std::chrono::hours(hour);
        item.end = item.start + std::chrono::hours(1);
    }
    const auto after = [](int minutes) { return morning + std::chrono::minutes(minutes); };
    const ShowState by_plan;
    EXPECT_EQ(item_before(by_plan, conference, after(59)), std::nullopt) << "the first one runs";
    EXPECT_EQ(item_before(by_plan, conference, after(60)), 0U);
    EXPECT_EQ(item_before(by_plan, conference, after(90)), 0U);
    EXPECT_EQ(item_before(by_plan, conference, after(91)), std::nullopt) << "nobody thinks of it any more";
    EXPECT_EQ(item_before(by_plan, conference, after(185)), 2U) << "the last of the day, too";
    Command goes_on{Verb::begin_item, 0};
    goes_on.began = conference.agenda[0].start;
    const ShowState late = apply(by_plan, goes_on, rundown(), {after(75), Milliseconds(1)});
    const auto running = running_item(late, conference, after(75));
    ASSERT_TRUE(running);
    EXPECT_EQ(running->item, 0U);
    EXPECT_EQ(running->began, morning) << "and is fifteen minutes over its time";
    EXPECT_EQ(item_before(late, conference, after(75)), std::nullopt) << "one was chosen by hand";
}

TEST(Commands, an_item_that_begins_takes_the_name_of_the_one_before_away_and_can_be_taken_back) {
    const ShowState named = apply(on(rundown(), "members/1"), {Verb::lower_third}, rundown(), at(1));
    const ShowState begun = apply(named, {Verb::begin_item, 1}, rundown(), at(2));
    EXPECT_EQ(begun.item, 1U);
    EXPECT_EQ(begun.lower_third, LowerThird::off);
    EXPECT_EQ(running_item(begun, typical(), at(2).wall)->item, 1U);
    const ShowState back = apply(begun, {Verb::begin_item, by_the_programme}, rundown(), at(3));
    EXPECT_FALSE(back.item);
    EXPECT_EQ(back.item_began, Instant());
    Command say{Verb::say};
    say.said.name = "Trần A";
    const ShowState typed = apply(named, say, rundown(), at(2));
    EXPECT_EQ(apply(typed, {Verb::begin_item, 1}, rundown(), at(3)).lower_third, LowerThird::on);
}

TEST(Commands, another_step_takes_the_speakers_name_away) {
    const ShowState named = apply(on(rundown(), "members/1"), {Verb::lower_third}, rundown(), at(1));
    for (const Command& command : {Command{Verb::next}, Command{Verb::back}, Command{Verb::home},
                                   Command{Verb::jump, rundown().steps.size() - 1}})
        EXPECT_EQ(apply(named, command, rundown(), at(2)).lower_third, LowerThird::off)
            << static_cast<int>(command.verb);
    EXPECT_EQ(apply(named, {Verb::jump, named.step}, rundown(), at(2)).lower_third, LowerThird::on);
    const ShowState given = apply(named, {Verb::automatic}, rundown(), at(2));
    EXPECT_EQ(given.lower_third, LowerThird::on);
    EXPECT_EQ(advance(given, rundown(), typical(), at(1000)).lower_third, LowerThird::off);
    EXPECT_EQ(carry_over(named, rundown(), rundown()).lower_third, LowerThird::on);
}

TEST(Commands, a_cover_keeps_the_speakers_name_as_it_is) {
    const ShowState named = apply(on(rundown(), "members/1"), {Verb::lower_third}, rundown(), at(1));
    for (const Verb cover : {Verb::hold, Verb::black}) {
        const ShowState covered = apply(named, {cover}, rundown(), at(2));
        EXPECT_EQ(apply(covered, {Verb::lower_third}, rundown(), at(3)), covered);
        EXPECT_EQ(apply(covered, {cover}, rundown(), at(4)).lower_third, LowerThird::on);
    }
}

TEST(Commands, any_order_of_keys_stays_in_range_and_is_repeatable) {
    std::mt19937 random(2022);
    for (int round = 0; round < 200; ++round) {
        ShowState state = first_state(rundown(), at(0)), twin = state;
        for (int i = 0; i < 100; ++i) {
            const Command command{static_cast<Verb>(random() % 8), random() % (rundown().steps.size() + 3)};
            const Now now{morning, Milliseconds(i * 300)};
            const ShowState before = state;
            state = apply(state, command, rundown(), now);
            twin = apply(twin, command, rundown(), now);
            ASSERT_EQ(state, twin);
            ASSERT_LT(state.step, rundown().steps.size());
            ASSERT_EQ(state.key, rundown().steps[state.step].key);
            if (state.drive == Drive::by_clock) {
                ASSERT_EQ(rundown().steps[state.step].advance, Advance::by_time);
            }
            if (command.verb == Verb::next) {
                ASSERT_LE(state.step, before.step + 1);
            }
        }
    }
}

}  // namespace
}  // namespace hall::testing
