#include "show/follow.h"

#include <gtest/gtest.h>

#include "show/conferences.h"

namespace hall::testing {
namespace {

const Rundown& commanded_rundown() {
    static const Rundown made = make_rundown(typical());
    return made;
}

constexpr Milliseconds now{7000};

std::optional<ShowState> after(const ShowState& mine, const ShowState& commanded, Entry entry = Entry::animated) {
    return followed(mine, commanded, commanded_rundown(), now, entry);
}

TEST(Follow, the_step_is_found_by_its_key_wherever_this_content_has_it) {
    ShowState commanded = on(commanded_rundown(), "members/2");
    const std::size_t here = commanded.step;
    commanded.step += 5;
    const auto next = after(on(commanded_rundown(), "welcome"), commanded);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->step, here);
    EXPECT_EQ(next->key, "members/2");
    commanded.step = 9999;
    EXPECT_EQ(after(on(commanded_rundown(), "welcome"), commanded)->step, here);
}

TEST(Follow, what_this_content_lacks_is_not_replaced_by_a_neighbour) {
    ShowState commanded = on(commanded_rundown(), "members/2");
    commanded.key = "members/99";
    EXPECT_FALSE(after(on(commanded_rundown(), "members/1"), commanded));
    EXPECT_FALSE(followed(on(commanded_rundown(), "members/1"), commanded, Rundown(), now, Entry::settled));
}

TEST(Follow, a_fresh_command_plays_from_the_page_that_stands_here) {
    const ShowState mine = on(commanded_rundown(), "welcome");
    ShowState commanded = on(commanded_rundown(), "members/1");
    commanded.last_next = Milliseconds(1);
    commanded.since = Milliseconds(999);
    const auto next = after(mine, commanded);
    EXPECT_EQ(next->previous, mine.step);
    EXPECT_EQ(next->since, now);
    EXPECT_EQ(next->entry, Entry::animated);
    EXPECT_FALSE(next->last_next) << "the operator's steady clock is another one";
    EXPECT_FALSE(after(mine, commanded, Entry::settled)->previous);
}

TEST(Follow, the_same_step_goes_on_where_it_was_with_the_cover_and_the_name_that_are_commanded) {
    ShowState mine = on(commanded_rundown(), "members/1");
    mine.since = Milliseconds(3);
    mine.entry = Entry::animated;
    mine.previous = 0;
    ShowState commanded = on(commanded_rundown(), "members/1");
    EXPECT_EQ(after(mine, commanded)->since, Milliseconds(3));
    EXPECT_EQ(after(mine, commanded)->previous, std::size_t{0});
    commanded.cover = Cover::black;
    commanded.lower_third = LowerThird::on;
    const auto covered = after(mine, commanded);
    EXPECT_EQ(covered->cover, Cover::black);
    EXPECT_EQ(covered->lower_third, LowerThird::on);
    commanded.cover = Cover::none;
    EXPECT_EQ(after(*covered, commanded)->entry, Entry::settled) << "from under a cover nothing plays again";
}

}  // namespace
}  // namespace hall::testing
