#include "feed/text_index.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace hall {
namespace {

TEST(TextIndex, nothing_is_found_where_nothing_is_kept) {
    EXPECT_FALSE(TextIndex().find(""));
    EXPECT_FALSE(TextIndex().find("m1"));
}

TEST(TextIndex, the_first_number_stays) {
    TextIndex index;
    EXPECT_FALSE(index.add("m1", 7));
    EXPECT_FALSE(index.add("", 8));
    EXPECT_EQ(index.add("m1", 9), 7U);
    EXPECT_EQ(index.find("m1"), 7U);
    EXPECT_EQ(index.find(""), 8U);
    EXPECT_FALSE(index.find("m2"));
}

TEST(TextIndex, many_texts_are_told_apart_while_it_grows_and_where_room_was_made) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 20'000; ++i) texts.push_back("Công đoàn cơ sở số " + std::to_string(i % 15'000));
    for (const std::size_t room : {std::size_t{0}, std::size_t{3}, texts.size()}) {
        TextIndex index;
        index.reserve(room);
        std::map<std::string, std::size_t> known;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto [first, is_new] = known.emplace(texts[i], i);
            EXPECT_EQ(index.add(texts[i], i), is_new ? std::nullopt : std::optional(first->second));
        }
        for (const auto& [text, number] : known) EXPECT_EQ(index.find(text), number);
        EXPECT_FALSE(index.find("Công đoàn cơ sở số 15000"));
    }
}

}  // namespace
}  // namespace hall
