/// frab and pretalx schedules.
#include "foreign_fixture.h"
#include "schedule_fixture.h"

namespace hall {
namespace {

void expect_schedule(const Read& read, const std::string& missing_at) {
    EXPECT_EQ(listing(read.issues),
              "agenda.start-missing " + missing_at + "\nagenda.other-day " + read.issues.back().place + "\n");
    ASSERT_EQ(read.conference.agenda.size(), 2U);
    const AgendaItem& first = read.conference.agenda[0];
    EXPECT_EQ(first.id, "1");
    EXPECT_EQ(first.title, "Khai mạc & chào cờ");
    EXPECT_EQ(first.kind, ItemKind::opening);
    EXPECT_EQ(first.speaker.name, "Nguyễn Văn A, Trần Thị B");
    EXPECT_EQ(first.note, "Hội trường A");
    EXPECT_EQ(format_rfc3339(first.start), "2026-12-05T00:30:00Z");
    EXPECT_EQ(format_rfc3339(first.end), "2026-12-05T01:00:00Z");
    const AgendaItem& night = read.conference.agenda[1];
    EXPECT_EQ(format_rfc3339(night.start), "2026-12-05T18:15:00Z") << "printed under the day before";
    EXPECT_EQ(night.end - night.start, std::chrono::hours(1));
}

/// Says which day the conference is on, as the feed's own document would.
Read read_on_the_day(const std::string& bytes, FeedKind kind, const std::string& name) {
    auto converted = convert(bytes, kind, wish_for("agenda", name));
    EXPECT_TRUE(converted.ok());
    converted->document.insert(1, R"("conference": {"title": "A", "date": "2026-12-05"}, )");
    Decoded read = decoded(converted->document);
    move_issues(read.issues, converted->places);
    Issues issues = std::move(converted->issues);
    for (Issue& issue : read.issues) issues.push_back(std::move(issue));
    return {std::move(read.conference), std::move(issues), {}};
}

TEST(Schedule, xml_and_json_mean_the_same) {
    expect_schedule(read_on_the_day(schedule_xml, FeedKind::frab_xml, "schedule.xml"), "schedule.xml:12");
    expect_schedule(read_on_the_day(schedule_json, FeedKind::frab_json, "schedule.json"), "schedule.json:8");
}

TEST(Schedule, a_whole_feed_has_its_title_and_zone) {
    for (const auto& [bytes, kind] :
         {std::pair{schedule_xml, FeedKind::frab_xml}, {schedule_json, FeedKind::frab_json}}) {
        const Read read = read_foreign(bytes, kind, wish_for("", "schedule"));
        EXPECT_EQ(read.conference.identity.title, "Hội nghị Tổng kết");
        EXPECT_EQ(read.conference.identity.timezone.name(), "Asia/Ho_Chi_Minh");
    }
}

TEST(Schedule, what_cannot_be_parsed_is_refused_with_its_line) {
    const auto cut = convert(schedule_xml.substr(0, 600), FeedKind::frab_xml, wish_for("agenda"));
    ASSERT_FALSE(cut.ok());
    EXPECT_NE(cut.error().sentence.en.find("Line 9"), std::string::npos) << cut.error().sentence.en;
    EXPECT_FALSE(convert(schedule_json.substr(0, 300), FeedKind::frab_json, wish_for("agenda")).ok());
}

}  // namespace
}  // namespace hall
