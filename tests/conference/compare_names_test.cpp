/// Names against the decision's text, as a proofreader finds them.
#include "conference/compare_names.h"

#include <gtest/gtest.h>

namespace hall {
namespace {

Conference with(const std::vector<std::string>& names) {
    Award award;
    award.name = "Cờ thi đua";
    award.batches.emplace_back();
    for (const std::string& name : names) {
        Recipient recipient;
        recipient.name = name;
        award.batches.back().recipients.push_back(std::move(recipient));
    }
    Conference conference;
    conference.awards.push_back(std::move(award));
    return conference;
}

/// What the text has more is another matter.
Issues of_the_feed(const Conference& conference, std::string_view text) {
    Issues issues = compare_names(conference, text);
    std::erase_if(issues, [](const Issue& issue) { return issue.code == "name.not-in-feed"; });
    return issues;
}

std::string compared(const std::vector<std::string>& names, std::string_view text) {
    std::string lines;
    for (const Issue& issue : of_the_feed(with(names), text)) lines += issue.code + " " + issue.place + "\n";
    return lines;
}

/// Lines of the text that the feed has nobody for.
std::string only_in_text(const std::vector<std::string>& names, std::string_view text) {
    std::string lines;
    for (const Issue& issue : compare_names(with(names), text, "qd.txt"))
        if (issue.code == "name.not-in-feed") lines += issue.place + "\n";
    return lines;
}

const std::string decision =
    "QUYẾT ĐỊNH\nVề việc tặng Cờ thi đua\n1. Hội Nông dân\nViệt Nam;\n2. Hội Liên hiệp Phụ nữ Việt Nam;\n"
    "3. Ông Nguyễn Hoà Bình, Chủ tịch;\n4. TRẦN THỊ LÝ (Phó Trưởng ban);\n5. Bà Đặng Thị Ngọc Thịnh.\n";

TEST(CompareNames, the_same_names_in_the_same_order_are_right) {
    EXPECT_EQ(compared({"Hội Nông dân Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam", "Nguyễn Hoà Bình", "Trần Thị Lý",
                        "Đặng Thị Ngọc Thịnh"},
                       decision),
              "");
}

TEST(CompareNames, a_mark_a_letter_and_a_missing_name_are_told_apart) {
    EXPECT_EQ(
        compared({"Hội Nông dân Việt Nam", "Nguyễn Hòa Bình", "Trần Thị Lí", "Đặng Thị Ngọc Thinh",
                  "Đặng Thị Ngọc Thịn", "Đào Văn Xuân"},
                 decision),
        "name.marks Cờ thi đua, 2\nname.letters Cờ thi đua, 3\nname.marks Cờ thi đua, 4\nname.letters Cờ thi đua, "
        "5\nname.missing Cờ thi đua, 6\n");
    const Issues issues = of_the_feed(with({"Nguyễn Hòa Bình"}), decision);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_NE(issues[0].sentence.vi.find("khác dấu so với văn bản: \"Nguyễn Hoà Bình\""), std::string::npos)
        << issues[0].sentence.vi;
}

TEST(CompareNames, other_capitals_are_told_where_both_sides_have_small_letters) {
    EXPECT_EQ(compared({"Hội nông dân Việt Nam", "Nguyễn hoà Bình", "TRẦN THỊ LÝ", "ĐẶNG THỊ NGỌC THỊNH"}, decision),
              "name.capitals Cờ thi đua, 1\nname.capitals Cờ thi đua, 2\n");
    EXPECT_EQ(compared({"Hội Nông dân Việt Nam"}, "Theo đề nghị của hội Nông dân Việt Nam\n" + decision), "")
        << "it stands there as it is written";
    const Issues issues = of_the_feed(with({"Nguyễn hoà Bình"}), decision);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].severity, Severity::warning);
    EXPECT_NE(issues[0].sentence.vi.find("\"Nguyễn Hoà Bình\""), std::string::npos) << issues[0].sentence.vi;
}

TEST(CompareNames, a_left_out_word_is_a_slip_of_letters_or_missing_never_right) {
    EXPECT_EQ(compared({"Hội Liên hiệp Phụ Việt Nam"}, decision), "name.letters Cờ thi đua, 1\n");
    EXPECT_EQ(compared({"Hội Chữ thập đỏ Việt Nam"}, decision), "name.missing Cờ thi đua, 1\n");
}

TEST(CompareNames, only_those_that_moved_are_out_of_order) {
    EXPECT_EQ(compared({"Hội Liên hiệp Phụ nữ Việt Nam", "Nguyễn Hoà Bình", "Trần Thị Lý", "Hội Nông dân Việt Nam",
                        "Đặng Thị Ngọc Thịnh"},
                       decision),
              "name.order Cờ thi đua, 4\n");
}

TEST(CompareNames, nothing_to_compare_with_finds_nothing) {
    EXPECT_EQ(compared({"Nguyễn Hoà Bình"}, ""), "name.missing Cờ thi đua, 1\n");
    EXPECT_EQ(compared({}, decision), "");
}

TEST(CompareNames, names_of_a_numbered_list_that_the_feed_has_not_are_told) {
    EXPECT_EQ(only_in_text({"Hội Nông dân Việt Nam", "Nguyễn Hòa Bình", "Đặng Thị Ngọc Thịn"}, decision),
              "qd.txt:5\nqd.txt:7\n");
    EXPECT_EQ(only_in_text({"Hội Nông dân Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam", "Nguyễn Hoà Bình", "Trần Thị Lý",
                            "Đặng Thị Ngọc Thịnh"},
                           decision),
              "");
    const Issues issues = compare_names(with({"Trần Thị Lý"}), "1. Lê An;\n2. Trần Thị Lý.\n");
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].severity, Severity::warning);
    EXPECT_NE(issues[0].sentence.vi.find("\"1. Lê An\""), std::string::npos) << issues[0].sentence.vi;
    // As a table's cells are pasted.
    EXPECT_EQ(only_in_text({"Lê An"}, "STT\n\nHọ và tên\n\n1\n\nLê An\n\nSở X\n\n2\n\nLê Bình\n\nSở Y\n"),
              "qd.txt:11\n");
    EXPECT_EQ(only_in_text({"Lê An"}, "1\tLê An\r\n2\tLê Bình\r\n"), "qd.txt:2\n");
    // Other lists, a date at a line's beginning, and the article after the list.
    EXPECT_EQ(
        only_in_text({"Lê An"}, "1. Luật Thi đua;\n2. Nghị định 98.\n1. Lê An\nĐiều 2. Thi hành\n15.11.2026\n2026\n"),
        "");
    EXPECT_EQ(only_in_text({"Lê An"}, "1. Lê An\n2. Lê Bình\nĐiều 2. Ông Lê An thi hành\n"), "qd.txt:2\n");
}

TEST(CompareNames, says_how_many_names_were_looked_for_and_found) {
    NamesSought names;
    compare_names(with({"Trần Thị Lý", "Nguyễn Hòa Bình", "Ai Đó"}), decision, "text", &names);
    EXPECT_EQ(names.sought, 3U);
    EXPECT_EQ(names.found, 2U);
}

TEST(CompareNames, beside_a_sealed_award_the_text_s_other_names_are_not_told) {
    Conference conference = with({"Trần Thị Lý"});
    conference.awards.push_back(with({""}).awards[0]);
    const Issues issues = compare_names(conference, decision);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, "award.sealed");
}

TEST(CompareNames, a_sealed_award_is_told_once_and_the_others_are_compared) {
    Conference conference = with({"Hội Nông dân Việt Nam", "", ""});
    conference.awards[0].name = "Huân chương";
    conference.awards.push_back(with({"Trần Thị Lý", "Ai Đó"}).awards[0]);
    const Issues issues = of_the_feed(conference, decision);
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].code, "award.sealed");
    EXPECT_EQ(issues[0].place, "Huân chương");
    EXPECT_EQ(issues[1].place, "Cờ thi đua, 2");
}

}  // namespace
}  // namespace hall
