/// CSV as Google Sheets and Excel export it, and what its rows and columns become.
#include "base/text.h"
#include "foreign_fixture.h"

namespace hall {
namespace {

const std::string members_csv =
    "Mã,Tên đơn vị,Vai trò,Đại diện,Chức vụ\n"
    "tld,Tổng Liên đoàn Lao động Việt Nam,Cụm trưởng,Nguyễn Văn A,Chủ tịch\n"
    "hnd,\"Hội Nông dân, Việt Nam\",Cụm phó,Trần Thị B,\"Phó \"\"thường trực\"\"\"\n";

void expect_members(const Read& read) {
    EXPECT_EQ(listing(read.issues), "");
    ASSERT_EQ(read.conference.members.size(), 2U);
    const Member& first = read.conference.members[0];
    EXPECT_EQ(first.id, "tld");
    EXPECT_EQ(first.name, "Tổng Liên đoàn Lao động Việt Nam");
    EXPECT_EQ(first.role, "Cụm trưởng");
    ASSERT_EQ(first.representatives.size(), 1U);
    EXPECT_EQ(first.representatives[0].name, "Nguyễn Văn A");
    EXPECT_EQ(first.representatives[0].position, "Chủ tịch");
    EXPECT_EQ(read.conference.members[1].name, "Hội Nông dân, Việt Nam");
    EXPECT_EQ(read.conference.members[1].representatives[0].position, "Phó \"thường trực\"");
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

enum class Order { little, big };
std::string utf16(const std::string& text, Order order) {
    std::string bytes;
    for (const char32_t c : to_code_points(text)) {
        const char low = static_cast<char>(c & 0xFFU), high = static_cast<char>(c >> 8U);
        bytes += order == Order::little ? low : high;
        bytes += order == Order::little ? high : low;
    }
    return bytes;
}

TEST(Csv, however_it_was_exported_it_is_the_same) {
    expect_members(read_csv_section(members_csv, "members"));
    expect_members(read_csv_section("\xEF\xBB\xBF" + members_csv, "members"));
    expect_members(read_csv_section(with(members_csv, "\n", "\r\n"), "members"));
    expect_members(read_csv_section("sep=,\r\n" + members_csv, "members"));
    expect_members(read_csv_section(members_csv + ",,,,\n\n,,,,\n", "members"));
    expect_members(
        read_csv_section("DANH SÁCH THÀNH VIÊN CỤM THI ĐUA,,,,\n(Kèm theo Công văn),,,,\n" + members_csv, "members"));
    expect_members(read_csv_section(utf16("\uFEFF" + members_csv, Order::little), "members"));
    expect_members(read_csv_section(utf16("\uFEFF" + members_csv, Order::big), "members"));
    expect_members(read_csv_section(utf16(members_csv, Order::little), "members"));
}

TEST(Csv, semicolons_and_tabs_are_told_from_the_text) {
    for (const char* delimiter : {";", "\t"}) {
        std::string text = with(members_csv, "\"Hội Nông dân, Việt Nam\"", "Hội Nông dân# Việt Nam");
        text = with(with(text, ",", delimiter), "#", ",");
        expect_members(read_csv_section(text, "members"));
    }
}

TEST(Csv, headings_match_without_case_marks_and_spaces) {
    expect_members(read_csv_section(with(members_csv, "Tên đơn vị,Vai trò,Đại diện,Chức vụ",
                                         "TEN  DON VI,vai tro,Họ và tên (người đại diện),CHỨC VỤ*"),
                                    "members"));
    expect_members(read_csv_section(
        with(members_csv, "Mã,Tên đơn vị,Vai trò,Đại diện,Chức vụ", "ID,Name,Role,Representative,Position"),
        "members"));
}

TEST(Csv, a_line_break_in_a_cell_stays_in_the_cell_and_rows_count_as_in_the_sheet) {
    const Read read = read_csv_section("Tên đơn vị,Trạng thái\n\"Hội\nNông dân\",x\n\nHội B,y\n", "members");
    ASSERT_EQ(read.conference.members.size(), 2U);
    EXPECT_EQ(read.conference.members[0].name, "Hội\nNông dân");
    const Read doubled = read_csv_section("Tên đơn vị\n\"Hội\nNông dân\"\n\nHội B\n\n\nHội B\n", "members");
    EXPECT_TRUE(has_issue(doubled.issues, "member.name-repeated", "bang.csv!7:Tên đơn vị")) << listing(doubled.issues);
    ASSERT_FALSE(doubled.issues.empty());
    EXPECT_NE(doubled.issues[0].sentence.en.find("already at bang.csv, row 4."), std::string::npos)
        << doubled.issues[0].sentence.en;
}

TEST(Csv, a_heading_nobody_understands_is_an_issue_that_names_it) {
    const Read read = read_csv_section("Tên đơn vị,Vai trờ,Số phòng\nHội A,Cụm phó,12\n", "members");
    EXPECT_TRUE(has_issue(read.issues, "column.unknown", "bang.csv!1:Số phòng")) << listing(read.issues);
    EXPECT_EQ(read.conference.members[0].role, "Cụm phó") << "marks do not matter";
    const Read slip = read_csv_section("Tên đơn vị,Vai trof\nHội A,Cụm phó\n", "members");
    ASSERT_FALSE(slip.issues.empty());
    EXPECT_NE(slip.issues[0].sentence.en.find("Is it \"Vai trò\"?"), std::string::npos) << slip.issues[0].sentence.en;
}

TEST(Csv, without_a_heading_row_nothing_is_guessed) {
    const Read read = read_csv_section("Hội A,Cụm phó\nHội B,Cụm phó\n", "members");
    EXPECT_TRUE(read.conference.members.empty());
    EXPECT_TRUE(has_issue(read.issues, "sheet.no-headings", "bang.csv!1:")) << listing(read.issues);
}

TEST(Csv, bytes_that_are_no_unicode_are_refused_with_what_to_do) {
    const auto converted = convert("T\xEAn,M\xE3\nH\xE9i,a\n", FeedKind::csv, wish_for("members"));
    ASSERT_FALSE(converted.ok());
    EXPECT_NE(converted.error().sentence.en.find("not UTF-8"), std::string::npos) << converted.error().sentence.en;
}

TEST(Csv, limits_hold) {
    std::string rows = "Tên\n";
    for (int i = 0; i < 100'001; ++i) rows += "a\n";
    EXPECT_FALSE(convert(rows, FeedKind::csv, wish_for("members")).ok());
    EXPECT_FALSE(convert(std::string(most_document_bytes + 1, 'a'), FeedKind::csv, wish_for("members")).ok());
    const Read read =
        read_csv_section("Tên đơn vị,Mã\n" + std::string(most_string_bytes + 1, 'x') + ",a\nB,b\n", "members");
    EXPECT_TRUE(has_issue(read.issues, "text.too-long", "bang.csv!2:Tên đơn vị")) << listing(read.issues);
    EXPECT_EQ(read.conference.members.size(), 1U);
}

}  // namespace
}  // namespace hall
