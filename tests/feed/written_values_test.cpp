/// Dates, times and numbers as they stand in people's spreadsheets.
#include "feed/written_values.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

std::string moment(std::string_view text) {
    const auto read = read_moment(text, TimeZone());
    if (!read) return "-";
    std::string spelt;
    if (read->day) spelt = iso_day(*read->day);
    if (read->clock) spelt += iso_moment({}, *read->clock).substr(10);
    return spelt;
}

TEST(WrittenDay, all_habits_mean_the_same_day) {
    for (const char* text :
         {"05/12/2026", "5/12/2026", "5-12-2026", "5.12.2026", "05/12/26", "2026-12-05", "ngày 5 tháng 12 năm 2026",
          "Ngày 05 tháng 12 năm 2026", "Thứ Bảy, ngày 5 tháng 12 năm 2026", "Thứ 7, 05/12/2026", "T7, 5/12/2026",
          "Chủ nhật, 5/12/2026", "5 tháng 12, 2026", "NGÀY 05/12/2026"})
        EXPECT_EQ(moment(text), "2026-12-05") << text;
}

TEST(WrittenDay, what_is_no_day_is_not_guessed) {
    for (const char* text : {"12/25/2026", "31/4/2026", "5/12", "2026", "5/12/2026/7", "sau 5/12/2026 một ngày", "",
                             "Khai mạc", "99999999999/1/2026", "5/12/226"})
        EXPECT_EQ(moment(text), "-") << text;
}

TEST(WrittenClock, all_habits_mean_the_same_time) {
    for (const char* text : {"7h30", "07h30", "7:30", "07:30", "07:30:00", "7 giờ 30", "7 giờ 30 phút", "7g30", "7h30'",
                             "7.30", "7:30 AM", "7h30 sáng", "7:30 a.m."})
        EXPECT_EQ(moment(text), "T07:30") << text;
    for (const char* text : {"14h", "14 giờ", "14:00", "2 giờ chiều", "2:00 PM", "2:00 p.m.", "14g"})
        EXPECT_EQ(moment(text), "T14:00") << text;
    EXPECT_EQ(moment("12:05 AM"), "T00:05");
    EXPECT_EQ(moment("12 giờ trưa"), "T12:00");
    EXPECT_EQ(moment("11 giờ trưa"), "T11:00");
    EXPECT_EQ(moment("11:30 p.m."), "T23:30");
}

TEST(WrittenClock, what_a_vietnamese_windows_writes) {
    EXPECT_EQ(moment("9:00 SA"), "T09:00");
    EXPECT_EQ(moment("9:00:00 SA"), "T09:00");
    EXPECT_EQ(moment("2:30 CH"), "T14:30");
    EXPECT_EQ(moment("12:15 CH"), "T12:15");
    EXPECT_EQ(moment("12:15 SA"), "T00:15");
    EXPECT_EQ(moment("05/12/2026 2:30:00 CH"), "2026-12-05T14:30");
}

TEST(WrittenClock, half_hours_are_spoken) {
    for (const char* text : {"7 giờ rưỡi", "7h rưỡi", "7 giờ rưỡi sáng", "7g rưỡi"})
        EXPECT_EQ(moment(text), "T07:30") << text;
    EXPECT_EQ(moment("2 giờ rưỡi chiều"), "T14:30");
    EXPECT_EQ(moment("7: rưỡi"), "-");
}

TEST(WrittenClock, the_night_is_before_midnight_or_not_read) {
    EXPECT_EQ(moment("10h đêm"), "T22:00");
    EXPECT_EQ(moment("11h30 khuya"), "T23:30");
    EXPECT_EQ(moment("22h đêm"), "T22:00");
    EXPECT_EQ(moment("0h đêm"), "T00:00");
    EXPECT_EQ(moment("7h tối"), "T19:00");
    EXPECT_EQ(moment("19h tối"), "T19:00");
    EXPECT_EQ(moment("1h sáng"), "T01:00");
    for (const char* text : {"12h đêm", "1h đêm", "2 giờ đêm", "12h tối", "1h tối", "14h đêm", "3h khuya"})
        EXPECT_EQ(moment(text), "-") << text;
}

TEST(WrittenClock, what_is_no_time_is_not_guessed) {
    for (const char* text : {"25h", "7h60", "730", "7:", "7h30 rồi", "1.234", "bảy giờ"})
        EXPECT_EQ(moment(text), "-") << text;
}

TEST(WrittenMoment, day_and_time_stand_together) {
    for (const char* text : {"05/12/2026 07:30", "7h30 ngày 05/12/2026", "7 giờ 30, ngày 5 tháng 12 năm 2026",
                             "2026-12-05T07:30", "2026-12-05 07:30:00", "2026-12-05T00:30:00Z"})
        EXPECT_EQ(moment(text), "2026-12-05T07:30") << text;
}

TEST(WrittenSpan, two_times_with_whatever_stands_between) {
    for (const char* text : {"7h30 - 8h00", "07:30-08:00", "7h30 – 8h", "từ 7h30 đến 8h00", "7 giờ 30 đến 8 giờ"}) {
        const auto span = read_span(text, TimeZone());
        ASSERT_TRUE(span && span->to) << text;
        EXPECT_EQ(*span->from.clock, (WrittenClock{7, 30})) << text;
        EXPECT_EQ(*span->to->clock, (WrittenClock{8, 0})) << text;
    }
    const auto open = read_span("7h30 -", TimeZone());
    ASSERT_TRUE(open);
    EXPECT_FALSE(open->to);
    EXPECT_FALSE(read_span("7h30 - tối", TimeZone()));
}

TEST(WrittenNumber, points_part_thousands_and_the_comma_decimals) {
    EXPECT_EQ(read_number("1.234,5"), 1234.5);
    EXPECT_EQ(read_number("1,234.5"), 1234.5);
    EXPECT_EQ(read_number("1.234"), 1234);
    EXPECT_EQ(read_number("1.234.567"), 1234567);
    EXPECT_EQ(read_number("7,5"), 7.5);
    EXPECT_EQ(read_number("7.5"), 7.5);
    EXPECT_EQ(read_number(" 12 "), 12);
    EXPECT_EQ(read_number("-3"), -3);
    for (const char* text : {"", "x", "12 người", "1,2,3x", "nan"}) EXPECT_FALSE(read_number(text)) << text;
}

TEST(WrittenNumber, a_number_is_shown_as_it_is_written_in_vietnamese) {
    EXPECT_EQ(vietnamese_number("1234567.5"), "1.234.567,5");
    EXPECT_EQ(vietnamese_number("2026"), "2026");
    EXPECT_EQ(vietnamese_number("-12345"), "-12.345");
    EXPECT_EQ(vietnamese_number("98.6"), "98,6");
}

}  // namespace
}  // namespace hall
