/// Keeps assets/feed.schema.json and the decoder's vocabulary in step.
#include <nlohmann/json.hpp>
#include <set>

#include "decoder_fixture.h"
#include "feed/feed_words.h"

namespace hall {
namespace {

using nlohmann::json;
using Names = std::set<std::string>;

json schema() { return json::parse(repository_file("assets/feed.schema.json")); }

json record_schema(std::string_view name) {
    const json root = schema();
    return name == "feed" ? root : root.at("$defs").at(std::string(name));
}

template <class Meaning, std::size_t count>
Names names_of(const std::array<Word<Meaning>, count>& words) {
    Names names;
    for (const auto& word : words) names.insert(std::string(word.name));
    return names;
}

Names listed(const char* record, const char* key) {
    return record_schema(record).at("properties").at(key).at("enum").get<Names>();
}

TEST(Schema, describes_every_key_that_the_decoder_knows_and_no_other) {
    for (const words::Record& record : words::records) {
        const json described = record_schema(record.name);
        Names keys;
        for (const auto& [key, value] : described.at("properties").items()) {
            keys.insert(key);
            EXPECT_TRUE(value.contains("description")) << record.name << '.' << key;
        }
        EXPECT_EQ(keys, Names(record.keys.begin(), record.keys.end())) << record.name;
        if (described.contains("required")) {
            for (const std::string key : described["required"]) EXPECT_TRUE(keys.contains(key)) << key;
        }
    }
    EXPECT_EQ(schema().at("$defs").size() + 1, words::records.size());
}

TEST(Schema, lists_the_words_that_the_decoder_reads) {
    EXPECT_EQ(listed("agenda_item", "kind"), names_of(words::item_kind));
    EXPECT_EQ(listed("award", "status"), names_of(words::award_status));
    EXPECT_EQ(listed("award", "visibility"), names_of(words::visibility));
    EXPECT_EQ(listed("award", "reveal"), names_of(words::reveal));
    EXPECT_EQ(listed("recipient", "kind"), names_of(words::recipient_kind));
    EXPECT_EQ(listed("signatory", "state"), names_of(words::signatory_state));
    EXPECT_EQ(listed("notice", "level"), names_of(words::notice_level));
    EXPECT_EQ(listed("call", "method"), names_of(words::call_method));
    EXPECT_EQ(listed("cue", "transition"), names_of(words::transition));
    EXPECT_EQ(listed("conference", "theme"), Names(words::theme.begin(), words::theme.end()));
    EXPECT_EQ(record_schema("feed").at("properties").at("format").at("const"), words::format);
    Names screens;
    for (std::size_t i = 0; i < screen_count; ++i) screens.insert(name_of(static_cast<ScreenId>(i)));
    EXPECT_EQ(listed("cue", "screen"), screens);
}

TEST(Schema, the_complete_fixture_uses_every_key) {
    const std::string complete = fixture("complete.json");
    for (const words::Record& record : words::records)
        for (const std::string_view key : record.keys)
            if (key != "sources") {
                EXPECT_NE(complete.find('"' + std::string(key) + "\":"), std::string::npos)
                    << record.name << '.' << key;
            }
}

}  // namespace
}  // namespace hall
