#include "show/paging.h"

#include <gtest/gtest.h>

#include "show/conferences.h"

namespace hall::testing {
namespace {

std::vector<std::size_t> counts(const std::vector<Page>& pages) {
    std::vector<std::size_t> all;
    all.reserve(pages.size());
    for (const Page& page : pages) all.push_back(page.count);
    return all;
}

using Counts = std::vector<std::size_t>;

TEST(Paging, balances_and_leaves_nobody_out) {
    EXPECT_EQ(counts(balanced_pages(7, 6)), (Counts{4, 3}));
    EXPECT_EQ(counts(balanced_pages(40, 6)), (Counts{6, 6, 6, 6, 6, 5, 5}));
    EXPECT_TRUE(balanced_pages(0, 6).empty());
    for (std::size_t items = 1; items < 200; ++items) {
        std::size_t next = 0, fewest = items, most = 0;
        for (const Page& page : balanced_pages(items, 8)) {
            EXPECT_EQ(page.first, next);
            next += page.count;
            fewest = std::min(fewest, page.count);
            most = std::max(most, page.count);
        }
        EXPECT_EQ(next, items);
        EXPECT_LE(most, 8U);
        EXPECT_LE(most - fewest, 1U);
    }
}

TEST(Paging, a_summary_has_three_rows_below_its_tiles_and_no_lonely_row) {
    EXPECT_EQ(counts(summary_pages(3)), (Counts{3}));
    EXPECT_EQ(counts(summary_pages(4)), (Counts{2, 2}));
    EXPECT_EQ(counts(summary_pages(10)), (Counts{3, 4, 3}));
    EXPECT_TRUE(summary_pages(0).empty());
    const auto pages = summary_pages(10);
    EXPECT_EQ(pages.back(), (Page{7, 3, 2, 3}));
}

TEST(Paging, the_farther_the_last_row_the_fewer_sign_on_a_page) {
    Conference conference;
    conference.covenant.pledges = {"Thi đua"};
    conference.covenant.signatories.resize(12);
    const auto pages_at = [&](double distance) {
        conference.identity.viewing_distance = distance;
        return counts(signatory_pages(conference));
    };
    EXPECT_EQ(pages_at(4), (Counts{12}));
    EXPECT_EQ(pages_at(6), (Counts{12}));
    EXPECT_EQ(pages_at(7), (Counts{6, 6}));
    EXPECT_EQ(pages_at(8), (Counts{4, 4, 4}));
    EXPECT_EQ(pages_at(10), (Counts{4, 4, 4}));
    conference.covenant.signatories.resize(8);
    conference.identity.viewing_distance = 6;
    EXPECT_TRUE(signatories_beside(conference));
    conference.identity.viewing_distance = 7;
    EXPECT_FALSE(signatories_beside(conference));
}

struct MemberCase {
    std::size_t members;
    std::string name;
    MemberLayout layout;
    Counts pages;
};

TEST(Paging, members_are_laid_out_by_number_and_length) {
    const std::string short_name(24, 'a'), longer(25, 'a'), very_long(49, 'a');
    const std::vector<MemberCase> cases = {
        {5, short_name, MemberLayout::cards, {5}},       {12, short_name, MemberLayout::cards, {6, 6}},
        {13, short_name, MemberLayout::compact, {7, 6}}, {5, longer, MemberLayout::list, {5}},
        {12, longer, MemberLayout::list, {6, 6}},        {13, longer, MemberLayout::compact, {7, 6}},
        {13, very_long, MemberLayout::list, {5, 4, 4}},
    };
    for (const MemberCase& each : cases) {
        Conference conference;
        Members::Run members(each.members, member_named("a"));
        members.back().name = each.name;
        conference.members = Members(std::move(members));
        EXPECT_EQ(member_layout(conference), each.layout) << each.members << " " << each.name;
        EXPECT_EQ(counts(member_pages(conference, member_layout(conference))), each.pages)
            << each.members << " " << each.name;
    }
}

TEST(Paging, up_to_twelve_units_in_a_list_leave_room_for_who_leads_them) {
    for (const auto& [units, pages] : {std::pair(std::size_t{12}, Counts{4, 4, 4}), {std::size_t{13}, {5, 4, 4}}}) {
        Members::Run members(units, member_named(std::string(49, 'a')));
        members.front().representatives.emplace_back().name = "Trần Văn A";
        Conference conference;
        conference.members = Members(std::move(members));
        EXPECT_EQ(counts(member_pages(conference, member_layout(conference))), pages) << units;
    }
}

TEST(Paging, marks_do_not_lengthen_a_name) {
    Conference conference;
    conference.members = {member_named("Ủy ban Mặt trận Tổ quốc.")};  // 24 characters, 36 bytes
    EXPECT_EQ(member_layout(conference), MemberLayout::cards);
}

TEST(Paging, a_day_of_the_agenda_begins_a_page) {
    const auto days = [](bool demonstration, std::chrono::hours between) {
        Conference conference;
        conference.identity.demonstration = demonstration;
        for (const int day : {0, 1})
            for (int i = 0; i < (day == 0 ? 9 : 3); ++i)
                conference.agenda.push_back(
                    item(morning + day * between + std::chrono::minutes(5 * i), std::chrono::minutes(5), "a"));
        return agenda_day_pages(conference);
    };
    const auto pages = days(false, std::chrono::hours(24));
    EXPECT_EQ(counts(pages), (Counts{5, 4, 3}));
    EXPECT_EQ(pages.back(), (Page{9, 3, 2, 3}));
    EXPECT_EQ(counts(days(true, std::chrono::hours(24))), (Counts{5, 4, 3}));
    EXPECT_EQ(counts(days(false, std::chrono::hours(10))), (Counts{6, 6})) << "the same day";

    // A demonstration that is started late runs over midnight as the one day it is.
    Conference late;
    late.identity.demonstration = true;
    late.agenda = {item(morning + std::chrono::minutes(15 * 60 + 55), std::chrono::minutes(5), "a"),
                   item(morning + std::chrono::hours(16), std::chrono::minutes(5), "b")};
    EXPECT_EQ(counts(agenda_day_pages(late)), (Counts{2}));
    late.identity.demonstration = false;
    EXPECT_EQ(counts(agenda_day_pages(late)), (Counts{1, 1}));
}

TEST(Paging, long_agenda_titles_get_fewer_rows) {
    const auto pages_with = [](std::size_t length) {
        Conference conference;
        conference.agenda.assign(16, item(morning, std::chrono::minutes(5), "a"));
        conference.agenda[3].title = std::string(length, 'a');
        return counts(agenda_day_pages(conference));
    };
    EXPECT_EQ(pages_with(48), (Counts{8, 8}));
    EXPECT_EQ(pages_with(49), (Counts{6, 5, 5}));
    EXPECT_EQ(pages_with(97), (Counts{4, 4, 4, 4}));
}

TEST(Paging, recipients_are_laid_out_by_what_there_is_to_read) {
    EXPECT_EQ(recipient_layout(batch_of(7)), RecipientLayout::columns);
    EXPECT_EQ(counts(recipient_pages(batch_of(7))), (Counts{4, 3}));

    Batch bare = batch_of(8);
    for (Recipient& recipient : bare.recipients) recipient.position.clear();
    EXPECT_EQ(recipient_layout(bare), RecipientLayout::compact);
    EXPECT_EQ(counts(recipient_pages(bare)), (Counts{8}));
    bare.recipients.resize(6);
    EXPECT_EQ(recipient_layout(bare), RecipientLayout::columns);

    Batch collectives;
    collectives.recipients.assign(3, collective("Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"));
    EXPECT_EQ(recipient_layout(collectives), RecipientLayout::list);
}

TEST(Paging, summary_rows_are_the_pages_own) {
    const Conference conference = typical();
    Step step;
    step.awards = {0, 2};
    step.page = {1, 3, 0, 2};
    EXPECT_EQ(summary_rows(conference, step), (std::vector<SummaryRow>{{0, 0, 1}, {2, 0, 0}, {2, 0, 1}}));
    step.page = {4, 9, 1, 2};
    EXPECT_EQ(summary_rows(conference, step), (std::vector<SummaryRow>{{2, 0, 2}}));
}

}  // namespace
}  // namespace hall::testing
