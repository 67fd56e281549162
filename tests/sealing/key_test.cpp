#include "sealing/key.h"

#include <gtest/gtest.h>

#include <set>

#include "base/text.h"

namespace hall {
namespace {

TEST(SealKey, is_told_by_its_digits_and_by_its_words) {
    for (int i = 0; i < 300; ++i) {
        const SealKey key = SealKey::random();
        const auto by_digits = SealKey::parse(key.text());
        const auto by_words = SealKey::parse(key.words());
        ASSERT_TRUE(by_digits && by_words) << key.words();
        EXPECT_EQ(*by_digits, key);
        EXPECT_EQ(*by_words, key);
        EXPECT_EQ(tokens(key.words()).size(), 27U);
    }
}

TEST(SealKey, is_random) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(SealKey::random().text());
    EXPECT_EQ(seen.size(), 100U);
}

TEST(SealKey, is_read_in_any_case_with_any_marks_and_any_blanks) {
    const auto zero = SealKey::parse(std::string(64, '0'));
    ASSERT_TRUE(zero);
    std::string marked;
    const std::string zero_words = zero->words();
    for (const std::string_view word : tokens(zero_words)) marked += to_upper(word) + " -  ";
    EXPECT_EQ(*SealKey::parse("  " + marked + "\n"), *zero);

    const SealKey key = SealKey::random();
    std::string with_marks;
    for (const char c : key.words()) {
        if (c == 'a')
            with_marks += "ặ";
        else if (c == 'd')
            with_marks += "Đ";
        else if (c == 'o')
            with_marks += "ơ\u0301";  // decomposed
        else
            with_marks += c;
    }
    EXPECT_EQ(*SealKey::parse(with_marks), key) << with_marks;
    EXPECT_EQ(*SealKey::parse(to_upper(key.text())), key);
}

TEST(SealKey, with_a_slip_is_no_key) {
    const SealKey key = SealKey::random();
    const std::string words = key.words();
    const auto all = tokens(words);
    const auto joined = [](const std::vector<std::string_view>& list) {
        std::string text;
        for (const std::string_view word : list) text += std::string(word) + ' ';
        return text;
    };
    int read = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto wrong = all;
        wrong[i] = all[i] == "khoang" ? "mui" : "khoang";
        if (SealKey::parse(joined(wrong))) ++read;
    }
    EXPECT_LE(read, 1) << "one in 16384 slips passes the checksum";

    auto unknown = all;
    unknown[4] = "qzt";
    const auto refused = SealKey::parse(joined(unknown));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.en.find("Word 5"), std::string::npos) << refused.error().sentence.en;
    EXPECT_EQ(refused.error().sentence.en.find("qzt"), std::string::npos) << "a key file's fault stands in the log";
    const auto wrong = wrong_word_in(joined(unknown));
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->number, 5U);
    EXPECT_EQ(wrong->word, "qzt");
    EXPECT_FALSE(wrong_word_in(words));
    EXPECT_FALSE(wrong_word_in(key.text().substr(3))) << "digits are no words";
    auto fewer = all;
    fewer.pop_back();
    EXPECT_FALSE(SealKey::parse(joined(fewer)));
    EXPECT_FALSE(SealKey::parse(""));
    EXPECT_FALSE(SealKey::parse(std::string(63, '0')));
}

}  // namespace
}  // namespace hall
