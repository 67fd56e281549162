// A row on stage: only who has been called can be read, and no place moves meanwhile.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "screens/studio.h"

namespace hall::tests {
namespace {

constexpr std::array<std::string_view, 4> in_places{"Alpha", "Bravo", "Charlie", "Delta"};

Conference with_a_group() {
    Conference conference;
    Award& award = conference.awards.emplace_back();
    award.name = "Bằng khen";
    Batch& batch = award.batches.emplace_back();
    for (const std::string_view name : in_places) batch.recipients.emplace_back().name = name;
    return conference;
}

Step group_step(std::size_t revealed) {
    Step step;
    step.screen = ScreenId::award_group;
    step.award = 0;
    step.batch = 0;
    step.page = {0, in_places.size(), 0, 1};
    step.revealed = revealed;
    return step;
}

const Run* run_of(const PageRecord& record, std::string_view text) {
    for (const Run& run : record.runs)
        if (run.text == text) return &run;
    return nullptr;
}

TEST(AwardGroup, names_only_those_called) {
    Studio studio;
    for (std::size_t revealed = 0; revealed <= in_places.size(); ++revealed) {
        const PageRecord record = studio.record({}, with_a_group(), group_step(revealed), {});
        for (std::size_t i = 0; i < in_places.size(); ++i)
            EXPECT_EQ(run_of(record, in_places[i]) != nullptr, i < revealed) << in_places[i] << " at " << revealed;
    }
}

TEST(AwardGroup, places_keep_where_they_are_while_names_are_called) {
    Studio studio;
    const PageRecord before = studio.record({}, with_a_group(), group_step(0), {});
    const PageRecord after = studio.record({}, with_a_group(), group_step(in_places.size()), {});
    for (const std::string_view number : {"1", "2", "3", "4"}) {
        ASSERT_NE(run_of(before, number), nullptr) << number;
        ASSERT_NE(run_of(after, number), nullptr) << number;
        EXPECT_EQ(run_of(before, number)->ink, run_of(after, number)->ink) << number;
    }
}

TEST(AwardGroup, an_empty_place_does_not_tell_who_is_coming) {
    Studio studio;
    Conference other = with_a_group();
    other.awards[0].batches[0].recipients[2].name =
        "Ban Chấp hành Liên hiệp các Hội Văn học nghệ thuật Việt Nam và các tỉnh";
    const PageRecord before = studio.record({}, with_a_group(), group_step(0), {});
    const PageRecord after = studio.record({}, other, group_step(0), {});
    ASSERT_EQ(before.runs.size(), after.runs.size());
    for (std::size_t i = 0; i < before.runs.size(); ++i)
        EXPECT_NEAR(before.runs[i].ink.at(0).y, after.runs[i].ink.at(0).y, 0.1) << before.runs[i].text;
}

TEST(AwardGroup, one_long_title_makes_no_empty_place_higher) {
    Conference conference = with_a_group();
    auto& recipients = conference.awards[0].batches[0].recipients;
    recipients.resize(5);
    for (Recipient& one : recipients) {
        one.kind = RecipientKind::person;
        one.name = "Nguyễn Phước Quý Thuyền Quyên";
        one.position = "Giám đốc";
    }
    recipients[1].organisation =
        "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh Bà Rịa – Vũng Tàu, khối các cơ quan "
        "chuyên trách tham mưu";
    Step step = group_step(0);
    step.page = {0, 5, 0, 1};
    Studio studio;
    const PageRecord record = studio.record({}, conference, step, {});
    std::vector<float> numbers;
    for (const char* number : {"1", "2", "3", "4", "5"}) {
        const auto* run = run_of(record, number);
        ASSERT_NE(run, nullptr) << number;
        numbers.push_back(run->first_baseline);
    }
    for (std::size_t i = 2; i < numbers.size(); ++i)
        EXPECT_NEAR(numbers[i] - numbers[i - 1], numbers[1] - numbers[0], 1) << i;
}

std::string all_words_of(const PageRecord& record) {
    std::string words;
    for (const Run& run : record.runs) words += run.text + '\n';
    return words;
}

TEST(AwardGroup, what_the_desk_noted_stands_with_the_name_however_little_room_there_is) {
    Studio studio;
    struct Case {
        std::size_t count;
        const char* remark;  ///< as it stands there
    };
    for (const Case& one : {Case{3, "Công nhân, Nhà máy Giấy – nhận thay: Bà Nguyễn Phước Quý Thuyền Trinh"},
                            Case{16, "Thuyền Quyên\n(nhận thay: Bà Nguyễn Phước Quý Thuyền Trinh)"}}) {
        Conference conference = with_a_group();
        auto& recipients = conference.awards[0].batches[0].recipients;
        recipients.resize(one.count);
        for (Recipient& recipient : recipients) {
            recipient.kind = RecipientKind::person;
            recipient.name = "Nguyễn Phước Quý Thuyền Quyên";
            recipient.position = "Công nhân";
            recipient.organisation = "Nhà máy Giấy";
        }
        recipients[1].remark = "nhận thay: Bà Nguyễn Phước Quý Thuyền Trinh";
        Step step = group_step(one.count);
        step.page = {0, one.count, 0, 1};
        const PageRecord record = studio.record({}, conference, step, {});
        EXPECT_EQ(record.left_out.empty(), one.count == 3) << "either kind of page is looked at";
        const std::string words = all_words_of(record);
        EXPECT_NE(words.find(one.remark), std::string::npos) << words;
    }
}

TEST(AwardSummary, shows_what_the_desk_noted_beside_the_name) {
    Studio studio;
    Conference conference = with_a_group();
    conference.awards[0].batches[0].recipients[2].remark = "vắng mặt";
    Step step;
    step.screen = ScreenId::award_summary;
    step.page = {0, 4, 0, 1};
    step.awards = {0};
    EXPECT_NE(all_words_of(studio.record({}, conference, step, {})).find("Charlie (vắng mặt)"), std::string::npos);
}

TEST(AwardGroup, the_second_page_goes_on_counting) {
    Studio studio;
    Step step = group_step(2);
    step.page = {2, 2, 1, 2};
    const PageRecord record = studio.record({}, with_a_group(), step, {});
    EXPECT_NE(run_of(record, "3"), nullptr);
    EXPECT_NE(run_of(record, "Delta"), nullptr);
    EXPECT_EQ(run_of(record, "Alpha"), nullptr);
}

TEST(AwardGroup, numbers_of_three_digits_have_room) {
    Conference conference = with_a_group();
    auto& recipients = conference.awards[0].batches[0].recipients;
    recipients.resize(300, recipients.front());
    Step step = group_step(6);
    Studio studio;
    for (std::size_t first = 0; first < recipients.size(); first += 6) {
        step.page = {first, 6, first / 6, 50};
        const PageRecord record = studio.record({}, conference, step, {});
        for (const hall::Run& run : record.runs) EXPECT_TRUE(run.fits) << run.text;
    }
}

TEST(AwardGroup, a_step_that_points_nowhere_names_nobody) {
    Studio studio;
    Step step = group_step(4);
    step.award = 7;
    EXPECT_TRUE(studio.record({}, with_a_group(), step, {}).runs.empty());
    step = group_step(4);
    step.batch = 7;
    EXPECT_EQ(run_of(studio.record({}, with_a_group(), step, {}), "Alpha"), nullptr);
    step = group_step(4);
    step.page = {9, 4, 0, 1};
    EXPECT_EQ(run_of(studio.record({}, with_a_group(), step, {}), "Alpha"), nullptr);
}

TEST(AwardSummary, shows_only_the_awards_of_its_step) {
    Studio studio;
    Conference conference = with_a_group();
    conference.awards.push_back(conference.awards.front());
    conference.awards.back().name = "Cờ thi đua";
    conference.awards.back().batches.front().recipients.resize(1);
    conference.awards.back().batches.front().recipients.front().name = "Echo";
    Step step;
    step.screen = ScreenId::award_summary;
    step.page = {0, 3, 0, 1};
    step.awards = {0};
    const PageRecord record = studio.record({}, conference, step, {});
    EXPECT_NE(run_of(record, "Alpha"), nullptr);
    EXPECT_EQ(run_of(record, "Echo"), nullptr);
    EXPECT_EQ(run_of(record, "Cờ thi đua"), nullptr);
}

TEST(AwardGroup, names_too_wide_for_two_columns_stay_whole_in_one_and_keep_their_standings) {
    Conference conference = with_a_group();
    auto& recipients = conference.awards[0].batches[0].recipients;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        recipients[i].kind = RecipientKind::person;
        recipients[i].honorific = "Bà";
        recipients[i].name = std::array{"Nguyễn Thị Quỳnh Như", "Lê Ý", "Huỳnh Minh Thủy", "Trần Thị Ngọc Oánh"}.at(i);
        recipients[i].position = "Ủy viên";
        recipients[i].organisation = "Liên hiệp các Hội Văn học nghệ thuật Việt Nam";
    }
    Studio studio;
    for (const auto& [width, height] : {std::pair{1024, 768}, std::pair{1920, 1080}}) {
        Viewport viewport;
        viewport.width = width;
        viewport.height = height;
        const PageRecord record = studio.record(viewport, conference, group_step(4), {});
        for (const Recipient& recipient : recipients)
            EXPECT_NE(run_of(record, "Bà\u00A0" + recipient.name), nullptr) << width << '\n' << all_words_of(record);
        EXPECT_TRUE(record.left_out.empty()) << width;
    }
}

Conference with_an_award(std::string award, const std::vector<std::string>& names) {
    Conference conference;
    conference.awards.emplace_back().name = std::move(award);
    Batch& batch = conference.awards[0].batches.emplace_back();
    for (const std::string& name : names) batch.recipients.emplace_back().name = name;
    return conference;
}

Step summary_step(std::size_t first, std::size_t count, std::size_t index) {
    Step step;
    step.screen = ScreenId::award_summary;
    step.page = {first, count, index, 2};
    step.awards = {0};
    return step;
}

constexpr const char* long_award = "Bằng khen của Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam";

TEST(AwardSummary, a_name_stays_whole_where_the_award_finds_room_below_it) {
    Studio studio;
    Conference conference = with_an_award(long_award, {"Công Tằng Tôn Nữ Thị Phương Thảo", "Lê Ý"});
    for (Recipient& recipient : conference.awards[0].batches[0].recipients) {
        recipient.kind = RecipientKind::person;
        recipient.honorific = "Đồng chí";
    }
    const PageRecord record = studio.record({}, conference, summary_step(0, 2, 1), {});
    EXPECT_NE(run_of(record, "Đồng chí\u00A0Công Tằng Tôn Nữ Thị Phương Thảo"), nullptr) << all_words_of(record);
    EXPECT_NE(run_of(record, long_award), nullptr) << all_words_of(record);
    EXPECT_TRUE(record.left_out.empty());
}

TEST(AwardSummary, says_which_awards_it_has_no_room_for) {
    Studio studio;
    std::string long_name = "Ban Chấp hành";
    for (int i = 0; i < 4; ++i) long_name += " Liên hiệp các Hội Văn học nghệ thuật Việt Nam";
    const Conference conference = with_an_award(long_award, {long_name, long_name, "Tỉnh đoàn Yên Mỗ"});
    const PageRecord record = studio.record({}, conference, summary_step(0, 3, 0), {});
    EXPECT_EQ(record.left_out, std::vector<std::string>(3, long_award));
}

}  // namespace
}  // namespace hall::tests
