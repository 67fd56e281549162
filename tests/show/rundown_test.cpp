#include "show/rundown.h"

#include <gtest/gtest.h>

#include <set>

#include "show/conferences.h"
#include "show/paging.h"

namespace hall::testing {
namespace {

using Keys = std::vector<std::string>;

TEST(Rundown, follows_from_the_content_where_the_feed_names_none) {
    EXPECT_EQ(keys(make_rundown(typical())), (Keys{"welcome",
                                                   "agenda",
                                                   "agenda-day/1",
                                                   "members/1",
                                                   "members/2",
                                                   "award:co/intro",
                                                   "award:co/b0/r0/armed",
                                                   "award:co/b0/r0",
                                                   "award:co/b0/r1/armed",
                                                   "award:co/b0/r1",
                                                   "award:bang/intro",
                                                   "award:bang/b0/p0/armed",
                                                   "award:bang/b0/r0",
                                                   "award:bang/b0/r1",
                                                   "award:bang/b0/r2",
                                                   "award:bang/b0/r3",
                                                   "award:bang/b0/p1/armed",
                                                   "award:bang/b0/r4",
                                                   "award:bang/b0/r5",
                                                   "award:bang/b0/r6",
                                                   "award:de-xuat/intro",
                                                   "award:de-xuat/b0/r2",
                                                   "award-summary/1",
                                                   "award-summary/2",
                                                   "award-summary/3",
                                                   "closing"}));
}

TEST(Rundown, of_an_empty_conference_is_the_holding_screen) {
    const Rundown rundown = make_rundown(Conference{});
    ASSERT_EQ(rundown.steps.size(), 1U);
    EXPECT_EQ(rundown.steps[0].screen, ScreenId::holding);
    EXPECT_EQ(rundown.steps[0].advance, Advance::by_time);
}

TEST(Rundown, shows_no_page_without_content) {
    Conference conference;
    conference.identity.title = "Hội nghị";
    EXPECT_EQ(keys(make_rundown(conference)), (Keys{"welcome", "closing"}));
}

TEST(Rundown, an_armed_step_names_nobody) {
    for (const Step& step : make_rundown(typical()).steps) {
        if (step.screen != ScreenId::award_reveal && step.screen != ScreenId::award_group) continue;
        EXPECT_EQ(step.recipient.has_value(), step.revealed > 0) << step.key;
        if (step.recipient) {
            const bool single = step.screen == ScreenId::award_reveal;
            EXPECT_EQ(*step.recipient, step.page.first + (single ? 0 : step.revealed - 1)) << step.key;
        }
    }
}

TEST(Rundown, a_group_is_revealed_recipient_by_recipient) {
    const Rundown rundown = make_rundown(typical());
    const std::size_t first = number_of(rundown, "award:bang/b0/p1/armed");
    for (std::size_t i = 0; i <= 3; ++i) {
        const Step& step = rundown.steps[first + i];
        EXPECT_EQ(step.revealed, i);
        EXPECT_EQ(step.page, (Page{4, 3, 1, 2}));
    }
}

TEST(Rundown, reveal_all_reads_a_page_at_once) {
    Conference conference = typical();
    conference.awards = {award("x", {batch_of(7)})};
    conference.awards[0].reveal = RevealMode::all;
    const Rundown rundown = make_rundown(conference);
    const std::size_t intro = number_of(rundown, "award:x/intro");
    std::vector<std::size_t> revealed;
    for (std::size_t i = intro + 1; rundown.steps[i].screen == ScreenId::award_group; ++i)
        revealed.push_back(rundown.steps[i].revealed);
    EXPECT_EQ(revealed, (std::vector<std::size_t>{0, 4, 0, 3}));
}

TEST(Rundown, held_names_never_advance_by_time) {
    Conference conference = typical();
    conference.awards[1].visibility = Visibility::open;
    const Rundown rundown = make_rundown(conference);
    for (const Step& step : rundown.steps) {
        bool held = step.award && conference.awards[*step.award].visibility == Visibility::held;
        for (const std::size_t award : step.awards)
            held = held || conference.awards[award].visibility == Visibility::held;
        EXPECT_EQ(step.advance == Advance::by_operator, held) << step.key;
    }
}

TEST(Rundown, the_feeds_cues_decide_order_dwell_transition_and_note) {
    Conference conference = typical();
    Cue members{ScreenId::members, "", Seconds(12), Transition::cut, "Giới thiệu các đơn vị"};
    Cue bang{ScreenId::award_group, "bang", {}, Transition::fade, "Nhạc nền"};
    conference.awards[1].presenters = {{"Đồng chí", "Lê Văn A", "Chủ tịch", "", {}}};
    conference.rundown = {members, bang};
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(rundown.steps[0].key, "members/1");
    EXPECT_EQ(rundown.steps[0].dwell, Seconds(12));
    EXPECT_EQ(rundown.steps[1].dwell, Seconds(12));
    EXPECT_EQ(rundown.steps[0].transition, Transition::cut);
    EXPECT_EQ(rundown.steps[1].transition, Transition::fade);
    EXPECT_EQ(rundown.steps[0].note, "Giới thiệu các đơn vị");
    EXPECT_EQ(rundown.steps[2].key, "award:bang/intro");
    EXPECT_EQ(rundown.steps[2].note, "Nhạc nền\nMời lên trao: Đồng chí Lê Văn A, Chủ tịch");
    EXPECT_EQ(rundown.steps.size(), 2U + 10U);
}

TEST(Rundown, an_award_comes_once_and_one_cue_without_a_name_brings_the_rest) {
    Conference conference = typical();
    Cue intro{ScreenId::award_intro, "bang", {}, Transition::fade, ""};
    Cue again{ScreenId::award_group, "bang", {}, Transition::fade, ""};
    Cue rest{ScreenId::award_intro, "", {}, Transition::fade, ""};
    Cue unknown{ScreenId::award_intro, "không có", {}, Transition::fade, ""};
    conference.rundown = {rest, intro, again, unknown};
    const Rundown rundown = make_rundown(conference);
    std::vector<std::size_t> order;
    for (const Step& step : rundown.steps)
        if (step.screen == ScreenId::award_intro) order.push_back(*step.award);
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 2, 1}));
}

TEST(Rundown, a_summary_holds_only_awards_that_came_before_it) {
    Conference conference = typical();
    const auto cue = [](ScreenId screen, const std::string& id) {
        Cue made;
        made.screen = screen;
        made.award = id;
        return made;
    };
    conference.rundown = {cue(ScreenId::award_summary, ""), cue(ScreenId::award_intro, "de-xuat"),
                          cue(ScreenId::award_summary, ""), cue(ScreenId::award_intro, "co"),
                          cue(ScreenId::award_summary, "")};
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(rundown.steps[0].screen, ScreenId::award_intro);
    EXPECT_EQ(rundown.steps[2].awards, (std::vector<std::size_t>{2}));
    EXPECT_EQ(rundown.steps[2].advance, Advance::by_time);
    EXPECT_EQ(rundown.steps.back().awards, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(rundown.steps.back().advance, Advance::by_operator);
}

TEST(Rundown, a_show_of_held_awards_alone_still_has_an_unattended_place) {
    Conference conference = typical();
    Cue cue;
    cue.screen = ScreenId::award_intro;
    cue.award = "co";
    conference.rundown = {cue};
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(rundown.steps[first_state(rundown, at(0)).step].screen, ScreenId::holding);
}

TEST(Rundown, keys_are_unique_even_where_screens_and_ids_repeat) {
    Conference conference = typical();
    conference.awards.push_back(conference.awards[0]);
    for (const ScreenId screen : {ScreenId::agenda, ScreenId::members, ScreenId::agenda, ScreenId::agenda,
                                  ScreenId::award_intro, ScreenId::members, ScreenId::award_summary})
        conference.rundown.emplace_back().screen = screen;
    const Keys all = keys(make_rundown(conference));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
    EXPECT_NE(std::find(all.begin(), all.end(), "agenda~3"), all.end());
}

TEST(Rundown, ten_thousand_members_are_all_shown_once) {
    Conference conference;
    conference.identity.title = "Hội nghị";
    for (int i = 0; i < 10'000; ++i) conference.members.push_back(member_named(fmt::format("Đơn vị {}", i)));
    std::size_t next = 0;
    for (const Step& step : make_rundown(conference).steps) {
        if (step.screen != ScreenId::members) continue;
        EXPECT_EQ(step.page.first, next);
        EXPECT_LE(step.page.count, 8U);
        next += step.page.count;
    }
    EXPECT_EQ(next, 10'000U);
}

TEST(Rundown, dwell_follows_the_text_and_recipients_count_twice) {
    EXPECT_EQ(reading_time(0), Seconds(6));
    EXPECT_EQ(reading_time(10), Seconds(6));
    EXPECT_DOUBLE_EQ(reading_time(50).count(), 18.0);
    // Heading "Bằng khen de-xuat" 3; three times "Đồng chí" 2, twice "Đề n" 4, "Chủ tịch" 2.
    const Rundown rundown = make_rundown(typical());
    EXPECT_DOUBLE_EQ(rundown.steps[number_of(rundown, "award:de-xuat/b0/r2")].dwell.count(), 3.0 + 0.30 * 27);
}

TEST(Rundown, describes_a_step_in_both_languages) {
    const Conference conference = typical();
    const Rundown rundown = make_rundown(conference);
    const auto told = [&](const std::string& key, Language language) {
        return describe(rundown.steps[number_of(rundown, key)], conference, language);
    };
    EXPECT_EQ(told("members/2", Language::vietnamese), "Các đơn vị thành viên (2/2)");
    EXPECT_EQ(told("members/2", Language::english), "Members (2/2)");
    EXPECT_EQ(told("award:co/intro", Language::vietnamese), "Trao thưởng: Bằng khen co – giới thiệu");
    EXPECT_EQ(told("award:co/b0/r1/armed", Language::vietnamese), "Trao thưởng: Bằng khen co – sắp công bố 2/2");
    EXPECT_EQ(told("award:bang/b0/p1/armed", Language::english), "Award: Bằng khen bang – armed 5-7/7");
    EXPECT_EQ(told("award:bang/b0/r5", Language::english), "Award: Bằng khen bang (6/7) Bằng 5");
}

std::vector<std::string> keys_of(const Rundown& rundown, ScreenId screen) {
    std::vector<std::string> keys;
    for (const Step& step : rundown.steps)
        if (step.screen == screen) keys.push_back(step.key);
    return keys;
}

TEST(Rundown, a_report_shows_its_figures_and_then_its_points) {
    Conference conference;
    conference.report.title = "Báo cáo";
    conference.report.figures.resize(7, Figure{"12", "đơn vị", "tham gia"});
    conference.report.points = {"Một", "Hai"};
    conference.rundown.emplace_back().screen = ScreenId::report;
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(keys_of(rundown, ScreenId::report),
              (std::vector<std::string>{"report/figures/1", "report/figures/2", "report/points/1"}));
    EXPECT_EQ(rundown.steps[0].page, (Page{0, 4, 0, 2}));
    EXPECT_EQ(rundown.steps[2].part, ListPart::second);
}

TEST(Rundown, a_cue_names_one_speech_and_one_without_a_number_brings_the_others) {
    Conference conference;
    for (const char* name : {"A", "B", "C"}) conference.speeches.emplace_back().speaker.name = name;
    conference.speeches[1].points.resize(5, "Ý");
    Cue second;
    second.screen = ScreenId::speech;
    second.item = 2;
    Cue rest;
    rest.screen = ScreenId::speech;
    Cue beyond = second;
    beyond.item = 9;
    conference.rundown = {second, rest, beyond};
    const Rundown rundown = make_rundown(conference);
    EXPECT_EQ(keys_of(rundown, ScreenId::speech),
              (std::vector<std::string>{"speech/2/1", "speech/2/2", "speech/1/1", "speech/3/1"}));
    EXPECT_EQ(rundown.steps[0].item, 1U);
}

TEST(Rundown, everybody_has_signed_only_when_the_operator_says_so) {
    Conference conference;
    conference.members = Members(Members::Run(14));
    for (std::size_t i = 0; i < 5; ++i) conference.covenant.signatories.push_back({i, SignatoryState::waiting});
    conference.covenant.pledges = {"Một", "Hai"};
    conference.rundown.emplace_back().screen = ScreenId::covenant;
    const Rundown beside = make_rundown(conference);
    EXPECT_EQ(keys_of(beside, ScreenId::covenant),
              (std::vector<std::string>{"covenant/pledges/1", "covenant/pledges/1/signed"}));
    EXPECT_EQ(beside.steps[0].revealed, 0U);
    EXPECT_EQ(beside.steps[0].advance, Advance::by_time);
    EXPECT_EQ(beside.steps[1].revealed, 1U);
    EXPECT_EQ(beside.steps[1].advance, Advance::by_operator);

    for (std::size_t i = 5; i < 14; ++i) conference.covenant.signatories.push_back({i, SignatoryState::waiting});
    EXPECT_EQ(keys_of(make_rundown(conference), ScreenId::covenant),
              (std::vector<std::string>{"covenant/pledges/1", "covenant/signatories/1", "covenant/signatories/2",
                                        "covenant/signatories/1/signed", "covenant/signatories/2/signed"}));
}

TEST(Rundown, what_no_clock_can_end_waits_for_the_operator) {
    Conference conference;
    conference.handover.to = 0;
    conference.members = {Member()};
    for (const ScreenId screen : {ScreenId::welcome, ScreenId::silence, ScreenId::external, ScreenId::handover})
        conference.rundown.emplace_back().screen = screen;
    const Rundown rundown = make_rundown(conference);
    ASSERT_EQ(rundown.steps.size(), 4U);
    for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(rundown.steps[i].advance, Advance::by_operator) << i;
}

}  // namespace
}  // namespace hall::testing
