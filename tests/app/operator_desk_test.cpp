/// The program's answers to an operator where the wall has none.
#include <gtest/gtest.h>

#include "app/operator_desk.h"
#include "conference/member_named.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

const Instant morning = *parse_instant("2026-11-20T08:05:00+07:00", TimeZone());

Now at(int seconds) { return {morning, std::chrono::seconds(seconds)}; }

std::shared_ptr<const Snapshot> feed() {
    auto snapshot = std::make_shared<Snapshot>();
    Conference& conference = snapshot->conference;
    conference.identity.title = "Hội nghị tổng kết";
    Speech& speech = conference.speeches.emplace_back();
    speech.speaker.name = "Trần Văn Ẩn";
    speech.points = {"Một ý chính"};
    conference.members.push_back(test::member_named("Đơn vị A"));
    Award& award = conference.awards.emplace_back();
    award.id = "co";
    award.name = "Cờ thi đua";
    Batch& batch = award.batches.emplace_back();
    for (const char* name : {"An", "Bình"}) batch.recipients.emplace_back().name = name;
    snapshot->issues.push_back({Severity::error, "members.id", "Thành viên!2:Mã", {"thiếu mã", "no id"}, "/members/0"});
    snapshot->issues.push_back(
        {Severity::error, "agenda.end", "/agenda/2/end", {"giờ sai", "wrong time"}, "/agenda/2/end"});
    return snapshot;
}

class OperatorDeskTest : public testing::Test {
protected:
    OperatorDeskTest() { show_.take(feed(), at(0)); }

    void stand_on(ScreenId screen) {
        const auto& steps = show_.rundown().steps;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i].screen == screen) show_.command({Verb::jump, i}, at(1));
        ASSERT_EQ(steps[show_.state().step].screen, screen);
    }

    bool objects(const Command& command) { return !desk_.objection(command, show_, at(5)).empty(); }

    test::TemporaryFolder folder_;
    OnAir show_{folder_.path() / "place.toml", at(0)};
    OperatorDesk desk_{Language::english};
};

TEST_F(OperatorDeskTest, a_jump_to_nowhere_says_what_there_is) {
    EXPECT_FALSE(objects({Verb::jump, 1}));
    const Sentence answer = desk_.objection({Verb::jump, 998}, show_, at(1));
    EXPECT_NE(answer.en.find("no step 999"), std::string::npos) << answer.en;
    EXPECT_TRUE(objects({Verb::jump, static_cast<std::size_t>(-1)})) << "0 names no step";
}

TEST_F(OperatorDeskTest, a_remark_about_nobody_is_refused) {
    EXPECT_TRUE(objects({Verb::remark}));
    EXPECT_FALSE(objects({Verb::remark, 0, {.who = "somebody", .attendance = Attendance::absent}}));
}

TEST_F(OperatorDeskTest, of_a_skipped_recipient_nothing_is_noted_before_they_are_called_back) {
    show_.command({Verb::remark, 0, {.who = "somebody", .attendance = Attendance::skipped}}, at(1));
    const auto about = [](Attendance attendance, const std::string& name = {}) {
        return Command{Verb::remark, 0, {.who = "somebody", .attendance = attendance, .name = name}};
    };
    EXPECT_NE(desk_.objection(about(Attendance::absent), show_, at(2)).vi.find("M 4"), std::string::npos);
    EXPECT_TRUE(objects(about(Attendance::skipped))) << "nothing new";
    EXPECT_FALSE(objects(about(Attendance::present)));
    EXPECT_FALSE(objects(about(Attendance::skipped, "An"))) << "a line that was begun before";
}

TEST_F(OperatorDeskTest, of_a_sealed_recipient_who_comes_can_be_noted_and_no_name) {
    auto sealed = std::make_shared<Snapshot>(*feed());
    sealed->number = 2;
    sealed->conference.sealing.event = "one";
    sealed->conference.awards[0].sealed = SealedText{"commitment", "bytes"};
    sealed->conference.awards[0].batches[0].recipients.assign(2, {});
    show_.take(sealed, at(1));
    const std::string who = recipient_mark(show_.feeds().conference, {}, 0, 0, 1).value_or("");
    ASSERT_NE(who, "");
    for (const Attendance attendance : {Attendance::absent, Attendance::represented, Attendance::skipped})
        EXPECT_FALSE(objects({Verb::remark, 0, {.who = who, .attendance = attendance}}));
    const auto wrong = {Remark{.who = who, .name = "An"},
                        Remark{.who = who, .attendance = Attendance::represented, .stand_in = "An"}};
    for (const Remark& remark : wrong)
        EXPECT_NE(desk_.objection({Verb::remark, 0, remark}, show_, at(2)).vi.find("TIẾP"), std::string::npos);
}

TEST_F(OperatorDeskTest, a_text_says_why_it_is_not_on_the_wall_yet) {
    const auto objection = [&](const char* ticker, const char* urgent) {
        Command say{Verb::say};
        say.said.ticker = ticker;
        say.said.urgent = urgent;
        return desk_.objection(say, show_, at(5)).en;
    };
    stand_on(ScreenId::welcome);
    EXPECT_EQ(objection("Mời cơm", ""), "");
    stand_on(ScreenId::award_intro);
    EXPECT_NE(objection("Mời cơm", "").find("bears no ticker"), std::string::npos);
    EXPECT_EQ(objection("", "Cháy"), "");
    EXPECT_EQ(objection("", ""), "") << "taken away";
    show_.command({Verb::hold}, at(6));
    EXPECT_NE(objection("Mời cơm", "").find("press H"), std::string::npos);
    EXPECT_EQ(objection("", "Cháy"), "");
    show_.command({Verb::black}, at(7));
    EXPECT_NE(objection("", "Cháy").find("press B"), std::string::npos);
}

TEST_F(OperatorDeskTest, an_item_that_is_not_there_begins_nowhere) {
    EXPECT_TRUE(objects({Verb::begin_item, 0})) << "the feed has no agenda";
    EXPECT_TRUE(objects({Verb::begin_item, by_the_programme})) << "nothing was begun by mistake";
}

TEST_F(OperatorDeskTest, the_log_says_by_number_about_whom_something_was_noted) {
    const std::string who = *recipient_mark(show_.feeds().conference, {}, 0, 0, 1);
    const std::string line =
        command_in_words({Verb::remark, 0, {.who = who, .attendance = Attendance::absent}}, show_).en;
    EXPECT_NE(line.find("recipient 2, Cờ thi đua"), std::string::npos) << line;
    EXPECT_EQ(line.find("Bình"), std::string::npos);
}

TEST_F(OperatorDeskTest, what_finds_no_room_is_told_by_kind) {
    EXPECT_TRUE(does_not_fit(0, 0, 0).empty());
    EXPECT_NE(does_not_fit(0, 3, 0).en.find("3 lines"), std::string::npos);
    EXPECT_EQ(does_not_fit(0, 3, 0).en.find("0 texts"), std::string::npos);
    EXPECT_NE(does_not_fit(2, 3, 0).vi.find("2 chỗ"), std::string::npos);
    EXPECT_NE(does_not_fit(0, 0, 4).en.find("notice would hide 4 lines"), std::string::npos);
}

TEST(KeyAnswer, shows_the_first_word_that_stands_in_no_key) {
    const Result<std::string> refused = fault("Khóa có 27 từ; ở đây đọc được 2 từ.", "A key has 27 words; here are 2.");
    const Sentence answer = key_answer(refused, WrongWord{2, "qzt"});
    EXPECT_NE(answer.en.find("here are 2"), std::string::npos) << answer.en;
    EXPECT_NE(answer.en.find("Word 2 reads \"qzt\""), std::string::npos) << answer.en;
    EXPECT_EQ(key_answer(std::string("Cờ"), std::nullopt).en.find("Word"), std::string::npos);
}

TEST_F(OperatorDeskTest, under_a_cover_next_says_what_lifts_it) {
    EXPECT_FALSE(objects({Verb::next}));
    show_.command({Verb::hold}, at(1));
    EXPECT_NE(desk_.objection({Verb::next}, show_, at(2)).en.find("press H"), std::string::npos);
    EXPECT_FALSE(objects({Verb::hold}));
}

TEST_F(OperatorDeskTest, a_name_is_refused_with_a_reason_where_nobody_would_see_it) {
    stand_on(ScreenId::welcome);
    EXPECT_TRUE(objects({Verb::lower_third})) << "the feed names nobody";
    stand_on(ScreenId::speech);
    EXPECT_NE(desk_.objection({Verb::lower_third}, show_, at(2)).en.find("points"), std::string::npos);

    Command say{Verb::say};
    say.said.name = "Lê Thị B, Chủ tịch";
    show_.command(say, at(3));
    EXPECT_TRUE(objects({Verb::lower_third})) << "it would still cover the points";
    stand_on(ScreenId::welcome);
    EXPECT_FALSE(objects({Verb::lower_third})) << "a typed name has somebody to name";
}

TEST_F(OperatorDeskTest, an_answer_is_forgotten_and_the_log_keeps_to_its_length) {
    desk_.answer({"vi", "en"}, Milliseconds(1000));
    EXPECT_EQ(desk_.answer_at(Milliseconds(2000)).en, "en");
    EXPECT_TRUE(desk_.answer_at(Milliseconds(60'000)).empty());
    for (int i = 0; i < 100; ++i) desk_.note("line\n" + std::to_string(i), show_, at(i));
    EXPECT_LE(desk_.lines().size(), 40U);
    EXPECT_NE(desk_.lines().back().find("99"), std::string::npos);
    EXPECT_EQ(desk_.lines().back().find('\n'), std::string::npos);
}

TEST_F(OperatorDeskTest, the_next_steps_issues_are_those_of_its_own_section) {
    stand_on(ScreenId::members);
    const Step& step = show_.rundown().steps[show_.state().step];
    const auto lines = issues_of(step, show_.snapshot(), Language::english);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0], "sheet Thành viên, row 2, column Mã: no id") << "told where the secretary finds it";
}

TEST(IssuesOf, an_awards_page_are_that_awards_wherever_its_rank_has_put_it) {
    Snapshot snapshot;
    for (const char* place : {"/awards/12", "/awards/1"}) snapshot.conference.awards.emplace_back().pointer = place;
    for (const char* place : {"/awards/1/decision", "/awards/12/name", "/awards", "/members/0"})
        snapshot.issues.push_back({Severity::warning, "x", place, {"vi", "en"}, place});
    Step step;
    step.screen = ScreenId::award_group;
    const auto of = [&](std::size_t award) {
        step.award = award;
        return issues_of(step, snapshot, Language::english);
    };
    EXPECT_EQ(of(0), std::vector<std::string>{"/awards/12/name: en"});
    EXPECT_EQ(of(1), std::vector<std::string>{"/awards/1/decision: en"});
}

}  // namespace
}  // namespace hall
