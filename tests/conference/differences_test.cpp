/// What an operator is asked to accept: every edit of approved words once, and nothing else.
#include "conference/differences.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

Recipient named(const std::string& name) {
    Recipient recipient;
    recipient.name = name;
    return recipient;
}

Conference conference() {
    Conference made;
    made.identity.title = "Hội nghị Tổng kết";
    for (const char* id : {"khai-mac", "bao-cao"}) {
        AgendaItem item;
        item.id = item.title = id;
        item.start = Instant(Milliseconds(made.agenda.size() * 1000));
        made.agenda.push_back(item);
    }
    for (const char* id : {"a", "b"}) {
        Member member;
        member.id = id;
        member.name = std::string("Đơn vị ") + id;
        made.members.push_back(member);
    }
    Award award;
    award.id = "co";
    award.name = "Cờ thi đua";
    award.batches.push_back({{}, {named("Hà"), named("Hải"), named("Hạnh")}});
    made.awards.push_back(award);
    made.covenant.signatories = {{0, SignatoryState::waiting}, {1, SignatoryState::waiting}};
    return made;
}

std::string told(const Conference& next) {
    std::string lines;
    for (const Difference& one : differences(conference(), next))
        lines += one.where.en + ": " + one.before + " > " + one.after + "\n";
    return lines;
}

TEST(Differences, the_same_words_differ_in_nothing) { EXPECT_EQ(told(conference()), ""); }

TEST(Differences, an_edited_name_is_told_with_its_place_and_both_words) {
    Conference next = conference();
    next.awards[0].batches[0].recipients[1].name = "Hãi";
    next.identity.title = "Hội nghị Sơ kết";
    EXPECT_EQ(told(next),
              "The conference's title: Hội nghị Tổng kết > Hội nghị Sơ kết\n"
              "The award \"Cờ thi đua\": recipient 2: Hải > Hãi\n");
}

TEST(Differences, a_recipient_of_a_held_award_is_told_as_such) {
    Conference next = conference();
    next.awards[0].batches[0].recipients[1].name = "Hãi";
    EXPECT_EQ(differences(conference(), next).at(0).naming, Naming::held);
    Conference before = conference();
    before.awards[0].visibility = next.awards[0].visibility = Visibility::open;
    EXPECT_EQ(differences(before, next).at(0).naming, Naming::open);
    next = conference();
    next.identity.title = "Hội nghị Sơ kết";
    EXPECT_EQ(differences(conference(), next).at(0).naming, Naming::open);
}

TEST(Differences, one_recipient_more_is_one_difference_wherever_it_stands) {
    for (std::ptrdiff_t place = 0; place <= 3; ++place) {
        Conference next = conference();
        auto& recipients = next.awards[0].batches[0].recipients;
        recipients.insert(recipients.begin() + place, named("Mới"));
        EXPECT_EQ(told(next), "The award \"Cờ thi đua\": recipient " + std::to_string(place + 1) + ":  > Mới\n");
        EXPECT_EQ(differences(next, conference()).size(), 1U) << "and one less, the other way";
    }
}

TEST(Differences, what_is_gone_and_what_is_new_is_told) {
    Conference next = conference();
    Member other = next.members[1];
    other.id = "c";
    next.members.replace(1, other);
    EXPECT_EQ(told(next), "A member: Đơn vị b > \nA member:  > Đơn vị b\n");
}

TEST(Differences, every_word_of_an_award_counts) {
    const auto edited = [](auto edit) {
        Conference next = conference();
        edit(next.awards[0]);
        return differences(conference(), next).size();
    };
    EXPECT_EQ(edited([](Award& it) { it.name = "Bằng khen"; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.rank = 2; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.status = AwardStatus::proposed; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.visibility = Visibility::open; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.decision.number = "12/QĐ"; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.presenters.emplace_back().name = "Bà B"; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.batches[0].label = "Đợt 1"; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.batches[0].recipients[0].citation = "Thành tích"; }), 1U);
    EXPECT_EQ(edited([](Award& it) { it.batches[0].recipients[0].photo.source = "x.jpg"; }), 1U);
}

TEST(Differences, times_notices_and_signatures_pass_and_nothing_else) {
    Conference next = conference();
    next.agenda[0].start = Instant(Milliseconds(5000));
    next.agenda[0].title = "other";
    next.notices.emplace_back().text = "Mời vào phòng";
    next.identity.title = "other";
    next.members = {next.members.back()};
    next.covenant.signatories = {{0, SignatoryState::signed_}};
    const Conference passed = with_times_and_notices(conference(), next);
    EXPECT_EQ(told(passed), "") << "no approved word is another";
    ASSERT_EQ(passed.agenda.size(), 2U);
    EXPECT_EQ(passed.agenda[0].id, "bao-cao") << "in the order of the new times";
    EXPECT_EQ(passed.agenda[1].start, Instant(Milliseconds(5000)));
    ASSERT_EQ(passed.notices.size(), 1U);
    EXPECT_EQ(passed.covenant.signatories[0].state, SignatoryState::waiting);
    EXPECT_EQ(passed.covenant.signatories[1].state, SignatoryState::signed_) << "by its member, not by its place";
}

}  // namespace
}  // namespace hall
