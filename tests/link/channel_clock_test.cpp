#include "link/channel_clock.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

Instant wall(int milliseconds) { return Instant(Milliseconds(1'671'500'000'000 + milliseconds)); }

/// The channel's clock is 500 ms ahead of the wall, which began with the steady one; both ways take `there` and `back`.
void ask(ChannelClock& clock, int begun, int there, int back) {
    const Now asked{wall(begun), Milliseconds(begun)};
    const Now answered{wall(begun + there + back), Milliseconds(begun + there + back)};
    clock.measure(asked, answered, wall(begun + there + 500));
}

TEST(ChannelClock, knows_nothing_until_it_was_asked) {
    const ChannelClock clock;
    EXPECT_FALSE(clock.at(Milliseconds(0)) || clock.steady_at(wall(0)) || clock.unsure() || clock.wall_error());
}

TEST(ChannelClock, the_error_is_measured_as_closely_as_the_round_trip_allows) {
    ChannelClock clock;
    ask(clock, 1000, 80, 20);
    EXPECT_EQ(clock.unsure(), Milliseconds(51));
    EXPECT_EQ(clock.at(Milliseconds(2000)), wall(2000 + 500 + 30));
    EXPECT_EQ(clock.wall_error(), Milliseconds(-530));
    ask(clock, 3000, 2, 2);
    ask(clock, 4000, 200, 0);
    EXPECT_EQ(clock.unsure(), Milliseconds(3)) << "the shortest trip tells most";
    EXPECT_EQ(clock.at(Milliseconds(5000)), wall(5500));
    EXPECT_EQ(clock.steady_at(wall(5500)), Milliseconds(5000));
}

TEST(ChannelClock, an_old_reading_is_forgotten) {
    ChannelClock clock;
    ask(clock, 0, 1, 1);
    for (int i = 1; i <= 8; ++i) ask(clock, i * 1000, 10, 10);
    EXPECT_EQ(clock.unsure(), Milliseconds(11));
}

TEST(ChannelClock, a_wall_clock_that_jumps_moves_only_the_reported_error) {
    ChannelClock clock;
    ask(clock, 0, 1, 1);
    clock.measure({wall(-60'000), Milliseconds(1000)}, {wall(-59'998), Milliseconds(1002)}, wall(1501));
    EXPECT_EQ(clock.at(Milliseconds(2000)), wall(2500));
    EXPECT_EQ(clock.wall_error(), Milliseconds(-61'500));
}

}  // namespace
}  // namespace hall
