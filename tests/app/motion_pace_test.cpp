// How a machine that is too slow for motion is found out.
#include "app/motion_pace.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

class Pace : public testing::Test {
protected:
    /// A page comes: pictures that take so long, then one that stands. True where something is another from now on.
    bool page_comes(Milliseconds each, std::size_t pictures = MotionPace::looked_at + 1) {
        const Entering before = pace_.entering();
        bool changed = false;
        for (std::size_t i = 0; i <= pictures; ++i) {
            changed |= pace_.drawn(now_, now_ + each, i < pictures ? Moving::yes : Moving::no);
            if (i < pictures) {
                EXPECT_EQ(pace_.entering(), before) << "while the hall sees it move";
            }
            now_ += each + Milliseconds(20);  // other windows are drawn meanwhile
        }
        now_ += Milliseconds(5000);
        return changed;
    }

    MotionPace pace_;
    Milliseconds now_{1000};
};

TEST_F(Pace, thirty_pictures_a_second_keep_their_entrances_and_twenty_lose_what_adorns) {
    EXPECT_FALSE(page_comes(Milliseconds(34)));
    EXPECT_EQ(pace_.entering(), Entering::full);
    EXPECT_TRUE(page_comes(Milliseconds(48)));
    EXPECT_EQ(pace_.entering(), Entering::plain);
    for (int page = 0; page < 5; ++page) EXPECT_FALSE(page_comes(Milliseconds(48)));
    EXPECT_EQ(pace_.entering(), Entering::plain);
}

TEST_F(Pace, fewer_than_eighteen_are_short_fades) {
    EXPECT_TRUE(page_comes(Milliseconds(60)));
    EXPECT_EQ(pace_.entering(), Entering::reduced);
}

TEST_F(Pace, short_pages_are_looked_at_together) {
    for (std::size_t page = 1; page < MotionPace::looked_at / 4; ++page)
        EXPECT_FALSE(page_comes(Milliseconds(60), 5)) << page;
    EXPECT_TRUE(page_comes(Milliseconds(60), 5));
}

TEST_F(Pace, the_first_picture_of_a_page_is_painted_and_tells_nothing) {
    for (int page = 0; page < 60; ++page) EXPECT_FALSE(page_comes(Milliseconds(400), 1));
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
