#include "base/time.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

LocalTime day(int year, int month, int number, int weekday = 0) { return {year, month, number, 0, 0, 0, weekday}; }

TEST(Time, reads_instants_with_and_without_an_offset) {
    const TimeZone home;
    const std::vector<std::pair<const char*, const char*>> table = {
        {"2022-12-20T08:00:00+07:00", "2022-12-20T01:00:00Z"},
        {"2022-12-20T01:00:00Z", "2022-12-20T01:00:00Z"},
        {"2022-12-20t01:00:00z", "2022-12-20T01:00:00Z"},
        {"2022-12-20 08:00", "2022-12-20T01:00:00Z"},
        {"2022-12-20T08:00:30", "2022-12-20T01:00:30Z"},
        {"2022-12-20T08:00:00.123+07:00", "2022-12-20T01:00:00Z"},
        {"2022-12-19T20:30:00-04:30", "2022-12-20T01:00:00Z"},
        {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
        {"2023-01-01T06:59:59+07:00", "2022-12-31T23:59:59Z"},
    };
    for (const auto& [text, utc] : table) {
        const auto instant = parse_instant(text, home);
        ASSERT_TRUE(instant) << text;
        EXPECT_EQ(format_rfc3339(*instant), utc) << text;
    }
}

TEST(Time, refuses_what_is_no_instant) {
    for (const char* text : {"",
                             "2022",
                             "2022-12-20",
                             "20/12/2022",
                             "2022-13-01T00:00:00Z",
                             "2022-00-01T00:00:00Z",
                             "2023-02-29T00:00:00Z",
                             "2022-12-20T24:00:00Z",
                             "2022-12-20T08:60:00Z",
                             "2022-12-20T08:00:61Z",
                             "2022-12-20T08:00:00+7",
                             "2022-12-20T08:00:00+07",
                             "2022-12-20T08:00:00+0700",
                             "2022-12-20T08:00:00+24:00",
                             "2022-12-20T8:00:00Z",
                             "2022-12-20T08:00:00.Z",
                             "2022-12-20T08:00:00Z ",
                             " 2022-12-20T08:00:00Z",
                             "2022-12-20T08:00:00ZZ",
                             "1969-12-31T23:59:59Z",
                             "2022-12-20X08:00",
                             "2022-12-20T08:00:0",
                             "２０２２-12-20T08:00:00Z"})
        EXPECT_FALSE(parse_instant(text, TimeZone())) << text;
}

TEST(Time, reads_days) {
    const auto bare = parse_day("2022-12-20", TimeZone());
    ASSERT_TRUE(bare);
    EXPECT_EQ(*bare, day(2022, 12, 20, 2));
    const auto from_instant = parse_day("2022-12-20T23:00:00Z", TimeZone());
    ASSERT_TRUE(from_instant);
    EXPECT_EQ(from_instant->day, 21);
    EXPECT_EQ(from_instant->hour, 6);
    for (const char* text : {"", "2022-02-30", "20-12-2022", "2022-12-2", "2022-12-20T"})
        EXPECT_FALSE(parse_day(text, TimeZone())) << text;
}

TEST(Time, knows_zones_by_their_names_only) {
    EXPECT_EQ(TimeZone().name(), "Asia/Ho_Chi_Minh");
    EXPECT_TRUE(TimeZone::named("Europe/Paris"));
    for (const char* name : {"", "Asia/Hà_Nội", "+07:00x", "Mars/Olympus"}) EXPECT_FALSE(TimeZone::named(name)) << name;
}

TEST(Time, local_and_instant_are_inverse_through_a_clock_change) {
    const TimeZone paris = *TimeZone::named("Europe/Paris");
    Instant instant = *parse_instant("2022-03-26T00:00:00Z", paris);
    for (int hour = 0; hour < 48; ++hour, instant += std::chrono::hours(1))
        EXPECT_EQ(paris.instant(paris.local(instant)), instant) << format_rfc3339(instant);
    EXPECT_EQ(paris.local(*parse_instant("2022-03-27T00:59:59Z", paris)).hour, 1);
    EXPECT_EQ(paris.local(*parse_instant("2022-03-27T01:00:00Z", paris)).hour, 3);
}

TEST(Time, a_skipped_or_repeated_time_has_one_meaning) {
    const TimeZone paris = *TimeZone::named("Europe/Paris");
    EXPECT_EQ(format_rfc3339(*parse_instant("2022-03-27T02:30:00", paris)), "2022-03-27T01:30:00Z");
    EXPECT_EQ(format_rfc3339(*parse_instant("2022-10-30T02:30:00", paris)), "2022-10-30T01:30:00Z");
}

TEST(Time, a_moment_is_told_with_whose_clock_it_is) {
    const Instant instant = *parse_instant("2022-12-20T23:00:05Z", TimeZone());
    EXPECT_EQ(format_moment(instant, TimeZone()), "2022-12-21 06:00:05 +07:00");
    EXPECT_EQ(format_moment(instant, *TimeZone::named("America/New_York")), "2022-12-20 18:00:05 -05:00");
}

TEST(Time, dates_are_written_as_decree_30_writes_them) {
    EXPECT_EQ(format_day(day(2023, 1, 5)), "ngày 05 tháng 01 năm 2023");
    EXPECT_EQ(format_day(day(2023, 2, 10)), "ngày 10 tháng 02 năm 2023");
    EXPECT_EQ(format_day(day(2023, 3, 9)), "ngày 09 tháng 3 năm 2023");
    EXPECT_EQ(format_day(day(2022, 12, 20)), "ngày 20 tháng 12 năm 2022");
    EXPECT_EQ(format_day_with_weekday(day(2022, 12, 20, 2)), "Thứ Ba, ngày 20 tháng 12 năm 2022");
    EXPECT_EQ(format_day_with_weekday(day(2022, 12, 18, 0)), "Chủ nhật, ngày 18 tháng 12 năm 2022");
    EXPECT_EQ(format_day_short(day(2023, 1, 5)), "05/01/2023");
}

TEST(Time, hours_are_written_as_they_are_spoken) {
    EXPECT_EQ(format_time_spoken({2022, 12, 20, 8, 0, 0, 2}), "8 giờ");
    EXPECT_EQ(format_time_spoken({2022, 12, 20, 8, 5, 0, 2}), "8 giờ 05");
    EXPECT_EQ(format_clock({2022, 12, 20, 8, 5, 0, 2}), "08:05");
}

}  // namespace
}  // namespace hall
