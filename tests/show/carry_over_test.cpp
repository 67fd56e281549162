#include <gtest/gtest.h>

#include <random>
#include <set>

#include "show/conferences.h"

namespace hall::testing {
namespace {

struct Edit {
    const char* what;
    std::vector<std::string> before;
    std::string on_air;
    std::vector<std::string> after;
    std::string then;
};

TEST(CarryOver, of_an_edited_group_says_no_more_than_before) {
    const std::vector<Edit> edits = {
        {"nothing changed", {"A", "B", "C"}, "award:x/b0/r1", {"A", "B", "C"}, "award:x/b0/r1"},
        {"a shown name is corrected", {"A", "B", "C"}, "award:x/b0/r1", {"Á", "B", "C"}, "award:x/b0/r1"},
        {"a hidden name is corrected", {"A", "B", "C"}, "award:x/b0/r1", {"A", "B", "D"}, "award:x/b0/r1"},
        {"one is put before", {"A", "B", "C"}, "award:x/b0/r0", {"N", "A", "B", "C"}, "award:x/b0/p0/armed"},
        {"one is put behind", {"A", "B", "C"}, "award:x/b0/r0", {"A", "N", "B", "C"}, "award:x/b0/r0"},
        {"a shown one is withdrawn", {"A", "B", "C", "D"}, "award:x/b0/r1", {"B", "C", "D"}, "award:x/b0/r0"},
        {"two change places", {"A", "B", "C"}, "award:x/b0/r0", {"B", "A", "C"}, "award:x/b0/p0/armed"},
        {"a hidden one takes a shown one's place",
         {"A", "B", "C"},
         "award:x/b0/r0",
         {"C", "B", "D"},
         "award:x/b0/p0/armed"},
        {"a group becomes single", {"A", "B", "C"}, "award:x/b0/r1", {"A", "B"}, "award:x/b0/r1"},
        {"all are gone", {"A", "B", "C"}, "award:x/b0/r1", {}, "award:x/intro"},
        {"single: the other one goes", {"A", "B"}, "award:x/b0/r1", {"B"}, "award:x/b0/r0"},
        {"single: armed stays armed", {"A", "B"}, "award:x/b0/r1/armed", {"A", "C"}, "award:x/b0/r1/armed"},
    };
    for (const Edit& edit : edits) {
        const Conference old = group(edit.before), edited = group(edit.after);
        const Rundown before = make_rundown(old), after = make_rundown(edited);
        EXPECT_EQ(carry_over(on(before, edit.on_air), before, after).key, edit.then) << edit.what;
    }
}

TEST(CarryOver, finds_its_page_when_numbers_shift) {
    const Conference old = typical();
    Conference edited = old;
    edited.members = {old.members[0], old.members[1], old.members[2]};
    edited.awards.insert(edited.awards.begin(), award("moi", {batch_of(5, "Mới")}));
    const Rundown before = make_rundown(old), after = make_rundown(edited);
    const auto carried = [&](const std::string& key) { return carry_over(on(before, key), before, after).key; };
    EXPECT_EQ(carried("members/2"), "members/1");
    EXPECT_EQ(carried("agenda"), "agenda");
    EXPECT_EQ(carried("award:bang/b0/r4"), "award:bang/b0/r4");
    EXPECT_EQ(carried("closing"), "closing");
}

TEST(CarryOver, a_withdrawn_award_gives_way_to_a_page_that_names_nobody_new) {
    const Conference old = typical();
    Conference edited = old;
    edited.awards.erase(edited.awards.begin() + 1);
    const Rundown before = make_rundown(old), after = make_rundown(edited);
    const ShowState state = carry_over(on(before, "award:bang/b0/r4"), before, after);
    EXPECT_EQ(state.key, "award:co/b0/r1/armed");
    EXPECT_EQ(state.entry, Entry::settled);
}

TEST(CarryOver, a_summary_does_not_name_a_new_held_award) {
    const Conference old = typical();
    Conference edited = old;
    edited.awards.insert(edited.awards.begin(), award("moi", {batch_of(1, "Mới")}));
    const Rundown before = make_rundown(old), after = make_rundown(edited);
    const ShowState state = carry_over(on(before, "award-summary/1"), before, after);
    for (const std::string& name : readable(after.steps[state.step], edited)) EXPECT_EQ(name.find("Mới"), name.npos);
}

TEST(CarryOver, an_award_that_turns_held_leaves_the_unattended_wall) {
    const Conference old = typical();
    Conference edited = old;
    edited.awards[2].visibility = Visibility::held;
    const Rundown before = make_rundown(old), after = make_rundown(edited);
    ShowState state = on(before, "award:de-xuat/b0/r2");
    state.drive = Drive::by_clock;
    EXPECT_EQ(after.steps[carry_over(state, before, after).step].advance, Advance::by_time);
}

TEST(CarryOver, the_same_page_keeps_its_time_and_the_round_its_place) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    ShowState state = first_state(rundown, at(0));
    for (int i = 0; i < 3; ++i) state = advance(state, rundown, conference, {morning, *next_advance(state, rundown)});
    ASSERT_EQ(state.key, "agenda");
    EXPECT_EQ(carry_over(state, rundown, rundown), state);
}

TEST(CarryOver, no_run_of_edits_ever_reveals_a_held_name) {
    std::mt19937 random(20221220);
    int fresh = 0;
    for (int round = 0; round < 1000; ++round) {
        const Conference old = secret(random);
        Rundown before = make_rundown(old);
        ShowState state = apply(ShowState{}, {Verb::jump, random() % before.steps.size()}, before, at(0));
        Conference edited = old;
        for (std::size_t edits = 1 + random() % 4; edits > 0; --edits) edit(edited, random, fresh);
        const Rundown after = make_rundown(edited);
        const auto were = readable(before.steps[state.step], old);
        state = carry_over(state, before, after);
        ASSERT_LT(state.step, after.steps.size());
        ASSERT_EQ(state.key, after.steps[state.step].key);
        const auto are = readable(after.steps[state.step], edited);
        ASSERT_LE(are.size(), were.size());
        std::set<std::string> hidden = all_names(old);
        for (const std::string& name : were) hidden.erase(name);
        for (const std::string& name : are) ASSERT_FALSE(hidden.contains(name)) << name << " on " << state.key;
    }
}

TEST(CarryOver, tells_two_people_of_one_member_apart) {
    Conference old = group({"A", "B", "C"});
    for (Recipient& recipient : old.awards[0].batches[0].recipients) recipient.member = 0;
    Conference edited = old;
    std::swap(edited.awards[0].batches[0].recipients[0], edited.awards[0].batches[0].recipients[1]);
    const Rundown before = make_rundown(old), after = make_rundown(edited);
    EXPECT_EQ(carry_over(on(before, "award:x/b0/r0"), before, after).key, "award:x/b0/p0/armed");
}

}  // namespace
}  // namespace hall::testing
