/// The item's timer and the rest of the day.
#include <gtest/gtest.h>

#include "conference/timing.h"

namespace hall {
namespace {

using std::chrono::minutes;

const Instant opening = *parse_instant("2026-11-20T08:00:00+07:00", TimeZone());

/// 8:00-8:15, 8:15-9:00, a gap of ten minutes, 9:10-9:30.
std::vector<AgendaItem> morning() {
    std::vector<AgendaItem> agenda(3);
    agenda[0].start = opening, agenda[0].end = opening + minutes(15);
    agenda[1].start = opening + minutes(15), agenda[1].end = opening + minutes(60);
    agenda[2].start = opening + minutes(70), agenda[2].end = opening + minutes(90);
    return agenda;
}

TEST(ItemTimer, counts_and_warns) {
    const auto at = [](double minute) {
        const Instant now = opening + std::chrono::round<Milliseconds>(Seconds(minute * 60));
        return item_timer(morning(), 0, opening, now);
    };
    EXPECT_EQ(at(5).planned, minutes(15));
    EXPECT_EQ(at(5).elapsed, minutes(5));
    EXPECT_EQ(at(5).left, minutes(10));
    EXPECT_EQ(at(5).phase, TimerPhase::running);
    EXPECT_EQ(at(13).phase, TimerPhase::warning);
    EXPECT_EQ(at(14).phase, TimerPhase::urgent);
    EXPECT_EQ(at(15).phase, TimerPhase::urgent);
    EXPECT_EQ(at(15.1).phase, TimerPhase::overtime);
    EXPECT_EQ(at(-1).elapsed, minutes(0)) << "a clock that was set back";
}

TEST(ItemTimer, a_short_item_is_not_nearly_over_when_it_begins) {
    auto agenda = morning();
    agenda[0].end = opening + minutes(1);
    EXPECT_EQ(item_timer(agenda, 0, opening, opening).phase, TimerPhase::running);
    EXPECT_EQ(item_timer(agenda, 0, opening, opening + Milliseconds(50'000)).phase, TimerPhase::urgent);
}

TEST(ExpectedTimes, what_is_late_moves_the_rest_and_a_gap_takes_it_up) {
    // Began five minutes late.
    const auto times = expected_times(morning(), 0, opening + minutes(5), opening + minutes(8));
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times[0].start, opening + minutes(20));
    EXPECT_EQ(times[0].late, minutes(5));
    EXPECT_EQ(times[1].start, opening + minutes(70));
    EXPECT_EQ(times[1].late, minutes(0));
}

TEST(ExpectedTimes, overtime_ends_now_and_nothing_begins_early) {
    EXPECT_EQ(expected_times(morning(), 0, opening, opening + minutes(40))[0].late, minutes(25));
    EXPECT_EQ(expected_times(morning(), 0, opening, opening + minutes(40))[1].late, minutes(15));
    EXPECT_EQ(expected_times(morning(), 0, opening - minutes(10), opening)[0].start, opening + minutes(15));
    EXPECT_TRUE(expected_times(morning(), 2, opening, opening).empty());
    EXPECT_TRUE(expected_times(morning(), 9, opening, opening).empty());
}

}  // namespace
}  // namespace hall
