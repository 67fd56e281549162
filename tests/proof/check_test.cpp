/// `check` as a whole: places, what is said once, what is exempt.
#include "proof/check.h"

#include "proof/planted.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

CheckReport checked(const Conference& conference, PageSettings settings = {}) {
    Snapshot snapshot;
    snapshot.conference = conference;
    settings.now = typical_moment(conference);
    const auto report = check_pages(snapshot, make_rundown(conference), test_fonts(), settings, [](auto, auto) {});
    if (!report) throw std::runtime_error(report.error().sentence.en);
    return *report;
}

Conference awarding() {
    Conference conference;
    conference.identity.title = "Hội nghị tổng kết";
    Award& award = conference.awards.emplace_back();
    award.id = "bk";
    award.name = "Bằng khen 漢";
    award.reveal = RevealMode::one;
    Batch& batch = award.batches.emplace_back();
    for (const char* name : {"Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên"})
        batch.recipients.emplace_back().name = name;
    return conference;
}

TEST(Check, says_once_what_is_wrong_on_several_steps_in_a_row) {
    const CheckReport report = checked(awarding());
    Codes places;
    for (const Issue& issue : report.issues)
        if (issue.code == "D1" && issue.place.find("award-group") != std::string::npos) places.push_back(issue.place);
    EXPECT_EQ(places, Codes{"step 3-6 (award-group)"});
}

TEST(Check, has_nothing_against_confetti_that_was_asked_for) {
    Conference conference = awarding();
    conference.awards[0].confetti = true;
    for (const Issue& issue : checked(conference).issues) EXPECT_NE(issue.code, "M1") << issue.sentence.en;
}

TEST(Check, tells_once_whose_titles_have_no_room_on_a_page_of_many) {
    Conference conference = awarding();
    Award& award = conference.awards[0];
    award.name = "Bằng khen";
    Batch& batch = award.batches[0];
    batch.recipients.resize(6, batch.recipients[0]);
    for (Recipient& one : batch.recipients) {
        one.name = "Nguyễn Phước Quý Thuyền Quyên";
        one.position = "Phó Chủ tịch Thường trực";
    }
    const auto told = [&] {
        Codes places;
        for (const Issue& issue : checked(conference).issues)
            if (issue.code == "left-out") places.push_back(issue.place);
        return places;
    };
    EXPECT_EQ(told(), Codes{});
    for (Recipient& one : batch.recipients)
        one.organisation =
            "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội tỉnh Bà Rịa – Vũng Tàu, "
            "khối các cơ quan chuyên trách tham mưu, giúp việc";
    EXPECT_EQ(told(), Codes{"step 3-9 (award-group)"});
}

TEST(Check, a_member_that_leads_keeps_its_representative_on_the_card) {
    Conference conference;
    for (const char* role : {"Cụm trưởng", "Cụm phó"}) {
        Member member;
        member.name = "Đơn vị thứ nhất";
        member.role = role;
        Person& person = member.representatives.emplace_back();
        person.honorific = "Ông";
        person.name = "Nguyễn Văn A";
        person.position = "Chủ tịch";
        conference.members.push_back(member);
    }
    for (const Issue& issue : checked(conference).issues) EXPECT_NE(issue.code, "left-out") << issue.sentence.en;
}

TEST(Check, counts_every_page) {
    Snapshot snapshot;
    snapshot.conference = awarding();
    const Rundown rundown = make_rundown(snapshot.conference);
    PageSettings settings;
    settings.width = 640;
    settings.height = 360;
    std::size_t calls = 0, last = 0, total = 0;
    ASSERT_TRUE(check_pages(snapshot, rundown, test_fonts(), settings, [&](std::size_t done, std::size_t all) {
        ++calls;
        last = done;
        total = all;
    }));
    EXPECT_EQ(calls, total);
    EXPECT_EQ(last, total);
    EXPECT_GT(total, rundown.steps.size());
}

TEST(Check, reports_in_both_languages_and_keeps_what_is_exempt_apart) {
    const CheckReport report{{{Severity::error, "L1", "step 1 (welcome)", {"chữ nhỏ", "too small"}},
                              {Severity::warning, "L7", "step 2 (closing)", {"dài", "long"}}},
                             {{Severity::error, "L10", "step 3 (members)", {"tách", "split"}}}};
    EXPECT_EQ(report_as_text(report, Language::english),
              "ERROR step 1 (welcome) [L1]\n    too small\nNOTE step 2 (closing) [L7]\n    long\n"
              "EXEMPT step 3 (members) [L10]\n    split\n1 error, 1 note.\n");
    EXPECT_EQ(report_as_text({{}, report.exempt}, Language::vietnamese),
              "MIỄN step 3 (members) [L10]\n    tách\nKhông có gì phải sửa.\n");
    EXPECT_NE(report_as_json(report).find("\"exempt\""), std::string::npos);
}

}  // namespace
}  // namespace hall::tests
