#include "base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace hall {
namespace {

using namespace std::string_literals;

// Escapes, so that no editor composes them: "Nguyễn Đức" by base letters and marks, and what it must become.
const std::string decomposed = "Nguye\u0302\u0303n \u0110u\u031B\u0301c";
const std::string composed = "Nguy\u1EC5n \u0110\u1EE9c";

TEST(Text, decomposed_names_become_composed_and_are_reported) {
    TextRepairs repairs;
    EXPECT_EQ(clean_text(decomposed, &repairs), composed);
    EXPECT_TRUE(repairs.decomposed);
    EXPECT_EQ(to_nfc(decomposed), composed);
    EXPECT_EQ(clean_text(composed, &repairs), composed);
    EXPECT_FALSE(repairs.decomposed);
}

TEST(Text, marks_in_any_order_compose_alike) {
    EXPECT_EQ(to_nfc("a\u0323\u0302"), "\u1EAD");
    EXPECT_EQ(to_nfc("a\u0302\u0323"), "\u1EAD");
}

TEST(Text, tricks_are_removed) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"a\u202Eb", "ab"},
        {"a\u2066b\u2069", "ab"},
        {"a\u200Bb", "ab"},
        {"a\u200Db", "ab"},
        {"\uFEFFab", "ab"},
        {"a\u00ADb", "ab"},
        {"a\U000E0041b", "ab"},
        {"a\x1b[31mb", "a[31mb"},
        {"a\0b"s, "ab"},
        {"a\x7f"
         "b",
         "ab"},
        {"a\u3164b", "ab"},
        {"a\uFE0Fb", "ab"},
        {"a\u0007b", "ab"},
        {"a\uE000b", "ab"},
    };
    for (const auto& [dirty, clean] : table) {
        TextRepairs repairs;
        EXPECT_EQ(clean_text(dirty, &repairs), clean) << escape_for_log(dirty);
        EXPECT_TRUE(repairs.controls) << escape_for_log(dirty);
    }
}

/// Written out, and not asked of the library that the code asks.
TEST(Text, not_one_invisible_character_stays) {
    struct {
        char32_t first, last;
        const char* what;
    } const ranges[] = {{0x00, 0x08, "C0"},
                        {0x0E, 0x1F, "C0"},
                        {0x7F, 0x84, "C1"},
                        {0x86, 0x9F, "C1"},
                        {0xAD, 0xAD, "soft hyphen"},
                        {0x34F, 0x34F, "grapheme joiner"},
                        {0x61C, 0x61C, "Arabic letter mark"},
                        {0x115F, 0x1160, "Hangul fillers"},
                        {0x17B4, 0x17B5, "Khmer inherent vowels"},
                        {0x180B, 0x180E, "Mongolian selectors"},
                        {0x200B, 0x200F, "zero-width space, joiners, directional marks"},
                        {0x202A, 0x202E, "directional embeddings and overrides"},
                        {0x2060, 0x2064, "word joiner, invisible operators"},
                        {0x2066, 0x206F, "directional isolates, deprecated controls"},
                        {0x3164, 0x3164, "Hangul filler"},
                        {0xFE00, 0xFE0F, "variation selectors"},
                        {0xFEFF, 0xFEFF, "byte order mark"},
                        {0xFFA0, 0xFFA0, "half-width filler"},
                        {0xFFF9, 0xFFFB, "annotations"},
                        {0x1D173, 0x1D17A, "musical controls"},
                        {0xE0001, 0xE0001, "language tag"},
                        {0xE0020, 0xE007F, "tags"},
                        {0xE0100, 0xE01EF, "more selectors"}};
    for (const auto& range : ranges)
        for (char32_t c = range.first; c <= range.last; ++c) {
            const std::string clean = clean_text(to_utf8(std::u32string{U'a', c, U'b'}));
            EXPECT_EQ(clean, "ab") << range.what << " U+" << std::hex << static_cast<unsigned>(c);
        }
}

TEST(Text, bytes_that_are_no_utf8_are_replaced_and_reported) {
    for (const std::string& bytes : {"a\xff"s, "a\xc3"s, "a\xed\xa0\x80"s, "a\xc0\x80"s, "a\xf8\x88\x80\x80\x80"s}) {
        TextRepairs repairs;
        const std::string clean = clean_text(bytes, &repairs);
        EXPECT_TRUE(repairs.invalid_utf8) << escape_for_log(bytes);
        EXPECT_TRUE(clean.starts_with("a\uFFFD")) << escape_for_log(bytes);
    }
}

TEST(Text, piled_up_marks_are_cut_at_four) {
    std::string piled = "x";
    for (int i = 0; i < 50; ++i) piled += "\u0334";
    TextRepairs repairs;
    EXPECT_EQ(clean_text(piled, &repairs), "x\u0334\u0334\u0334\u0334");
    EXPECT_TRUE(repairs.marks);
}

TEST(Text, white_space_is_put_in_order) {
    EXPECT_EQ(clean_text("  a \t b  "), "a b");
    EXPECT_EQ(clean_text("a\r\nb\rc\nd"), "a\nb\nc\nd");
    EXPECT_EQ(clean_text("\n a  \n  b \n"), "a\nb");
    EXPECT_EQ(clean_text("5\u00A0000"), "5\u00A0000");
    EXPECT_EQ(clean_text("a\u3000b"), "a b");
    EXPECT_EQ(clean_text(" \t\n "), "");
}

TEST(Text, cleaning_twice_changes_nothing) {
    for (const std::string& text : {decomposed, "a\xff \u202E\r\n b"s, "x\u0334\u0334\u0334\u0334\u0334\u0334y"s,
                                    "a \n \n b"s, "a\u200B\u0301"s, "a\u0302\u200D\u0301b"s}) {
        const std::string once = clean_text(text);
        TextRepairs repairs;
        EXPECT_EQ(clean_text(once, &repairs), once) << escape_for_log(text);
        EXPECT_FALSE(repairs.controls || repairs.decomposed || repairs.marks) << escape_for_log(text);
    }
}

/// What the slow path makes of it: the line feeds around keep the text from the fast one, and go.
std::string cleaned_slowly(const std::string& text, TextRepairs& repairs) {
    return clean_text("\n" + text + "\n", &repairs);
}

TEST(Text, what_is_seen_to_be_clean_in_one_pass_is_what_the_careful_path_makes_of_it) {
    const auto compare = [](const std::string& text) {
        TextRepairs fast, slow;
        EXPECT_EQ(clean_text(text, &fast), cleaned_slowly(text, slow)) << escape_for_log(text);
        EXPECT_EQ(std::tuple(fast.invalid_utf8, fast.controls, fast.decomposed, fast.marks),
                  std::tuple(slow.invalid_utf8, slow.controls, slow.decomposed, slow.marks))
            << escape_for_log(text);
    };
    for (char32_t c = 1; c < 0x3100; ++c) {
        compare(to_utf8(U"a"s + c + U"b"));
        compare(to_utf8(std::u32string{c, U'\u0301'}));
    }
    for (unsigned first = 0x80; first <= 0xFF; ++first)
        for (const char* rest : {"", "x", "\x80", "\xBF", "\x80\x80", "\xBB\xBFx"})
            compare("a" + std::string(1, static_cast<char>(first)) + rest);
    for (const char* text : {"", " ", "a  b", " a", "a ", "\u1EC5 ", "\u1EC5  \u1EC5", "a\u2013 b"}) compare(text);
}

TEST(Text, a_clean_text_clears_what_was_found_before) {
    TextRepairs repairs{true, true, true, true};
    clean_text("a", &repairs);
    EXPECT_FALSE(repairs.invalid_utf8 || repairs.controls || repairs.decomposed || repairs.marks);
}

TEST(Text, capitals_keep_horn_and_tone) {
    EXPECT_EQ(to_upper("hội nghị ưu tú đổi mới ự ỡ ẵ ỹ"), "HỘI NGHỊ ƯU TÚ ĐỔI MỚI Ự Ỡ Ẵ Ỹ");
    EXPECT_EQ(to_upper("Nghị quyết 05-CT/TW"), "NGHỊ QUYẾT 05-CT/TW");
}

TEST(Text, folding_forgets_case_marks_and_doubled_spaces) {
    EXPECT_EQ(fold("Họ và  Tên"), "ho va ten");
    EXPECT_EQ(fold("ĐƠN VỊ"), "don vi");
    EXPECT_EQ(fold(decomposed), fold(composed));
    EXPECT_EQ(fold("đường"), "duong");
}

TEST(Text, sorts_as_a_vietnamese_dictionary) {
    const std::vector<std::string> sorted = {"an", "anh", "ăn", "ân", "bà",  "da",  "đa", "em",  "êm",  "la", "là",
                                             "lả", "lã",  "lá", "lạ", "ong", "ông", "ơn", "ung", "ưng", "vui"};
    std::vector<std::string> mixed = sorted;
    std::reverse(mixed.begin(), mixed.end());
    std::sort(mixed.begin(), mixed.end(),
              [](const std::string& left, const std::string& right) { return compare_vietnamese(left, right) < 0; });
    EXPECT_EQ(mixed, sorted);
    EXPECT_EQ(compare_vietnamese(composed, decomposed), 0);
}

TEST(Text, counts_characters_as_a_reader_does) {
    EXPECT_EQ(count_characters(composed), 10U);
    EXPECT_EQ(count_characters(decomposed), 10U);
    EXPECT_EQ(count_characters(""), 0U);
}

TEST(Text, tokens_are_syllables) {
    EXPECT_EQ(tokens(" Liên  đoàn\nLao động "), (std::vector<std::string_view>{"Liên", "đoàn", "Lao", "động"}));
    EXPECT_TRUE(tokens(" \n").empty());
    for (const char* text : {"", " \n", "Liên", " Liên  đoàn\nLao động ", "a\t\tb", "số\u00A0 7"})
        EXPECT_EQ(count_tokens(text), tokens(text).size()) << text;
}

TEST(Text, code_points_there_and_back) {
    EXPECT_EQ(to_code_points("Đ"), U"\u0110");
    EXPECT_EQ(to_utf8(to_code_points(composed)), composed);
    EXPECT_EQ(to_utf8(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
}

TEST(Text, a_log_line_cannot_be_forged) {
    EXPECT_EQ(escape_for_log("a\nERROR b"), "a\\x0aERROR b");
    EXPECT_EQ(escape_for_log("a\x1b[2J"), "a\\x1b[2J");
    EXPECT_EQ(escape_for_log("a\xff"), "a\\xff");
    EXPECT_EQ(escape_for_log("a\u202Eb"), "a\\xe2\\x80\\xaeb");
    EXPECT_EQ(escape_for_log("C:\\n"), "C:\\x5cn");
    EXPECT_EQ(escape_for_log(composed), composed);
    for (std::size_t limit = 4; limit < 40; ++limit) {
        const std::string line = escape_for_log("Hội nghị\n\n\n tổng kết thi đua khen thưởng", limit);
        EXPECT_LE(line.size(), limit);
        EXPECT_EQ(clean_text(line).find("\uFFFD"), std::string::npos) << line;
    }
    EXPECT_EQ(escape_for_log("1234567890", 10), "1234567890");
}

TEST(Text, edit_distance_finds_the_word_that_was_meant) {
    EXPECT_EQ(edit_distance("members", "members"), 0U);
    EXPECT_EQ(edit_distance("membres", "members"), 2U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

}  // namespace
}  // namespace hall
