/// XLSX and ODS: cells, dates, several sheets, and files that are broken or meant to break the reader.
#include "workbook_fixture.h"

#include "feed/number_format.h"
#include "feed/workbook.h"
#include "feed/worker.h"
#include "foreign_fixture.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

Read read_whole(const Parts& parts) {
    return read_foreign(zipped(parts), FeedKind::workbook, wish_for("", "hoi-nghi.xlsx"));
}

std::string refusal(const std::string& bytes) {
    const auto converted = convert(bytes, FeedKind::workbook, wish_for(""));
    return converted ? "accepted" : converted.error().sentence.en;
}

std::string said_of_hidden_rows(const Read& read) {
    for (const Issue& issue : read.issues)
        if (issue.code == "row.hidden") return issue.sentence.en;
    return {};
}

const std::string conference_rows = "<row r=\"1\">" + cell("A1", "Tên hội nghị") + cell("B1", "Hội nghị Tổng kết") +
                                    "</row><row r=\"2\">" + cell("A2", "Ngày") +
                                    "<c r=\"B2\" s=\"1\"><v>46361</v></c></row>";
/// 0 general, 1 a date of one's own, 2 a time, 3 both, 4 percent.
const std::string styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
    "formatCode=\"dd\\/mm\\/yyyy hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
    "numFmtId=\"20\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/></cellXfs>";

TEST(Xlsx, sheets_shared_strings_dates_and_times) {
    const std::string agenda =
        "<row r=\"1\">" + cell("A1", "CHƯƠNG TRÌNH") + "</row><row r=\"3\">" + cell("A3", "STT") +
        cell("B3", "Bắt đầu") +
        "<c r=\"C3\" t=\"s\"><v>0</v></c></row><row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\" "
        "s=\"2\"><v>0.3125</v></c><c "
        "r=\"C4\" t=\"s\"><v>1</v></c></row><row r=\"5\"><c r=\"B5\" s=\"3\"><v>46361.333333333336</v></c>" +
        cell("C5", "Khai mạc") + "</row>";
    const std::string strings =
        "<si><t>Nội dung</t></si><si><r><t>Đón tiếp</t></r><r><rPr/><t xml:space=\"preserve\"> đại biểu</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>";
    const Read read = read_whole(
        xlsx_parts({{"Chương trình", agenda}, {"Hội nghị", conference_rows}, {"Ẩn", agenda, "state=\"hidden\""}},
                   strings, styles));
    EXPECT_EQ(listing(read.issues), "");
    EXPECT_EQ(read.conference.identity.title, "Hội nghị Tổng kết");
    ASSERT_TRUE(read.conference.identity.date);
    EXPECT_EQ(format_day_short(*read.conference.identity.date), "05/12/2026");
    ASSERT_EQ(read.conference.agenda.size(), 2U);
    EXPECT_EQ(read.conference.agenda[0].title, "Đón tiếp đại biểu");
    EXPECT_EQ(format_rfc3339(read.conference.agenda[0].start), "2026-12-05T00:30:00Z");
    EXPECT_EQ(format_rfc3339(read.conference.agenda[1].start), "2026-12-05T01:00:00Z");
}

TEST(Xlsx, a_sheet_nobody_understands_and_a_failed_formula_are_issues) {
    const std::string members = "<row r=\"1\">" + cell("A1", "Tên đơn vị") + cell("B1", "Vai trò") +
                                "</row><row r=\"2\">" + cell("A2", "Hội A") +
                                "<c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", conference_rows},
                                             {"Thành viên", members},
                                             {"Nháp", members},
                                             {"Linh tinh", "<row r=\"7\">" + cell("A7", "x") + "</row>"}},
                                            "", styles));
    EXPECT_TRUE(has_issue(read.issues, "cell.formula", "Thành viên!2:Vai trò")) << listing(read.issues);
    EXPECT_TRUE(has_issue(read.issues, "sheet.unknown", "Linh tinh!1:")) << listing(read.issues);
    EXPECT_EQ(read.conference.members[0].role, "");
}

TEST(Xlsx, dates_may_count_from_1904) {
    const std::string rows = "<row r=\"1\">" + cell("A1", "Ngày") + "<c r=\"B1\" s=\"1\"><v>44899</v></c></row>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", rows}}, "", styles, "<workbookPr date1904=\"1\"/>"));
    ASSERT_TRUE(read.conference.identity.date);
    EXPECT_EQ(format_day_short(*read.conference.identity.date), "05/12/2026");
}

TEST(Xlsx, with_macros_is_as_good_as_without) {
    const std::string bytes = zipped(xlsx_parts({{"Hội nghị", conference_rows}}));
    const auto by_name = recognise(bytes, "", "hoi-nghi.XLSM");
    ASSERT_TRUE(by_name);
    EXPECT_EQ(*by_name, FeedKind::workbook);
    for (const auto& [type, name] :
         {std::pair{"", "hoi-nghi.xlsm"}, {"application/vnd.ms-excel.sheet.macroEnabled.12", "hoi-nghi"}}) {
        const auto cut = recognise("Không phải bảng tính", type, name);
        ASSERT_FALSE(cut);
        EXPECT_NE(cut.error().sentence.en.find("no XLSX or ODS spreadsheet"), std::string::npos) << name;
    }
    const test::TemporaryFolder folder;
    folder.write("hoi-nghi.xlsm", bytes);
    FeedSettings settings;
    settings.feed = folder.path().string();
    const auto snapshot = read_feed_once(settings);
    ASSERT_TRUE(snapshot) << snapshot.error().sentence.en;
    EXPECT_EQ(snapshot->conference.identity.title, "Hội nghị Tổng kết");
}

TEST(Xlsx, rows_that_are_hidden_count_and_somebody_has_to_look) {
    std::string rows = "<row r=\"1\">" + cell("A1", "Tên đơn vị") + "</row>";
    for (const int row : {2, 3, 4, 5, 6, 8})
        rows += "<row r=\"" + std::to_string(row) + "\"" +
                (row == 3  ? " hidden=\"1\""
                 : row > 4 ? " hidden=\"true\""
                           : "") +
                ">" + cell("A" + std::to_string(row), "Hội " + std::to_string(row)) + "</row>";
    rows += "<row r=\"9\" hidden=\"0\">" + cell("A9", "Hội 9") + "</row><row r=\"10\" hidden=\"1\"/>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", conference_rows}, {"Thành viên", rows}}, "", styles));
    EXPECT_EQ(read.conference.members.size(), 7U);
    ASSERT_TRUE(has_issue(read.issues, "row.hidden", "Thành viên!1:")) << listing(read.issues);
    EXPECT_NE(said_of_hidden_rows(read).find("all the same: 3, 5-8. Delete"), std::string::npos);
}

TEST(Xlsx, merged_cells_say_it_once_for_all_the_rows_they_cover) {
    const std::string awards =
        "<row r=\"1\">" + cell("A1", "DANH SÁCH KHEN THƯỞNG") + "<c r=\"B1\"/><c r=\"C1\"/></row><row r=\"2\">" +
        cell("A2", "Hình thức khen thưởng") + cell("B2", "Họ và tên") + cell("C2", "Đơn vị") + "</row><row r=\"3\">" +
        cell("A3", "Cờ thi đua") + cell("B3", "Lê An") + cell("C3", "Hội A") + "</row><row r=\"4\"><c r=\"A4\"/>" +
        cell("B4", "Lê Bình") + "<c r=\"C4\"/></row><row r=\"5\">" + cell("A5", "Bằng khen") + cell("B5", "Lê Chi") +
        "</row>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", conference_rows}, {"Khen thưởng", awards}}, "", styles));
    ASSERT_EQ(read.conference.awards.size(), 2U);
    EXPECT_EQ(read.conference.awards[0].name, "Cờ thi đua");
    ASSERT_EQ(read.conference.awards[0].batches[0].recipients.size(), 2U);
    EXPECT_EQ(read.conference.awards[0].batches[0].recipients[1].name, "Lê Bình");
    EXPECT_EQ(read.conference.awards[1].batches[0].recipients.size(), 1U);
}

TEST(Xlsx, numbers_are_shown_as_their_format_shows_them) {
    const std::string rows = "<row r=\"1\">" + cell("A1", "Chỉ tiêu") + cell("B1", "Kết quả") + "</row><row r=\"2\">" +
                             cell("A2", "Tỷ lệ") + "<c r=\"B2\" s=\"4\"><v>0.985</v></c></row><row r=\"3\">" +
                             cell("A3", "Tiền") + "<c r=\"B3\"><v>1234567.5</v></c></row>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", conference_rows}, {"Báo cáo", rows}}, "", styles));
    ASSERT_EQ(read.conference.report.figures.size(), 2U);
    EXPECT_EQ(read.conference.report.figures[0].value, "98,50%");
    EXPECT_EQ(read.conference.report.figures[1].value, "1.234.567,5");
}

TEST(NumberFormat, tells_dates_and_times_from_numbers) {
    const auto kind = [](std::string_view code) {
        const NumberFormat format = read_format(code);
        return std::string(format.day ? "d" : "") + (format.clock ? "t" : "") + (format.percent ? "%" : "");
    };
    EXPECT_EQ(kind("dd/mm/yyyy;@"), "d");
    EXPECT_EQ(kind("[$-42A]d mmmm yyyy"), "d");
    EXPECT_EQ(kind("[h]:mm"), "t");
    EXPECT_EQ(kind("h\"giờ\"mm"), "t");
    EXPECT_EQ(kind("m/d/yy h:mm"), "dt");
    EXPECT_EQ(kind("#,##0.00"), "");
    EXPECT_EQ(kind("0\" ngày\""), "");
    EXPECT_EQ(kind("[Red]0.0%"), "%");
    EXPECT_EQ(read_format("0.0%").decimals, 1);
    EXPECT_EQ(kind("General"), "");
}

TEST(Ods, cells_repeats_dates_times_and_paragraphs) {
    const std::string table =
        "<table:table table:name=\"Chương trình\"><table:table-column/><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Giờ</text:p></table:table-cell><table:table-cell><text:p>Nội dung</text:p>"
        "</table:table-cell><table:table-cell><text:p>Ngày</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row table:number-rows-repeated=\"4\"><table:table-cell "
        "table:number-columns-repeated=\"1000\"/></table:table-row><table:table-row><table:table-cell "
        "office:value-type=\"time\" office:time-value=\"PT07H30M00S\"><text:p>07:30:00</text:p></table:table-cell>"
        "<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Đón<text:s/>"
        "<text:span>tiếp</text:span></text:p></table:table-cell><table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2026-12-06\"><text:p>06/12/26</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></table:table>";
    const Read read = read_foreign(zipped(ods_parts(table)), FeedKind::workbook, wish_for("agenda"));
    EXPECT_EQ(listing(read.issues), "");
    ASSERT_EQ(read.conference.agenda.size(), 1U);
    EXPECT_EQ(read.conference.agenda[0].title, "Đón tiếp");
    EXPECT_EQ(format_rfc3339(read.conference.agenda[0].start), "2026-12-06T00:30:00Z");
}

TEST(Ods, a_place_counts_the_rows_that_are_left_empty) {
    const std::string table =
        "<table:table table:name=\"Thành viên\"><table:table-row><table:table-cell><text:p>Tên đơn vị</text:p>"
        "</table:table-cell><table:table-cell><text:p>Mã</text:p></table:table-cell></table:table-row><table:table-row "
        "table:number-rows-repeated=\"4\"><table:table-cell/></"
        "table:table-row><table:table-row><table:covered-table-cell/>"
        "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    const Read read = read_foreign(zipped(ods_parts(table)), FeedKind::workbook, wish_for("members"));
    EXPECT_TRUE(has_issue(read.issues, "member.name-missing", "Thành viên!6:")) << listing(read.issues);
}

TEST(Ods, a_hidden_sheet_is_not_used_and_hidden_rows_are_told) {
    const auto members = [](const std::string& style, const std::string& name) {
        return "<table:table table:name=\"Thành viên\" table:style-name=\"" + style +
               "\"><table:table-row><table:table-cell><text:p>Tên đơn vị</text:p></table:table-cell></table:table-row>"
               "<table:table-row table:visibility=\"filter\"><table:table-cell><text:p>" +
               name + "</text:p></table:table-cell></table:table-row></table:table>";
    };
    Parts parts = ods_parts(members("ta1", "Hội A") + members("ta2", "Hội B"));
    std::string& content = parts["content.xml"];
    const auto body = content.find("<office:body");
    ASSERT_NE(body, std::string::npos) << content;
    content.insert(body,
                   "<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\">"
                   "<style:table-properties table:display=\"true\"/></style:style><style:style "
                   "style:name=\"ta2\" style:family=\"table\"><style:table-properties "
                   "table:display=\"false\"/></style:style></office:automatic-styles>");
    const Read read = read_foreign(zipped(parts), FeedKind::workbook, wish_for(""));
    ASSERT_EQ(read.conference.members.size(), 1U);
    EXPECT_EQ(read.conference.members[0].name, "Hội A");
    EXPECT_NE(said_of_hidden_rows(read).find("all the same: 2. Delete"), std::string::npos);
}

TEST(Workbook, what_is_no_spreadsheet_is_refused_with_what_it_seems_to_be) {
    EXPECT_NE(refusal(zipped({{"word/document.xml", "<x/>"}, {"[Content_Types].xml", ""}})).find("Word document"),
              std::string::npos);
    EXPECT_NE(refusal(zipped({{"a.txt", "x"}})).find("neither an XLSX nor an ODS"), std::string::npos);
    EXPECT_NE(refusal("PK\x03\x04 cut").find("broken or cut off"), std::string::npos);
    Parts broken = xlsx_parts({{"Hội nghị", conference_rows}});
    broken["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row>";
    EXPECT_NE(refusal(zipped(broken)).find("broken (xl/worksheets/sheet1.xml)"), std::string::npos);
    EXPECT_NE(refusal(zipped({{"content.xml", "<a><body><text/></body></a>"}})).find("no spreadsheet"),
              std::string::npos);
}

TEST(Workbook, bombs_are_refused) {
    Parts zip_bomb = xlsx_parts({{"Hội nghị", conference_rows}});
    zip_bomb["xl/worksheets/sheet1.xml"] = "<worksheet>" + std::string(most_document_bytes, ' ') + "</worksheet>";
    EXPECT_NE(refusal(zipped(zip_bomb)).find("unpacks to more than"), std::string::npos);

    std::string rows;
    for (int i = 0; i < 2000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    EXPECT_NE(refusal(zipped(xlsx_parts({{"Hội nghị", rows}}, "<si><t>" + std::string(1U << 20U, 'a') + "</t></si>")))
                  .find("too large"),
              std::string::npos);

    const std::string repeated =
        "<table:table table:name=\"Hội nghị\"><table:table-row "
        "table:number-rows-repeated=\"999999999\"><table:table-cell "
        "table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell></table:table-row></"
        "table:table>";
    EXPECT_NE(refusal(zipped(ods_parts(repeated))).find("too large"), std::string::npos);

    std::string deep = "<table:table table:name=\"Hội nghị\"><table:table-row><table:table-cell><text:p>";
    for (int i = 0; i < 100'000; ++i) deep += "<text:span>";
    EXPECT_NE(refusal(zipped(ods_parts(deep))).find("broken"), std::string::npos);
    for (int i = 0; i < 100'000; ++i) deep += "</text:span>";
    refusal(zipped(ods_parts(deep + "</text:p></table:table-cell></table:table-row></table:table>")));

    const std::string entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row><c "
        "t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    Parts laughing = xlsx_parts({{"Hội nghị", ""}});
    laughing["xl/worksheets/sheet1.xml"] = entities;
    refusal(zipped(laughing));
}

TEST(Workbook, a_cell_far_away_costs_nothing) {
    const std::string rows = "<row r=\"1\">" + cell("A1", "Tên hội nghị") + cell("B1", "A") + cell("XFD1", "x") +
                             "</row><row r=\"1048576\">" + cell("A1048576", "Địa điểm") + cell("B1048576", "Hà Nội") +
                             "</row>";
    const Read read = read_whole(xlsx_parts({{"Hội nghị", rows}}));
    EXPECT_EQ(read.conference.identity.venue, "Hà Nội");
}

}  // namespace
}  // namespace hall
