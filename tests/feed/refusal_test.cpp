/// Documents that cannot be read at all, limits, and bytes nobody meant.
#include <random>

#include "base/text.h"
#include "decoder_fixture.h"

namespace hall {
namespace {

struct Refused {
    const char* name;
    std::string bytes;
    const char* says;  ///< part of the English sentence
    friend void PrintTo(const Refused& one, std::ostream* out) { *out << one.name; }
};

class Refusal : public testing::TestWithParam<Refused> {};

TEST_P(Refusal, says_what_the_bytes_are) {
    const auto result = decode_feed(GetParam().bytes);
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().sentence.en.find(GetParam().says), std::string::npos) << result.error().sentence.en;
    EXPECT_FALSE(result.error().sentence.vi.empty());
}

std::string nines(std::size_t count) { return std::string(count, '9'); }

std::string nested(std::size_t depth) {
    return R"({"format": "hoitruong/1", "conference": {"title": "A"}, "x": )" + std::string(depth, '[') +
           std::string(depth, ']') + "}";
}

INSTANTIATE_TEST_SUITE_P(
    All, Refusal,
    testing::Values(
        Refused{"empty", "", "is empty"}, Refused{"blank", " \n\t ", "is empty"},
        Refused{"portal", "<!DOCTYPE html>\n<html><body>Login</body></html>", "web page"},
        Refused{"xml", "<?xml version='1.0'?><schedule/>", "XML"},
        Refused{"icalendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "iCalendar"},
        Refused{"csv", "Họ và tên,Chức vụ\nA,B\n", "CSV"}, Refused{"gzip", std::string("\x1F\x8B\x08\x00", 4), "gzip"},
        Refused{"zip", "PK\x03\x04xxxx", "spreadsheet"}, Refused{"utf16", std::string("\xFF\xFE{\0\"\0", 6), "UTF-16"},
        Refused{"utf16_without_mark", std::string("{\0\"\0f\0", 6), "UTF-16"}, Refused{"list", "[1, 2]", "is a list"},
        Refused{"words", "Not found", "begins with \"Not found\""},
        Refused{"cut", "{\"format\": \"hoitruong/1\",\n \"agenda\": [", "cut off at line 2, column 13"},
        Refused{"comma", "{\"format\": \"hoitruong/1\",\n \"Đề\": 1,, \"b\": 2}", "Line 2, column 10"},
        Refused{"bad_utf8", "{\"format\": \"hoitruong/1\",\n \"a\": \"\xC3(\"}",
                "Line 2, column 8: a byte that is not"},
        Refused{"nul_after", std::string("{\"format\": \"hoitruong/1\"}\0x", 27), "NUL"},
        Refused{"huge_number", R"({"format": "hoitruong/1", "a": 1e999})", "number is too large"},
        Refused{"million_digits", R"({"format": "hoitruong/1", "a": )" + nines(7'000'000) + "}", "large"},
        Refused{"ten_million_digits", R"({"format": "hoitruong/1", "a": )" + nines(10'000'000) + "}", "large"},
        Refused{"million_deep", nested(1'000'000), "levels deep"},
        Refused{"just_too_deep", nested(most_depth), "levels deep"},
        Refused{"newer_format", R"({"format": "hoitruong/2", "conference": {"title": "A"}})",
                "\"hoitruong/2\" is unknown"},
        Refused{"other_json", R"({"ok": true})", "no conference feed"},
        Refused{"too_large", "{" + std::string(most_document_bytes, ' ') + "}", "too large"}),
    [](const auto& test) { return test.param.name; });

TEST(Limits, the_deepest_allowed_document_is_read) { EXPECT_EQ(listing(decoded(nested(most_depth - 1)).issues), ""); }

std::string many_members(std::size_t count) {
    std::string members = R"("members": [)";
    for (std::size_t i = 0; i < count; ++i)
        members += std::string(i ? "," : "") + R"({"id":"m)" + std::to_string(i) + R"(","name":"Đơn vị )" +
                   std::to_string(i) + "\"}";
    return feed_with(members + "]");
}

TEST(Limits, a_hundred_thousand_members_are_read_and_one_more_refused) {
    const Decoded feed = decoded(many_members(most_records));
    EXPECT_EQ(feed.conference.members.size(), most_records);
    EXPECT_EQ(listing(feed.issues), "");
    const auto refused = decode_feed(many_members(most_records + 1));
    ASSERT_FALSE(refused.ok());
    EXPECT_NE(refused.error().sentence.en.find("records"), std::string::npos);
}

TEST(Limits, a_lone_surrogate_never_reaches_the_hall) {
    const auto result = decode_feed(feed_with(R"("guests": ["A\ud800B"])"));
    if (!result) return;  // refused: also right
    EXPECT_EQ(result->conference.guests.at(0).name, to_nfc(result->conference.guests.at(0).name));
    EXPECT_EQ(listing(result->issues), "text.invalid /guests/0\n");
}

TEST(Limits, mutated_documents_are_read_or_refused_but_always_clean) {
    const std::string original = fixture("complete.json");
    std::mt19937 random(20221220);
    const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
    int read = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = original;
        for (std::size_t edits = 1 + below(3); edits > 0 && !bytes.empty(); --edits) {
            const std::size_t at = below(bytes.size());
            switch (below(5)) {
                case 0: bytes[at] = static_cast<char>(below(256)); break;
                case 1: bytes.erase(at, 1 + below(20)); break;
                case 2: bytes.insert(at, bytes.substr(below(bytes.size()), below(30))); break;
                case 3: bytes[at] = "{}[]\":,0-n\\"[below(11)]; break;
                default: bytes.resize(bytes.size() - below(bytes.size() / 50 + 1)); break;
            }
        }
        const auto result = decode_feed(bytes);
        if (!result) {
            EXPECT_FALSE(result.error().sentence.en.empty());
            continue;
        }
        ++read;
        for (const AgendaItem& item : result->conference.agenda) EXPECT_LE(item.start, item.end);
        for (const Member& member : result->conference.members) EXPECT_EQ(member.name, clean_text(member.name));
        for (const Signatory& signatory : result->conference.covenant.signatories)
            EXPECT_LT(signatory.member, result->conference.members.size());
    }
    EXPECT_GT(read, 100);  // else the mutations no longer reach the decoder
}

}  // namespace
}  // namespace hall
