/// Pages that go too soon or hold too much.
#include "proof/rules_pace.h"

#include "proof/planted.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

Conference small_conference() {
    Conference conference;
    conference.identity.title = "Hội nghị tổng kết";
    conference.presidium = {{"Đồng chí", "Nguyễn Văn An", "Chủ tịch Liên đoàn Lao động tỉnh", "", {}}};
    Award& award = conference.awards.emplace_back();
    award.name = "Bằng khen";
    award.batches = {{"", {Recipient{}}}};
    award.batches[0].recipients[0].name = "Hội Nông dân";
    return conference;
}

Codes found(const Step& step) { return codes(step_findings(step, small_conference())); }

TEST(PaceRules, the_shows_own_steps_stay_long_enough) {
    const Conference conference = small_conference();
    for (const Step& step : make_rundown(conference).steps)
        EXPECT_EQ(codes(step_findings(step, conference)), Codes{}) << step.key;
}

TEST(PaceRules, a_page_stays_as_long_as_it_takes_to_read) {
    Step step;
    step.screen = ScreenId::presidium;
    step.page = {0, 1, 0, 1};
    step.dwell = Seconds{7};
    EXPECT_EQ(found(step), Codes{});
    step.dwell = Seconds{6};
    EXPECT_EQ(found(step), Codes{"P1"});
    step.advance = Advance::by_operator;
    EXPECT_EQ(found(step), Codes{});
}

TEST(PaceRules, the_remedy_says_how_long) {
    Step step;
    step.screen = ScreenId::presidium;
    step.page = {0, 1, 0, 1};
    step.dwell = Seconds{4};
    const Findings findings = step_findings(step, small_conference());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].issue.sentence.en.find("\"dwell\" to 7 or more"), std::string::npos)
        << findings[0].issue.sentence.en;
}

TEST(PaceRules, a_held_award_never_goes_by_itself) {
    Step step;
    step.screen = ScreenId::award_group;
    step.award = 0;
    step.batch = 0;
    step.dwell = Seconds{60};
    EXPECT_EQ(found(step), Codes{"P4"});
    step.advance = Advance::by_operator;
    EXPECT_EQ(found(step), Codes{});
    Step summary;
    summary.screen = ScreenId::award_summary;
    summary.awards = {0};
    summary.dwell = Seconds{60};
    EXPECT_EQ(found(summary), Codes{"P4"});
}

TEST(PaceRules, a_page_holds_eight_items_and_five_tasks) {
    Step step;
    step.screen = ScreenId::members;
    step.dwell = Seconds{600};
    step.page.count = 8;
    EXPECT_EQ(found(step), Codes{});
    step.page.count = 9;
    EXPECT_EQ(found(step), Codes{"L8"});
    step.screen = ScreenId::tasks;
    step.page.count = 6;
    EXPECT_EQ(found(step), Codes{"L8"});
}

TEST(PaceRules, a_notice_stands_long_enough) {
    Notice notice;
    notice.text = "Mời đại biểu dùng trà ở sảnh";
    EXPECT_EQ(codes(notice_findings(notice)), Codes{});
    notice.from = Instant{};
    notice.until = Instant{} + std::chrono::minutes(5);
    EXPECT_EQ(codes(notice_findings(notice)), Codes{});
    notice.until = Instant{} + std::chrono::seconds(3);
    EXPECT_EQ(codes(notice_findings(notice)), Codes{"P6"});
}

}  // namespace
}  // namespace hall::tests
