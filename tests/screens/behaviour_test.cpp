// What single screens promise: words, clocks, and silence about what is not revealed yet.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "screens/cases.h"
#include "screens/golden.h"
#include "screens/studio.h"
#include "screens/wording.h"

namespace hall::tests {
namespace {

using namespace std::chrono_literals;

const Conference& typical() { return cases()[0].conference; }

std::string words_of(const PageRecord& record) {
    std::string words;
    for (const Run& run : record.runs) words += run.text + "\n";
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

bool says(const PageRecord& record, std::string_view words) {
    return words_of(record).find(words) != std::string::npos;
}

PageRecord countdown_at(Studio& studio, const Conference& conference, Instant now) {
    Step step;
    step.screen = ScreenId::countdown;
    return studio.record({}, conference, step, now);
}

TEST(Countdown, minutes_are_rounded_up_and_change_on_the_minute) {
    Studio studio;
    const Instant start = typical().agenda.front().start;
    const PageRecord record = countdown_at(studio, typical(), start - 12min - 30s);
    EXPECT_TRUE(says(record, "13 phút")) << words_of(record);
    EXPECT_EQ(record.changes, start - 12min);
}

TEST(Countdown, the_last_minute_counts_seconds) {
    Studio studio;
    const Instant start = typical().agenda.front().start;
    const PageRecord record = countdown_at(studio, typical(), start - 42500ms);
    EXPECT_TRUE(says(record, "43 giây")) << words_of(record);
    EXPECT_EQ(record.changes, start - 42s);
}

TEST(Countdown, a_recess_counts_to_what_follows) {
    Studio studio;
    const Instant end_of_recess = typical().agenda[4].end;
    const PageRecord record = countdown_at(studio, typical(), end_of_recess - 5min);
    EXPECT_TRUE(says(record, "Hội nghị tiếp tục sau"));
    EXPECT_TRUE(says(record, "5 phút"));
}

TEST(Countdown, it_never_counts_while_the_conference_is_at_work) {
    Studio studio;
    const PageRecord record = countdown_at(studio, typical(), typical().agenda[2].start + 5min);
    EXPECT_FALSE(says(record, "phút"));
}

TEST(AwardReveal, the_armed_page_is_the_same_whoever_wins) {
    Studio studio;
    Conference other = typical();
    Recipient& winner = other.awards[0].batches[0].recipients[0];
    winner.kind = RecipientKind::person;
    winner.name = "Một cái tên khác hẳn và dài hơn nhiều lắm";
    winner.honorific = "Bà";
    winner.position = "Giám đốc";
    winner.organisation = "Một đơn vị khác";
    winner.representative.clear();
    winner.citation = "Vì một thành tích khác";
    Step step;
    step.screen = ScreenId::award_reveal;
    step.award = 0;
    step.batch = 0;
    step.recipient = 0;
    step.page.count = 1;
    const Instant now = moment_of(step.screen);
    EXPECT_EQ(describe(studio.record({}, typical(), step, now)), describe(studio.record({}, other, step, now)));
    EXPECT_EQ(studio.picture(480, 270, typical(), step, now).rgba, studio.picture(480, 270, other, step, now).rgba);
    step.revealed = 1;
    EXPECT_NE(describe(studio.record({}, typical(), step, now)), describe(studio.record({}, other, step, now)));
}

TEST(AwardIntro, a_proposal_says_so_and_names_no_decision) {
    Studio studio;
    Conference proposed = typical();
    proposed.awards[0].status = AwardStatus::proposed;
    Step step;
    step.screen = ScreenId::award_intro;
    step.award = 0;
    const PageRecord record = studio.record({}, proposed, step, {});
    EXPECT_TRUE(says(record, "ĐỀ XUẤT KHEN THƯỞNG")) << words_of(record);
    EXPECT_FALSE(says(record, "Quyết định"));
    EXPECT_TRUE(says(studio.record({}, typical(), step, {}), "CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG"));
}

TEST(Demonstration, agenda_times_carry_the_mark_and_nothing_else_does) {
    Studio studio;
    Conference shown = typical();
    shown.identity.demonstration = true;
    const auto marked = [&](const Conference& conference, ScreenId screen) {
        return says(studio.record({}, conference, steps_of(conference, screen).front(), moment_of(screen)), "Minh họa");
    };
    EXPECT_TRUE(marked(shown, ScreenId::agenda));
    EXPECT_TRUE(marked(shown, ScreenId::agenda_day));
    EXPECT_FALSE(marked(shown, ScreenId::welcome));
    EXPECT_FALSE(marked(typical(), ScreenId::agenda));
}

TEST(Holding, it_needs_nothing_from_the_feed) {
    Studio studio;
    EXPECT_TRUE(studio.record({}, Conference(), Step(), {}).runs.empty());
}

TEST(Motion, a_page_moves_when_it_comes_and_then_rests) {
    Studio studio;
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        const Step step = steps_of(typical(), screen).back();
        EXPECT_FALSE(studio.record({}, typical(), step, moment_of(screen), Seconds{3}).moving) << name_of(screen);
    }
    const Step welcome = steps_of(typical(), ScreenId::welcome).back();
    EXPECT_TRUE(studio.record({}, typical(), welcome, {}, Seconds{0.1}).moving);
}

TEST(Wording, a_line_holds_only_what_the_feed_says) {
    Award award;
    EXPECT_EQ(decision_line(award), "");
    award.decision.number = "12/QĐ";
    EXPECT_EQ(decision_line(award), "Quyết định số\u00A012/QĐ");
    award.decision.date = LocalTime{2023, 1, 5, 0, 0, 0, 4};
    award.decision.issuer = "Ban Chấp hành";
    EXPECT_EQ(decision_line(award),
              "Quyết định số\u00A012/QĐ ngày\u00A005\u00A0tháng\u00A001\u00A0năm\u00A02023 của Ban Chấp hành");
    EXPECT_EQ(called("", "Trần Văn Ẩn"), "Trần Văn Ẩn");
    EXPECT_EQ(called("Ông", "Trần Văn Ẩn"), "Ông\u00A0Trần Văn Ẩn");
    EXPECT_EQ(called("Ông", ""), "");
    EXPECT_EQ(tally(typical().awards[1]), "2\u00A0tập\u00A0thể • 2\u00A0cá\u00A0nhân");
    EXPECT_EQ(place_and_date(Identity()), "");
}

TEST(Wording, only_short_titles_are_set_in_capitals) {
    EXPECT_EQ(capitals_for("Tổng kết hoạt động Cụm thi đua năm 2022"), Capitals::upper);
    EXPECT_EQ(capitals_for(cases()[2].conference.identity.title), Capitals::as_written);
}

}  // namespace
}  // namespace hall::tests
