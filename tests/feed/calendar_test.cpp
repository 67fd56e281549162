/// iCalendar: zones, recurrences, what was moved and what was cancelled.
#include "foreign_fixture.h"

namespace hall {
namespace {

std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

std::string calendar(const std::string& parts) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hall//test//\r\nX-WR-CALNAME:Hội nghị Tổng kết\r\n" + parts +
           "END:VCALENDAR\r\n";
}

Read read_calendar_text(const std::string& text) {
    return read_foreign(text, FeedKind::calendar, wish_for("agenda", "lich.ics"));
}

/// "07:30-08:00 Khai mạc", one a line, on Hanoi's clock; the day only where it is not the conference's.
std::string items(const Read& read) {
    std::string lines;
    for (const AgendaItem& item : read.conference.agenda) {
        const TimeZone zone;
        const LocalTime start = zone.local(item.start);
        if (start.day != 5) lines += format_day_short(start) + " ";
        lines += format_clock(start) + "-" + format_clock(zone.local(item.end)) + " " + item.title + "\n";
    }
    return lines;
}

TEST(Calendar, zones_ends_and_durations) {
    const Read read = read_calendar_text(calendar(
        event("UID:1\r\nDTSTART:20261205T003000Z\r\nDTEND:20261205T010000Z\r\nSUMMARY:UTC\r\n") +
        event("UID:2\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261205T080000\r\nDURATION:PT30M\r\nSUMMARY:Có múi giờ\r\n") +
        event("UID:3\r\nDTSTART:20261205T083000\r\nDTEND:20261205T090000\r\nSUMMARY:Không múi giờ\r\n") +
        event("UID:4\r\nDTSTART;TZID=/x.org/2026/Asia/Tokyo:20261205T110000\r\nDURATION:PT1H\r\nSUMMARY:Tokyo\r\n")));
    EXPECT_EQ(listing(read.issues), "");
    EXPECT_EQ(items(read), "07:30-08:00 UTC\n08:00-08:30 Có múi giờ\n08:30-09:00 Không múi giờ\n09:00-10:00 Tokyo\n");
}

TEST(Calendar, a_zone_of_the_calendar_s_own) {
    const std::string zone =
        "BEGIN:VTIMEZONE\r\nTZID:Giờ của tôi\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
        "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    const std::string timed =
        event("UID:1\r\nDTSTART;TZID=Giờ của tôi:20261205T040000\r\nDURATION:PT1H\r\nSUMMARY:A\r\n");
    EXPECT_EQ(items(read_calendar_text(calendar(zone + timed))), "08:00-09:00 A\n");
    const Read unknown = read_calendar_text(calendar(timed));
    EXPECT_EQ(items(unknown), "04:00-05:00 A\n");
    EXPECT_TRUE(has_issue(unknown.issues, "calendar.timezone", "lich.ics:5")) << listing(unknown.issues);
}

TEST(Calendar, recurrences_within_the_conference_s_days) {
    const Read read = read_calendar_text(calendar(
        event("UID:1\r\nDTSTART;TZID=Asia/"
              "Ho_Chi_Minh:20260101T093000\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Giải "
              "lao\r\n") +
        event("UID:2\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261203T100000\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
              "SUMMARY:Ba ngày\r\n") +
        event("UID:3\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261203T110000\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
              "SUMMARY:Hai ngày\r\n") +
        event("UID:4\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261101T200000\r\nDURATION:PT15M\r\n"
              "RRULE:FREQ=DAILY;UNTIL=20261205T130000Z\r\nSUMMARY:Đến hết\r\n") +
        event("UID:5\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261201T200000\r\nDURATION:PT15M\r\n"
              "RRULE:FREQ=DAILY\r\nEXDATE;TZID=Asia/Ho_Chi_Minh:20261204T200000,20261205T200000\r\nSUMMARY:Nghỉ\r\n")));
    EXPECT_EQ(listing(read.issues), "");
    EXPECT_EQ(items(read), "09:30-09:45 Giải lao\n10:00-10:15 Ba ngày\n20:00-20:15 Đến hết\n");
}

TEST(Calendar, an_occurrence_moved_or_cancelled) {
    const std::string daily =
        event("UID:1\r\nDTSTART:20261201T010000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Họp\r\n");
    EXPECT_EQ(items(read_calendar_text(calendar(daily))), "08:00-09:00 Họp\n");
    EXPECT_EQ(
        items(read_calendar_text(calendar(daily + event("UID:1\r\nRECURRENCE-ID:20261205T010000Z\r\nDTSTART:"
                                                        "20261205T020000Z\r\nDURATION:PT1H\r\nSUMMARY:Họp muộn\r\n")))),
        "09:00-10:00 Họp muộn\n");
    EXPECT_EQ(items(read_calendar_text(
                  calendar(daily + event("UID:1\r\nRECURRENCE-ID:20261205T010000Z\r\nSTATUS:CANCELLED\r\n"
                                         "DTSTART:20261205T010000Z\r\nSUMMARY:Họp\r\n")))),
              "");
    EXPECT_EQ(items(read_calendar_text(calendar(
                  event("UID:2\r\nDTSTART:20261205T010000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED\r\nSUMMARY:Bỏ\r\n")))),
              "");
}

TEST(Calendar, texts_are_unfolded_and_unescaped) {
    const Read read =
        read_calendar_text(calendar(event("UID:1\r\nDTSTART:20261205T010000Z\r\nDURATION:PT1H\r\nSUMMARY:Khai mạc\\, "
                                          "chào cờ\\; giới thiệu đại b\r\n iểu\r\n"
                                          "LOCATION:Hội trường A\\, tầng 2\r\nCATEGORIES:Khai mạc\r\nDESCRIPTION:Dòng "
                                          "đầu\\nNgười trình bày: Ông A\\nhttps:"
                                          "//example.org\r\n")));
    ASSERT_EQ(read.conference.agenda.size(), 1U);
    const AgendaItem& item = read.conference.agenda[0];
    EXPECT_EQ(item.title, "Khai mạc, chào cờ; giới thiệu đại biểu");
    EXPECT_EQ(item.note, "Hội trường A, tầng 2");
    EXPECT_EQ(item.kind, ItemKind::opening);
    EXPECT_EQ(item.speaker.name, "Ông A");
}

TEST(Calendar, what_has_no_time_of_day_or_belongs_elsewhere_is_said) {
    const Read read = read_calendar_text(calendar(
        event("UID:1\r\nDTSTART;VALUE=DATE:20261205\r\nSUMMARY:Cả ngày\r\n") + event("UID:2\r\nSUMMARY:Không giờ\r\n") +
        event("UID:3\r\nDTSTART:20200101T000000Z\r\nSUMMARY:Cũ\r\n") +
        event("UID:4\r\nDTSTART:20261205T000000Z\r\nRRULE:FREQ=SECONDLY\r\nDURATION:PT1S\r\nSUMMARY:Giây\r\n")));
    EXPECT_EQ(listing(read.issues),
              "calendar.all-day lich.ics:5\nagenda.start-missing lich.ics:10\ncalendar.recurrence lich.ics:19\n"
              "calendar.other-days lich.ics:1\n");
    EXPECT_EQ(items(read), "07:00-07:00 Giây\n");
}

TEST(Calendar, rules_meant_to_keep_the_reader_busy_do_not) {
    const std::string zone =
        "BEGIN:VTIMEZONE\r\nTZID:Bom\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+"
        "0300\r\n"
        "RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    const Read read = read_calendar_text(calendar(
        zone + event("UID:1\r\nDTSTART;TZID=Bom:20261205T040000\r\nDURATION:PT1H\r\nSUMMARY:A\r\n") +
        event(
            "UID:2\r\nDTSTART:19710101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=999999999\r\nSUMMARY:B\r\n") +
        event("UID:3\r\nDTSTART:20260101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY="
              "30\r\nSUMMARY:C\r\n")));
    EXPECT_TRUE(has_issue(read.issues, "calendar.timezone", "lich.ics:14")) << listing(read.issues);
}

TEST(Calendar, the_name_is_the_title_of_a_whole_feed_and_a_cut_one_is_refused) {
    const std::string text = calendar(event("UID:1\r\nDTSTART:20261205T010000Z\r\nDURATION:PT1H\r\nSUMMARY:A\r\n"));
    EXPECT_EQ(read_foreign(text, FeedKind::calendar, wish_for("", "lich.ics")).conference.identity.title,
              "Hội nghị Tổng kết");
    const auto cut = convert(text.substr(0, text.size() - 20), FeedKind::calendar, wish_for("agenda"));
    ASSERT_FALSE(cut.ok());
    EXPECT_NE(cut.error().sentence.en.find("cut off"), std::string::npos);
    EXPECT_FALSE(convert(text, FeedKind::calendar, wish_for("members")).ok());
}

}  // namespace
}  // namespace hall
