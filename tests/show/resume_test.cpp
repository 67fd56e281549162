#include <gtest/gtest.h>

#include <algorithm>

#include "show/conferences.h"

namespace hall::testing {
namespace {

/// What comes on air when the feed is edited between the save and the restart.
ShowState restarted(const ShowState& saved, const Conference& old, const Conference& edited) {
    return resume(saved, readable_digests(saved, make_rundown(old)), make_rundown(edited), at(1));
}

std::string restarted_at(const std::string& key, const Conference& old, const Conference& edited) {
    return restarted(on(make_rundown(old), key), old, edited).key;
}

TEST(Resume, comes_back_to_its_step_without_animation) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    const ShowState saved = apply(on(rundown, "award:co/b0/r0/armed"), {Verb::next}, rundown, at(500));
    const ShowState resumed = restarted(saved, conference, conference);
    EXPECT_EQ(resumed.key, "award:co/b0/r0");
    EXPECT_EQ(resumed.step, saved.step);
    EXPECT_EQ(resumed.entry, Entry::settled);
    EXPECT_EQ(resumed.since, std::chrono::seconds(1));
    EXPECT_EQ(resumed.drive, Drive::by_operator);
    EXPECT_FALSE(resumed.last_next);
}

TEST(Resume, every_step_of_an_unchanged_feed_comes_back) {
    const Conference conference = typical();
    for (const std::string& key : keys(make_rundown(conference)))
        EXPECT_EQ(restarted_at(key, conference, conference), key);
}

TEST(Resume, where_the_key_is_gone_the_award_begins_again_or_the_show_does) {
    const Conference conference = typical();
    ShowState saved = on(make_rundown(conference), "award:co/b0/r0");
    saved.key = "award:co/b7/r0";
    EXPECT_EQ(restarted(saved, conference, conference).key, "award:co/intro");
    saved.key = "không có";
    EXPECT_EQ(restarted(saved, conference, conference).key, "welcome");
    saved.key = "award:co/b0/r0";
    saved.drive = Drive::by_clock;
    EXPECT_EQ(restarted(saved, conference, conference).key, "welcome");
}

struct Edit {
    const char* what;
    std::vector<std::string> before;
    std::string on_air;
    std::vector<std::string> after;
    std::string then;
};

TEST(Resume, of_an_edited_award_names_nobody_else) {
    const std::vector<Edit> edits = {
        {"nothing changed", {"A", "B", "C"}, "award:x/b0/r1", {"A", "B", "C"}, "award:x/b0/r1"},
        {"two shown ones change places", {"A", "B", "C"}, "award:x/b0/r1", {"B", "A", "C"}, "award:x/b0/r1"},
        {"reordered", {"A", "B", "C"}, "award:x/b0/r0", {"B", "A", "C"}, "award:x/b0/p0/armed"},
        {"replaced", {"A", "B", "C"}, "award:x/b0/r0", {"N", "B", "C"}, "award:x/b0/p0/armed"},
        {"the last shown is replaced", {"A", "B", "C"}, "award:x/b0/r1", {"A", "N", "C"}, "award:x/b0/r0"},
        {"one is put before", {"A", "B", "C"}, "award:x/b0/r0", {"N", "A", "B", "C"}, "award:x/b0/p0/armed"},
        {"one is put behind", {"A", "B", "C"}, "award:x/b0/r0", {"A", "N", "B", "C"}, "award:x/b0/r0"},
        {"a shown one is withdrawn", {"A", "B", "C", "D"}, "award:x/b0/r1", {"B", "C", "D"}, "award:x/b0/r0"},
        {"a hidden one is withdrawn", {"A", "B", "C", "D"}, "award:x/b0/r1", {"A", "B", "D"}, "award:x/b0/r1"},
        {"the last place is gone", {"A", "B", "C", "D"}, "award:x/b0/r3", {"A", "B", "C"}, "award:x/intro"},
        {"renamed", {"A", "B", "C"}, "award:x/b0/r0", {"Á", "B", "C"}, "award:x/b0/p0/armed"},
        {"a namesake joins", {"A", "B", "C"}, "award:x/b0/r1", {"A", "A", "B"}, "award:x/b0/r0"},
        {"single: reordered", {"A", "B"}, "award:x/b0/r0", {"B", "A"}, "award:x/b0/r0/armed"},
        {"single: the second is replaced", {"A", "B"}, "award:x/b0/r1", {"A", "N"}, "award:x/b0/r1/armed"},
        {"single: one is put before", {"A"}, "award:x/b0/r0", {"N", "A"}, "award:x/b0/r0/armed"},
        {"all are gone", {"A", "B", "C"}, "award:x/b0/r1", {}, "award:x/intro"},
    };
    for (const Edit& edit : edits)
        EXPECT_EQ(restarted_at(edit.on_air, group(edit.before), group(edit.after)), edit.then) << edit.what;
}

TEST(Resume, another_award_under_the_same_id_or_none_at_all) {
    const Conference old = typical();
    Conference edited = old;
    edited.awards[0].batches = edited.awards[1].batches;
    EXPECT_EQ(restarted_at("award:co/b0/r0", old, edited), "award:co/b0/p0/armed");
    edited.awards.erase(edited.awards.begin());
    EXPECT_EQ(restarted_at("award:co/b0/r0", old, edited), "welcome");
    EXPECT_EQ(restarted_at("members/1", old, edited), "members/1");
}

TEST(Resume, a_place_without_digests_names_nobody) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(resume(on(rundown, "award:bang/b0/r2"), {}, rundown, at(1)).key, "award:bang/b0/p0/armed");
}

TEST(Resume, digests_are_one_a_name_and_tell_none) {
    const Rundown rundown = make_rundown(typical());
    const auto two = readable_digests(on(rundown, "award:bang/b0/r1"), rundown);
    ASSERT_EQ(two.size(), 2U);
    for (const std::string& digest : two) {
        EXPECT_EQ(digest.size(), 64U);
        EXPECT_EQ(digest.find_first_not_of("0123456789abcdef"), digest.npos);
    }
    // Salted by the key: the same name is another digest on the next step.
    for (const std::string& digest : readable_digests(on(rundown, "award:bang/b0/r2"), rundown))
        EXPECT_EQ(std::count(two.begin(), two.end(), digest), 0);
    EXPECT_TRUE(readable_digests(on(rundown, "members/1"), rundown).empty());
}

TEST(Resume, no_run_of_edits_while_the_machine_is_off_reveals_a_name) {
    std::mt19937 random(20221221);
    int fresh = 0, kept = 0;
    for (int round = 0; round < 1500; ++round) {
        const Conference old = secret(random);
        const Rundown before = make_rundown(old);
        const ShowState saved = apply(ShowState{}, {Verb::jump, random() % before.steps.size()}, before, at(0));
        const auto were = readable(before.steps[saved.step], old);
        Conference edited = old;
        for (std::size_t edits = 1 + random() % 4; edits > 0; --edits) edit(edited, random, fresh);
        const ShowState resumed = restarted(saved, old, edited);
        const Rundown after = make_rundown(edited);
        ASSERT_LT(resumed.step, after.steps.size());
        ASSERT_EQ(resumed.key, after.steps[resumed.step].key);
        kept += static_cast<int>(!were.empty() && resumed.key == saved.key);
        auto were_once = were;
        for (const std::string& name : readable(after.steps[resumed.step], edited)) {
            const auto found = std::find(were_once.begin(), were_once.end(), name);
            ASSERT_NE(found, were_once.end()) << name << " on " << resumed.key << ", saved at " << saved.key;
            were_once.erase(found);
        }
    }
    EXPECT_GT(kept, 100);
}

}  // namespace
}  // namespace hall::testing
