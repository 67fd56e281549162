// How a machine that is too slow for motion is found out.
#include "app/motion_pace.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

class Pace : public testing::Test {
protected:
    /// A page comes: pictures that long one after the other, then one that stands. True where something changed.
    bool page_comes(Milliseconds each, std::size_t pictures = MotionPace::looked_at) {
        bool changed = false;
        for (std::size_t i = 0; i <= pictures; ++i) {
            changed |= pace_.drawn(now_, i < pictures ? Moving::yes : Moving::no);
            now_ += each;
        }
        now_ += Milliseconds(5000);
        return changed;
    }

    MotionPace pace_;
    Milliseconds now_{1000};
};

TEST_F(Pace, sixty_and_thirty_pictures_a_second_keep_their_entrances) {
    EXPECT_FALSE(page_comes(Milliseconds(17)));
    EXPECT_EQ(pace_.entering(), Entering::full);
    EXPECT_TRUE(page_comes(Milliseconds(33)));
    EXPECT_EQ(pace_.entering(), Entering::plain);
    for (int page = 0; page < 5; ++page) EXPECT_FALSE(page_comes(Milliseconds(33)));
    EXPECT_EQ(pace_.entering(), Entering::plain);
}

TEST_F(Pace, fewer_than_twenty_are_short_fades) {
    EXPECT_TRUE(page_comes(Milliseconds(60)));
    EXPECT_EQ(pace_.entering(), Entering::reduced);
}

TEST_F(Pace, short_pages_are_looked_at_together) {
    for (std::size_t page = 1; page < MotionPace::looked_at / 4; ++page)
        EXPECT_FALSE(page_comes(Milliseconds(60), 4)) << page;
    EXPECT_TRUE(page_comes(Milliseconds(60), 4));
}

TEST_F(Pace, a_few_pictures_that_take_long_are_no_slow_machine) {
    for (int page = 0; page < 10; ++page) {
        now_ += Milliseconds(10'000);
        pace_.drawn(now_, Moving::yes);
        now_ += Milliseconds(400);  // its backdrop is painted
        EXPECT_FALSE(page_comes(Milliseconds(16)));
    }
    EXPECT_EQ(pace_.entering(), Entering::full);
}

TEST_F(Pace, all_is_tried_again_after_a_while) {
    page_comes(Milliseconds(60));
    now_ += MotionPace::forgotten_after;
    EXPECT_TRUE(page_comes(Milliseconds(16)));
    EXPECT_EQ(pace_.entering(), Entering::full);
}

}  // namespace
}  // namespace hall
