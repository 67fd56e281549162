/// A feed that came again is read by what changed in it, and nobody can tell from the outcome.
#include "feed/kept_members.h"

#include <fmt/format.h>

#include <random>

#include "conference/differences.h"
#include "decoder_fixture.h"

namespace hall {
namespace {

const std::string known_feed = R"({"format": "hoitruong/1", "revision": "r1",
 "conference": {"title": "Hội nghị Tổng kết", "date": "2022-12-20"},
 "members": [
  {"id": "a", "name": "Đơn vị A", "role": "Cụm trưởng", "representatives": [{"name": "Bà Một"}, "Ông Hai"]},
  {"id": "b", "name": "Đơn vị \"B\" [{", "group": "Nhóm }]"} ,
  {"id": "c", "name": "Đơn vị C", "logo": "c.png"}
 ],
 "covenant": {"title": "Giao ước", "signatories": [{"member": "b"}]},
 "awards": [{"id": "co", "name": "Cờ thi đua", "batches": [{"recipients": [{"member": "a"}, {"member": "c"}]}]}]}
)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::invalid_argument(std::string(from));
    return text.replace(at, from.size(), to);
}

/// Everything that an outcome says, to be compared.
std::string told(const Result<Decoded>& outcome) {
    if (!outcome) return outcome.error().sentence.en;
    std::string all = listing(outcome->issues) + fmt::format("{} records\n", outcome->member_records);
    for (const Difference& one : differences({}, outcome->conference)) all += one.where.en + ": " + one.after + "\n";
    for (const Member& one : outcome->conference.members) all += one.id + " " + one.logo.source + "\n";
    for (const Signatory& one : outcome->conference.covenant.signatories) all += fmt::format("{} ", one.member);
    for (const Award& one : outcome->conference.awards) {
        all += one.pointer + one.id;
        for (const Recipient& recipient : one.batches.empty() ? std::vector<Recipient>() : one.batches[0].recipients)
            all += fmt::format(" {}", recipient.member.value_or(99));
    }
    return all;
}

void expect_the_same(const std::string& before, const std::string& after) {
    const Decoded earlier = decoded(before);
    const auto quickly = decode_feed(after, {}, Earlier{before, earlier});
    const auto slowly = decode_feed(after);
    ASSERT_EQ(told(quickly), told(slowly)) << after;
    if (!quickly) return;
    const Members &one = quickly->conference.members, &other = slowly->conference.members;
    ASSERT_TRUE(std::equal(one.begin(), one.end(), other.begin(), other.end())) << after;
}

enum class Read { what_changed, all };

struct Edit {
    const char* what;
    std::string after;
    Read read;
};

TEST(KeptMembers, what_changed_alone_is_read_and_the_outcome_is_that_of_reading_all) {
    const std::string a = R"({"id": "a", "name": "Đơn vị A")", end_of_list = "\n ],";
    std::string many_names = known_feed,
                one_more = R"(, {"id": "d", "name": "Đơn vị D", "representatives": [{"name": "E"}]})";
    for (int i = 0; i < 20; ++i)
        many_names =
            replaced(many_names, end_of_list, fmt::format(R"(, {{"id": "m{0}", "name": "M{0}"}})", i) + "\n ],");
    const std::vector<Edit> edits = {
        {"nothing", known_feed, Read::what_changed},
        {"another name, named by an award", replaced(known_feed, "Đơn vị A", "Đơn vị A1"), Read::what_changed},
        {"a title", replaced(known_feed, "Tổng kết", "Sơ kết"), Read::what_changed},
        {"revision and name", replaced(replaced(known_feed, "r1", "r2"), "Đơn vị C", "Đơn vị C1"), Read::what_changed},
        {"two names, exchanged", replaced(replaced(known_feed, "Đơn vị C", "Đơn vị A"), "Đơn vị A", "Đơn vị C"),
         Read::what_changed},
        {"a representative more", replaced(known_feed, "\"Ông Hai\"", R"("Ông Hai", {"name": "Ông Ba"})"),
         Read::what_changed},
        {"another id, that nobody has", replaced(known_feed, R"("id": "b")", R"("id": "d")"), Read::what_changed},
        {"a member more", replaced(known_feed, end_of_list, one_more + end_of_list), Read::what_changed},
        {"an award's fault", replaced(known_feed, R"("name": "Cờ thi đua")", R"("nmae": "Cờ thi đua")"),
         Read::what_changed},
        {"a mark at the beginning", "\xEF\xBB\xBF" + known_feed, Read::what_changed},
        {"more members than are read one by one", many_names, Read::all},
        {"another's name", replaced(known_feed, "Đơn vị A", "Đơn vị C"), Read::all},
        {"another's id", replaced(known_feed, R"("id": "c")", R"("id": "a")"), Read::all},
        {"no id", replaced(known_feed, R"("id": "c", )", ""), Read::all},
        {"no name", replaced(known_feed, R"("name": "Đơn vị A", )", ""), Read::all},
        {"a number for a text", replaced(known_feed, R"("Cụm trưởng")", "7"), Read::all},
        {"one member less",
         replaced(known_feed, ",\n  {\"id\": \"c\", \"name\": \"Đơn vị C\", \"logo\": \"c.png\"}", ""), Read::all},
        {"two members become one", replaced(known_feed, R"("logo": "c.png"})", R"("logo": "c.png")"), Read::all},
        {"a word between members", replaced(known_feed, "\"},", "\"} x,"), Read::all},
        {"a comma too many", replaced(known_feed, "\"} ,", "\"} ,,"), Read::all},
        {"no member at all", replaced(known_feed, a, "[" + a), Read::all},
        {"a list twice, the first one spelt strangely",
         replaced(known_feed, R"("members")", R"("m\u0065mbers": [], "members")"), Read::all},
        {"too deep a member", replaced(known_feed, R"("c.png")", std::string(31, '[') + std::string(31, ']')),
         Read::all},
        {"a broken end", replaced(known_feed, "]}]}\n", "]}]\n"), Read::all},
        {"a broken member", replaced(known_feed, R"("logo": "c.png")", R"("logo": c.png)"), Read::all},
    };
    const Decoded earlier = decoded(known_feed);
    for (const Edit& edit : edits) {
        SCOPED_TRACE(edit.what);
        const auto outcome = decode_feed(edit.after, {}, Earlier{known_feed, earlier});
        EXPECT_EQ(told(outcome), told(decode_feed(edit.after)));
        const auto kept = keep_members(edit.after, {known_feed, earlier});
        EXPECT_EQ(kept ? Read::what_changed : Read::all, edit.read);
    }
}

TEST(KeptMembers, what_is_kept_is_shared) {
    std::string members;
    for (std::size_t i = 0; i < 3 * Members::run_length; ++i)
        members += fmt::format(R"({}{{"id": "m{}", "name": "Đơn vị {}"}})", i == 0 ? "" : ",", i, i);
    const std::string before = feed_with("\"members\": [" + members + "]");
    const std::string after = replaced(before, "\"Đơn vị 300\"", "\"Đơn vị mới\"");
    const Decoded earlier = decoded(before);
    const auto later = decode_feed(after, {}, Earlier{before, earlier});
    ASSERT_TRUE(later);
    const Members& were = earlier.conference.members;
    const Members& are = later->conference.members;
    EXPECT_TRUE(are.shares(were, 0));
    EXPECT_FALSE(are.shares(were, 300));
    EXPECT_TRUE(are.shares(were, 2 * Members::run_length));
    EXPECT_EQ(are[300].name, "Đơn vị mới");
    EXPECT_EQ(were[300].name, "Đơn vị 300") << "what others hold stays as it is";
}

TEST(KeptMembers, what_was_reported_is_reported_again) {
    const std::string before = replaced(known_feed, "Đơn vị C", "Đơn vị A");
    expect_the_same(before, replaced(before, "Tổng kết", "Sơ kết"));
    expect_the_same(before, known_feed);
    expect_the_same(known_feed,
                    replaced(known_feed, R"("covenant")", R"("members": [{"id": "z", "name": "Z"}], "covenant")"));
}

TEST(KeptMembers, the_limit_of_records_holds) {
    std::string members;
    for (std::size_t i = 0; i < most_records; ++i)
        members += fmt::format(R"({}{{"id":"m{}","name":"M{}"}})", i == 0 ? "" : ",", i, i);
    const std::string full = feed_with("\"members\": [" + members + "]");
    const Decoded earlier = decoded(full);
    const std::string renamed = replaced(full, "\"M7\"", "\"N7\"");
    const std::string longer = replaced(full, "\"M7\"", R"("M7", "representatives": [{"name": "A"}])");
    EXPECT_TRUE(decode_feed(renamed, {}, Earlier{full, earlier}));
    EXPECT_FALSE(decode_feed(longer, {}, Earlier{full, earlier}));
}

/// Whatever slips into the text, at any place of it.
TEST(KeptMembers, no_slip_makes_a_difference) {
    std::minstd_rand random(7);
    const std::vector<std::string> slips = {"{",
                                            "}",
                                            "[",
                                            "]",
                                            ",",
                                            ":",
                                            "\"",
                                            "a",
                                            "b",
                                            " ",
                                            "\\",
                                            "\n",
                                            "\"id\"",
                                            "},{",
                                            "\xff",
                                            R"("name":"X")",
                                            R"({"id":"q"})"};
    std::size_t kept = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string after = known_feed;
        for (auto edits = 1 + random() % 3; edits > 0; --edits) {
            const std::size_t at = random() % after.size();
            after.replace(at, random() % 3, slips[random() % slips.size()]);
        }
        ASSERT_NO_FATAL_FAILURE(expect_the_same(known_feed, after));
        if (keep_members(after, {known_feed, decoded(known_feed)})) ++kept;
    }
    EXPECT_GT(kept, 100U) << "else it would say little";
}

}  // namespace
}  // namespace hall
