/// Photographs that stand on no page.
#include "proof/rules_photos.h"

#include "proof/check.h"
#include "proof/planted.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

Conference with_photos(std::size_t recipients) {
    Conference conference;
    Member unit;
    unit.name = "Hội Nông dân";
    unit.representatives = {{"Ông", "Lương A", "Chủ tịch", "", {"a.jpg"}}};
    conference.members = {unit};
    Award& award = conference.awards.emplace_back();
    award.name = "Bằng khen";
    Recipient person;
    person.kind = RecipientKind::person;
    person.name = "Trần B";
    person.photo.source = "b.jpg";
    award.batches = {{"", std::vector<Recipient>(recipients, person)}};
    return conference;
}

/// The screens on which check misses a photo.
std::vector<ScreenId> missed(const Conference& conference) {
    std::vector<ScreenId> screens;
    for (const Step& step : make_rundown(conference).steps) {
        const bool known = !screens.empty() && screens.back() == step.screen;
        if (codes(photo_findings(step, conference)) == Codes{"left-out"} && !known) screens.push_back(step.screen);
    }
    return screens;
}

TEST(PhotoRules, a_photo_that_no_page_shows_is_told) {
    EXPECT_EQ(missed(with_photos(5)), (std::vector{ScreenId::members, ScreenId::award_group}));
    EXPECT_EQ(missed(with_photos(2)), std::vector{ScreenId::members}) << "who stands alone is shown with the photo";
    EXPECT_TRUE(missed(Conference{}).empty());
}

TEST(PhotoRules, who_leads_a_unit_and_is_shown_elsewhere_is_not_missed) {
    const Conference conference = with_photos(0);
    const auto missed_beside = [&](const Person& person) {
        std::vector<bool> missing;
        for (const int where : {0, 1, 2}) {
            Conference seen = conference;
            if (where == 0) seen.presidium = {person};
            if (where == 1) seen.guests = {person};
            if (where == 2) seen.speeches.emplace_back().speaker = person;
            missing.push_back(!missed(seen).empty());
        }
        return missing;
    };
    EXPECT_EQ(missed_beside({"", "Lương  A", "", "", {"a.jpg"}}), std::vector<bool>(3, false)) << "the same photo";
    EXPECT_EQ(missed_beside({"Bà", "Lương A", "", "", {"khac.jpg"}}), std::vector<bool>(3, false)) << "the same name";
    EXPECT_EQ(missed_beside({"", "Lương A", "", "", {}}), std::vector<bool>(3, true)) << "named there without a photo";
    EXPECT_EQ(missed_beside({"", "Lê B", "", "", {"b.jpg"}}), std::vector<bool>(3, true));
}

TEST(PhotoRules, check_says_so_once_for_all_of_a_row) {
    Snapshot snapshot;
    snapshot.conference = with_photos(5);
    const auto report = check_pages(
        snapshot, make_rundown(snapshot.conference), test_fonts(), {}, [](std::size_t, std::size_t) {}, Extent::words);
    ASSERT_TRUE(report);
    std::vector<std::string> told;
    for (const Issue& issue : report->issues)
        if (issue.code == "left-out") told.push_back(issue.sentence.en);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_NE(told[1].find("\"Trần B\" and 4 more"), std::string::npos) << told[1];
}

}  // namespace
}  // namespace hall::tests
