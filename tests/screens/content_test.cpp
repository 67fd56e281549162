// What the pages of report, tasks, movements and covenant promise, and the technician's card.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "screens/cases.h"
#include "screens/studio.h"
#include "screens/wording.h"

namespace hall::tests {
namespace {

const Conference& typical() { return cases()[0].conference; }

const Run* run_of(const PageRecord& record, std::string_view text) {
    const auto found = std::ranges::find_if(record.runs, [&](const Run& run) { return run.text == text; });
    return found == record.runs.end() ? nullptr : &*found;
}

/// Line feeds as spaces, so that it does not matter where a text turned.
bool says(const PageRecord& record, std::string_view words) {
    std::string all;
    for (const Run& run : record.runs) all += run.text + " | ";
    std::ranges::replace(all, '\n', ' ');
    return all.find(words) != std::string::npos;
}

PageRecord page_of(Studio& studio, const Conference& conference, ScreenId screen, std::size_t page) {
    return studio.record({}, conference, steps_of(conference, screen).at(page), moment_of(screen));
}

TEST(Report, figures_stand_with_their_units_and_a_percent_sign_at_its_number) {
    Studio studio;
    const PageRecord figures = page_of(studio, typical(), ScreenId::report, 0);
    for (const std::string_view text : {"1.245", "98,5%", "3.670", "12,8", "tỷ đồng"})
        EXPECT_NE(run_of(figures, text), nullptr) << text;
    EXPECT_EQ(run_of(figures, "%"), nullptr);
}

TEST(Report, numbers_of_one_page_are_of_one_size) {
    Studio studio;
    Conference conference = typical();
    conference.report.figures[2].value = "1.234.567.890,12";
    const PageRecord figures = page_of(studio, conference, ScreenId::report, 0);
    ASSERT_NE(run_of(figures, "1.234.567.890,12"), nullptr);
    ASSERT_NE(run_of(figures, "12,8"), nullptr);
    EXPECT_FLOAT_EQ(run_of(figures, "1.234.567.890,12")->em, run_of(figures, "12,8")->em);
}

TEST(Report, the_presenter_stands_on_the_first_page_of_figures_only) {
    Studio studio;
    Conference conference = typical();
    conference.report.figures.resize(8, conference.report.figures.front());
    EXPECT_TRUE(says(page_of(studio, conference, ScreenId::report, 0), "Trình bày: Đồng\u00A0chí"));
    const PageRecord second = page_of(studio, conference, ScreenId::report, 1);
    EXPECT_TRUE(says(second, "1.245"));
    EXPECT_FALSE(says(second, "Trình bày"));
}

TEST(Report, a_title_alone_is_a_page) {
    Studio studio;
    Conference conference;
    conference.report.title = "Báo cáo tổng kết";
    EXPECT_TRUE(says(page_of(studio, conference, ScreenId::report, 0), "Báo cáo tổng kết"));
}

TEST(Report, a_long_title_is_shown_whole_and_in_mixed_case) {
    Studio studio;
    const Conference& longest = cases()[2].conference;
    EXPECT_TRUE(says(page_of(studio, longest, ScreenId::report, 1), longest.report.title));
}

TEST(Tasks, numbers_go_on_over_the_pages) {
    Studio studio;
    Conference conference = typical();
    for (int i = 0; i < 4; ++i) conference.tasks.items.push_back({"Việc thêm", ""});
    const PageRecord first = page_of(studio, conference, ScreenId::tasks, 0);
    const PageRecord second = page_of(studio, conference, ScreenId::tasks, 1);
    EXPECT_NE(run_of(first, "1"), nullptr);
    EXPECT_EQ(run_of(first, "5"), nullptr);
    EXPECT_EQ(run_of(second, "1"), nullptr);
    EXPECT_NE(run_of(second, "5"), nullptr);
    EXPECT_NE(run_of(second, "7"), nullptr);
    EXPECT_TRUE(says(first, "Trình bày: "));
    EXPECT_FALSE(says(second, "Trình bày: "));
}

TEST(Movements, a_slogan_has_its_quotation_marks_once) {
    Studio studio;
    EXPECT_TRUE(says(page_of(studio, typical(), ScreenId::movements, 0), "“Đoàn kết – Sáng tạo – Hiệu quả”"));
    EXPECT_EQ(in_quotes("“Vì dân”"), "“Vì dân”");
    EXPECT_EQ(in_quotes(""), "");
}

TEST(Movements, an_aim_is_called_so_once) {
    Studio studio;
    Conference conference = typical();
    EXPECT_TRUE(says(page_of(studio, conference, ScreenId::movements, 0), "Mục tiêu:\u00A0Nâng cao năng suất"));
    conference.movements[0].aim = "Mục tiêu là nâng cao năng suất";
    EXPECT_FALSE(says(page_of(studio, conference, ScreenId::movements, 0), "Mục tiêu:\u00A0Mục tiêu"));
}

Conference with_states(SignatoryState first, SignatoryState second) {
    Conference conference = typical();
    conference.covenant.signatories = {{0, first}, {1, second}, {2, SignatoryState::waiting}};
    return conference;
}

TEST(Covenant, the_sum_is_silent_until_somebody_has_signed) {
    Studio studio;
    const auto first_page = [&](SignatoryState one, SignatoryState two) {
        return page_of(studio, with_states(one, two), ScreenId::covenant, 0);
    };
    EXPECT_FALSE(says(first_page(SignatoryState::waiting, SignatoryState::waiting), "đơn vị đã ký"));
    EXPECT_FALSE(says(first_page(SignatoryState::signing, SignatoryState::waiting), "đơn vị đã ký"));
    EXPECT_TRUE(says(first_page(SignatoryState::signed_, SignatoryState::signing), "1/3 đơn vị đã ký"));
}

TEST(Covenant, a_state_is_told_in_words_too) {
    Studio studio;
    const PageRecord some =
        page_of(studio, with_states(SignatoryState::signed_, SignatoryState::signing), ScreenId::covenant, 0);
    EXPECT_TRUE(says(some, "đã ký"));
    EXPECT_TRUE(says(some, "đang ký"));
}

TEST(Covenant, at_the_end_everybody_has_signed) {
    Studio studio;
    const Conference conference = with_states(SignatoryState::waiting, SignatoryState::signing);
    const Step step = steps_of(conference, ScreenId::covenant).back();
    ASSERT_EQ(step.revealed, 1U);
    const PageRecord record = studio.record({}, conference, step, {});
    EXPECT_TRUE(says(record, "Các đơn vị đã ký giao ước thi đua"));
    EXPECT_FALSE(says(record, "đang ký"));
}

TEST(Covenant, names_stay_where_they_are_while_their_units_sign) {
    Studio studio;
    const Conference before = with_states(SignatoryState::waiting, SignatoryState::waiting);
    const Conference after = with_states(SignatoryState::signed_, SignatoryState::signing);
    const PageRecord then = page_of(studio, before, ScreenId::covenant, 0);
    const PageRecord now = page_of(studio, after, ScreenId::covenant, 0);
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string& name = before.members[i].name;
        ASSERT_NE(run_of(then, name), nullptr) << name;
        ASSERT_NE(run_of(now, name), nullptr) << name;
        EXPECT_EQ(run_of(then, name)->ink, run_of(now, name)->ink) << name;
    }
}

TEST(Covenant, pledges_give_way_to_those_who_sign_where_both_have_no_room) {
    Studio studio;
    Conference conference = typical();
    const Conference& longest = cases()[2].conference;
    conference.covenant.pledges.assign(3, longest.covenant.pledges.front());
    conference.members = longest.members;
    conference.covenant.signatories.clear();
    for (std::size_t i = 0; i < conference.members.size(); ++i)
        conference.covenant.signatories.push_back({i, SignatoryState::waiting});
    const std::string& unit = conference.members.front().name;
    const PageRecord waiting = page_of(studio, conference, ScreenId::covenant, 0);
    EXPECT_TRUE(says(waiting, conference.covenant.pledges.front()));
    EXPECT_FALSE(says(waiting, unit));
    conference.covenant.signatories.front().state = SignatoryState::signing;
    const PageRecord signing = page_of(studio, conference, ScreenId::covenant, 0);
    EXPECT_FALSE(says(signing, conference.covenant.pledges.front()));
    EXPECT_TRUE(says(signing, unit));
}

TEST(TestCard, it_names_the_size_of_the_picture_and_the_distance) {
    Studio studio;
    Step step;
    step.screen = ScreenId::test_card;
    Viewport viewport;
    viewport.width = 1366;
    viewport.height = 768;
    viewport.distance = 8;
    const PageRecord record = studio.record(viewport, Conference(), step, {});
    EXPECT_TRUE(says(record, "1366 × 768"));
    EXPECT_TRUE(says(record, "k = 8"));
}

TEST(TestCard, the_outermost_pixels_are_lit) {
    Studio studio;
    Step step;
    step.screen = ScreenId::test_card;
    constexpr int width = 641;
    constexpr int height = 361;
    const Image image = studio.picture(width, height, Conference(), step, {});
    const auto is_lit = [&](int x, int y) { return image.pixel(x, y)[1] > 200; };
    for (int x = 0; x < width; ++x) EXPECT_TRUE(is_lit(x, 0) && is_lit(x, height - 1)) << x;
    for (int y = 0; y < height; ++y) EXPECT_TRUE(is_lit(0, y) && is_lit(width - 1, y)) << y;
    EXPECT_FALSE(is_lit(1, 1));
    EXPECT_FALSE(is_lit(width - 2, height - 2));
}

TEST(Agenda, a_note_is_the_operators_and_not_the_halls) {
    Studio studio;
    Conference conference = typical();
    for (AgendaItem& item : conference.agenda) {
        item.speaker = {};
        item.note = "Ông Hải chưa tới";
    }
    for (const ScreenId screen : {ScreenId::agenda, ScreenId::agenda_day})
        EXPECT_FALSE(says(page_of(studio, conference, screen, 0), "chưa tới")) << name_of(screen);
}

TEST(Agenda, a_programme_of_several_days_says_which_day_a_page_is_of) {
    Studio studio;
    Conference conference = typical();
    const auto day_of = [&](std::size_t item) {
        return format_day_short(conference.identity.timezone.local(conference.agenda[item].start)).substr(0, 5);
    };
    const std::size_t one_day = conference.agenda.size();
    EXPECT_FALSE(says(page_of(studio, conference, ScreenId::agenda_day, 0), day_of(0)));
    for (std::size_t i = 0; i < one_day; ++i) {
        AgendaItem again = conference.agenda[i];
        again.start += std::chrono::hours(24);
        again.end += std::chrono::hours(24);
        conference.agenda.push_back(again);
    }
    const auto steps = steps_of(conference, ScreenId::agenda_day);
    EXPECT_TRUE(says(page_of(studio, conference, ScreenId::agenda_day, 0), day_of(0)));
    EXPECT_TRUE(says(page_of(studio, conference, ScreenId::agenda_day, steps.size() - 1), day_of(one_day)));
    EXPECT_FALSE(says(page_of(studio, conference, ScreenId::agenda_day, steps.size() - 1), day_of(0)));
}

TEST(Handover, a_name_that_half_a_wall_would_split_stands_whole_above_the_other) {
    Studio studio;
    Conference conference;
    for (const char* name : {"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Tổng Liên đoàn Lao động Việt Nam"}) {
        Member member;
        member.name = name;
        conference.members.push_back(member);
    }
    conference.handover.from = 0;
    conference.handover.to = 1;
    conference.handover.from_label = "Cụm trưởng năm 2026";
    conference.handover.to_label = "Cụm trưởng năm 2027";
    const Step step = steps_of(conference, ScreenId::handover).front();
    for (const auto& [width, height] : {std::pair{1024, 768}, std::pair{1920, 1080}}) {
        Viewport viewport;
        viewport.width = width;
        viewport.height = height;
        const PageRecord record = studio.record(viewport, conference, step, {});
        EXPECT_NE(run_of(record, conference.members[1].name), nullptr) << width;
        const bool whole = run_of(record, conference.members[0].name) != nullptr ||
                           run_of(record, "Ủy ban Trung ương\nMặt trận Tổ quốc Việt Nam") != nullptr;
        EXPECT_TRUE(whole) << width;
    }
}

TEST(AwardSummary, an_award_of_which_everybody_was_skipped_has_no_tile) {
    Studio studio;
    Conference conference = typical();
    const std::string gone = conference.awards[0].name;
    ASSERT_TRUE(says(page_of(studio, conference, ScreenId::award_summary, 0), gone));
    for (Batch& batch : conference.awards[0].batches) batch.recipients.clear();
    const PageRecord page = page_of(studio, conference, ScreenId::award_summary, 0);
    EXPECT_FALSE(says(page, gone));
    EXPECT_EQ(run_of(page, "0"), nullptr);
}

TEST(Agenda, times_have_room_however_far_the_last_row_is) {
    Studio studio;
    Viewport viewport;
    viewport.distance = 10;
    const Step step = steps_of(typical(), ScreenId::agenda).front();
    const PageRecord record = studio.record(viewport, typical(), step, moment_of(ScreenId::agenda));
    const hall::Run* time = run_of(record, "09:00");
    ASSERT_NE(time, nullptr);
    EXPECT_TRUE(time->fits);
    const Box& clock = time->ink.at(0);
    const float gap = time->em / 5;
    for (const hall::Run& run : record.runs) {
        for (const Box& ink : run.ink) {
            const bool beside = ink.y < clock.bottom() && clock.y < ink.bottom() && ink.x > clock.x;
            EXPECT_TRUE(!beside || ink.x > clock.right() + gap) << run.text;
        }
    }
}

}  // namespace
}  // namespace hall::tests
