/// What the console veils, warns of and asks the desk for, without its window.
#include <gtest/gtest.h>

#include "console/panel.h"
#include "show/conferences.h"
#include "show/places.h"

namespace hall {
namespace {

using testing::at;

Conference honoured() {
    Conference conference;
    conference.awards = {testing::award("co", {testing::people({"Phạm Thị Cộng", "Bình", "Chi"})})};
    conference.awards[0].batches[0].recipients[0].honorific = "Ông";
    return conference;
}

class Panel : public ::testing::Test {
protected:
    Panel() {
        snapshot_.conference = feeds_;
        rundown_ = make_rundown(feeds_);
        state_ = first_state(rundown_, at(0));
    }
    std::size_t step(const std::string& key) const { return step_with_key(rundown_, key).value(); }
    std::size_t summary() const {
        for (std::size_t i = 0; i < rundown_.steps.size(); ++i)
            if (rundown_.steps[i].screen == ScreenId::award_summary) return i;
        return rundown_.steps.size();
    }
    ConsoleInput input() const {
        return {snapshot_, feeds_, feed_, rundown_, state_, seen_, at(1), {}, {}, fault_, {}, {}};
    }
    /// Commands that the visit gave.
    template <class Visit>
    std::vector<Command> given(Visit visit) {
        const ConsoleInput in = input();
        Clicked clicked;
        const ConsolePanel panel{in,      Language::english, {}, nullptr, peeking_, fields_, asked_,
                                 clicked, clicked.commands};
        visit(panel);
        return clicked.commands;
    }
    std::string warning(std::size_t of) {
        std::string words;
        given([&](const ConsolePanel& panel) { words = warning_of_summary(panel, of); });
        return words;
    }
    void note(std::size_t recipient, Attendance attendance) {
        Remark remark{*recipient_mark(feeds_, state_.remarks, 0, 0, recipient)};
        remark.attendance = attendance;
        state_.remarks = with_remark(state_.remarks, remark);
        asked_.who = remark.who;
    }

    Conference feeds_ = honoured();
    Snapshot snapshot_;
    FeedStatus feed_;
    Rundown rundown_;
    ShowState state_;
    Seen seen_;
    Sentence fault_;
    Fields fields_;
    Asked asked_;
    Peeking peeking_ = Peeking::no;
};

TEST_F(Panel, a_summary_names_winners_that_the_hall_has_not_read_and_an_armed_page_nobody) {
    ASSERT_LT(summary(), rundown_.steps.size());
    EXPECT_EQ(rundown_.steps[summary()].revealed, 0U) << "as on an armed page";
    EXPECT_EQ(newly_named(input(), step("award:co/b0/p0/armed")), 0U);
    EXPECT_EQ(newly_named(input(), step("award:co/intro")), 0U);
    EXPECT_EQ(newly_named(input(), summary()), 3U);
    EXPECT_NE(warning(summary()).find("names 3 not announced"), std::string::npos) << warning(summary());
    EXPECT_EQ(warning(step("award:co/b0/r1")), "") << "it is there to announce them";
    seen_.add(rundown_.steps[step("award:co/b0/r1")], rundown_);
    EXPECT_EQ(newly_named(input(), summary()), 1U);
    seen_.add(rundown_.steps[step("award:co/b0/r2")], rundown_);
    EXPECT_EQ(newly_named(input(), summary()), 0U);
    EXPECT_EQ(warning(summary()), "");
}

TEST_F(Panel, a_summary_of_open_awards_and_of_sealed_places_gives_nobody_away) {
    snapshot_.conference.awards[0].batches[0].recipients[1].name.clear();
    EXPECT_EQ(newly_named(input(), summary()), 2U);
    snapshot_.conference.awards[0].visibility = Visibility::open;
    EXPECT_EQ(newly_named(input(), summary()), 0U);
}

TEST_F(Panel, of_whoever_is_skipped_nothing_is_noted_but_that_they_are_called_after_all) {
    state_.step = step("award:co/b0/r1");
    note(1, Attendance::skipped);
    const std::string who = asked_.who;
    for (const int digit : {1, 2, 3}) {
        const auto commands = given([&](const ConsolePanel& panel) { note_by_digit(panel, digit); });
        ASSERT_EQ(commands.size(), 1U) << digit;
        EXPECT_EQ(commands[0].remark, remark_about(state_.remarks, who)) << digit << ": the desk answers it";
        EXPECT_FALSE(fields_.focus()) << digit;
    }
    const auto commands = given([&](const ConsolePanel& panel) { note_by_digit(panel, 4); });
    ASSERT_EQ(commands.size(), 1U);
    EXPECT_EQ(commands[0].remark.who, who);
    EXPECT_EQ(commands[0].remark.attendance, Attendance::present);
}

TEST_F(Panel, a_name_to_correct_stands_in_the_line_where_the_hall_has_read_it) {
    state_.step = step("award:co/b0/r0");
    const auto begin = [&] { given([](const ConsolePanel& panel) { note_by_digit(panel, 3); }); };
    begin();
    EXPECT_EQ(fields_.focus(), Field::right_name);
    EXPECT_EQ(fields_.text(Field::right_name), "") << "veiled here, too";
    seen_.add(rundown_.steps[state_.step], rundown_);
    fields_.focus(std::nullopt);
    begin();
    EXPECT_EQ(fields_.text(Field::right_name), "Ông Phạm Thị Cộng");
    given([](const ConsolePanel& panel) {
        EXPECT_EQ(command_of(panel, Field::right_name, "Ông Phạm Thị Cộng")->remark.name, "") << "as it was";
        EXPECT_EQ(command_of(panel, Field::right_name, "Bà Phạm Thị Công")->remark.name, "Bà Phạm Thị Công");
    });
}

}  // namespace
}  // namespace hall
