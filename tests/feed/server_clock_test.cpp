#include "feed/server_clock.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

/// What a server writes whose clock is `ahead` of the steady one.
Instant date_at(Milliseconds steady, Milliseconds ahead) {
    return std::chrono::floor<std::chrono::seconds>(Instant(steady + ahead));
}

TEST(ServerClock, says_nothing_before_an_answer) { EXPECT_FALSE(ServerClock().ahead()); }

TEST(ServerClock, many_answers_know_more_than_the_seconds_they_tell) {
    constexpr Milliseconds truth{1'700'000'000'437};
    ServerClock clock;
    for (int i = 0; i < 40; ++i) {
        const Milliseconds sent{1'000 + i * 1'370};
        clock.measure(sent, sent + Milliseconds(20), date_at(sent + Milliseconds(10), truth));
    }
    ASSERT_TRUE(clock.ahead());
    EXPECT_NEAR(static_cast<double>((*clock.ahead() - truth).count()), 0, 100);
}

TEST(ServerClock, a_step_is_believed_at_once) {
    constexpr Milliseconds truth{1'700'000'000'000};
    constexpr Milliseconds step{3'600'000};
    ServerClock clock;
    for (int i = 0; i < 10; ++i)
        clock.measure(Milliseconds(i * 700), Milliseconds(i * 700 + 10), date_at(Milliseconds(i * 700 + 5), truth));
    clock.measure(Milliseconds(8'000), Milliseconds(8'010), date_at(Milliseconds(8'005), truth + step));
    EXPECT_NEAR(static_cast<double>((*clock.ahead() - truth - step).count()), 0, 600);
}

}  // namespace
}  // namespace hall
