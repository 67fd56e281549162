/// Which format bytes are in, what look-alikes are told to be, and bytes that nobody meant.
#include <random>

#include "foreign_fixture.h"
#include "schedule_fixture.h"
#include "workbook_fixture.h"

namespace hall {
namespace {

using namespace std::string_view_literals;

const std::string sheet = "Tên đơn vị;Mã\nHội A;a\n";
const std::string calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261205T010000Z\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Khai mạc\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::string workbook() {
    return zipped(
        xlsx_parts({{"Hội nghị", "<row r=\"1\">" + cell("A1", "Tên hội nghị") + cell("B1", "A") + "</row>"}}));
}

std::string open_document() {
    return zipped(
        ods_parts("<table:table table:name=\"Thành viên\"><table:table-row><table:table-cell><text:p>Tên đơn vị"
                  "</text:p></table:table-cell></table:table-row></table:table>"));
}

struct Known {
    const char* name;
    std::string bytes;
    const char* media_type;
    const char* file;
    FeedKind kind;
    friend void PrintTo(const Known& one, std::ostream* out) { *out << one.name; }
};

class Recognised : public testing::TestWithParam<Known> {};

TEST_P(Recognised, is_of_its_kind) {
    const auto kind = recognise(GetParam().bytes, GetParam().media_type, GetParam().file);
    ASSERT_TRUE(kind.ok()) << kind.error().sentence.en;
    EXPECT_EQ(*kind, GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    All, Recognised,
    testing::Values(Known{"by_media_type", "Tên\nA\n", "text/csv; charset=utf-8", "", FeedKind::csv},
                    Known{"by_name", "Tên\nA\n", "", "https://example.org/a.CSV", FeedKind::csv},
                    Known{"by_export_address", "Tên\nA\n", "application/octet-stream",
                          "https://x.org/export?format=csv", FeedKind::csv},
                    Known{"by_bytes", sheet, "text/plain", "x", FeedKind::csv},
                    Known{"utf16", std::string("\xFF\xFET\0,\0a\0\n\0"sv), "", "x", FeedKind::csv},
                    Known{"own", R"({"format": "hoitruong/1"})", "text/csv", "a.csv", FeedKind::own_json},
                    Known{"own_broken", R"({"format": )", "", "", FeedKind::own_json},
                    Known{"other_json", R"({"a": 1})", "", "", FeedKind::own_json},
                    Known{"xlsx", workbook(), "text/csv", "a.csv", FeedKind::workbook},
                    Known{"ods", open_document(), "", "", FeedKind::workbook},
                    Known{"ics", calendar, "text/plain", "", FeedKind::calendar},
                    Known{"ics_small_letters",
                          "\xEF\xBB\xBF"
                          "begin:vcalendar\n",
                          "", "", FeedKind::calendar},
                    Known{"xml", schedule_xml, "application/xml", "", FeedKind::frab_xml},
                    Known{"json", schedule_json, "application/json", "", FeedKind::frab_json}),
    [](const auto& test) { return test.param.name; });

struct Stranger {
    const char* name;
    std::string bytes;
    const char* media_type;
    const char* says;
    friend void PrintTo(const Stranger& one, std::ostream* out) { *out << one.name; }
};

class LookAlike : public testing::TestWithParam<Stranger> {};

TEST_P(LookAlike, is_told_what_it_seems_to_be) {
    const auto kind = recognise(GetParam().bytes, GetParam().media_type, "");
    ASSERT_FALSE(kind.ok());
    EXPECT_NE(kind.error().sentence.en.find(GetParam().says), std::string::npos) << kind.error().sentence.en;
    EXPECT_FALSE(kind.error().sentence.vi.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, LookAlike,
    testing::Values(Stranger{"nothing", "  \n", "text/csv", "is empty"},
                    Stranger{"web_page", "<!DOCTYPE html><html><body>, ; x</body></html>", "text/csv", "web page"},
                    Stranger{"commented_page", "<!-- a --> <HTML>", "", "web page"},
                    Stranger{"google_login",
                             "<!doctype html><html><a href=\"https://accounts.google.com/ServiceLogin\">", "text/csv",
                             "Google's login page"},
                    Stranger{"google_page", "<html><link href=\"https://docs.google.com/spreadsheets/d/x/edit\">", "",
                             "export?format=csv"},
                    Stranger{"login", "<html><form><input type=\"password\">", "text/calendar", "login page"},
                    Stranger{"template", "<schedule><title>{{ title }}</title></schedule>", "", "template"},
                    Stranger{"front_matter",
                             "---\nlayout: null\n---\n<?xml version='1.0'?>\n<schedule>{% for a in b %}</schedule>", "",
                             "template"},
                    Stranger{"rss", "<?xml version='1.0'?><rss version='2.0'/>", "", "RSS"},
                    Stranger{"atom", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "", "RSS or Atom"},
                    Stranger{"other_xml", "<?xml version='1.0'?><!DOCTYPE a><a:bang/>", "", "root is <bang>"},
                    Stranger{"schedule_v2", R"({"schedule": {"conference": {"days": [{"index": 1}]}, "events": []}})",
                             "", "another kind"},
                    Stranger{"old_excel", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "text/csv", "old Excel"},
                    Stranger{"pdf", "%PDF-1.7, x", "text/csv", "PDF"},
                    Stranger{"gzip", std::string("\x1F\x8B,x"), "text/csv", "gzip"},
                    Stranger{"no_calendar", "Not found", "text/calendar", "no iCalendar"},
                    Stranger{"no_workbook", "a,b", "application/vnd.oasis.opendocument.spreadsheet", "no XLSX or ODS"},
                    Stranger{"words", "Not found", "text/plain", "begins with \"Not found\""}),
    [](const auto& test) { return test.param.name; });

/// Whatever comes is read or refused; what it is read as is then decodable or refused.
void try_out(const std::string& bytes) {
    const auto kind = recognise(bytes, "", "");
    for (const FeedKind one : {kind ? *kind : FeedKind::csv, FeedKind::csv, FeedKind::workbook, FeedKind::calendar,
                               FeedKind::frab_xml, FeedKind::frab_json})
        for (const char* section : {"", "agenda"})
            if (const auto converted = convert(bytes, one, wish_for(section))) (void)decode_feed(converted->document);
}

TEST(Garbage, cut_and_flipped_bytes_crash_nothing) {
    std::minstd_rand random(7);
    for (const std::string& bytes : {sheet, calendar, workbook(), open_document(), schedule_xml, schedule_json}) {
        for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 60) try_out(bytes.substr(0, size));
        for (int i = 0; i < 120; ++i) {
            std::string flipped = bytes;
            for (std::size_t flips = 1 + random() % 4; flips > 0; --flips)
                flipped[random() % flipped.size()] = static_cast<char>(random() % 256);
            try_out(flipped);
        }
    }
}

/// What a secretary may take for a table, and what to do about it.
struct NoTable {
    const char* name;
    std::string bytes;
    const char* file;
    const char* says;
    friend void PrintTo(const NoTable& one, std::ostream* out) { *out << one.name; }
};

class NoTables : public testing::TestWithParam<NoTable> {};

TEST_P(NoTables, are_refused_with_what_to_do) {
    const auto kind = recognise(GetParam().bytes, "", GetParam().file);
    ForeignWish wish;
    wish.name = GetParam().file;
    std::string said;
    if (!kind) {
        said = kind.error().sentence.en;
    } else if (*kind == FeedKind::own_json) {
        const auto read = decode_feed(GetParam().bytes);
        if (!read) said = read.error().sentence.en;
    } else if (const auto converted = convert(GetParam().bytes, *kind, wish); !converted) {
        said = converted.error().sentence.en;
    }
    EXPECT_NE(said.find(GetParam().says), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    All, NoTables,
    testing::Values(NoTable{"pdf", "%PDF-1.4\n", "ds.xlsx", "Use the spreadsheet it was made of"},
                    NoTable{"rtf", "{\\rtf1 a}", "ds.rtf", "an RTF text"},
                    NoTable{"jpeg", "\xFF\xD8\xFF\xE0JFIF,", "ds.csv", "a picture"},
                    NoTable{"mht", "MIME-Version: 1.0\n", "ds.xls", "save it as .xlsx"},
                    NoTable{"names", "Nguyễn Văn A\nTrần Thị B\n", "ds.txt", "heading row"},
                    NoTable{"no_bytes", "", "ds.xlsx", "is empty"},
                    NoTable{"numbers", zipped({{"Index/Document.iwa", "x"}}), "ds.numbers", "Numbers"},
                    NoTable{"xlsb", zipped({{"[Content_Types].xml", "<a/>"}, {"xl/workbook.bin", "x"}}), "ds.xlsb",
                            "save it as .xlsx"},
                    NoTable{"google_html", "<!DOCTYPE html><html><table class=\"waffle\"></table></html>", "ds.html",
                            "exported as a web page"},
                    NoTable{"excel_html", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "ds.xls",
                            "exported as a web page"},
                    NoTable{"misread", "TÃªn Ä‘Æ¡n vá»‹,Vai trÃ²\nHá»™i A,x\n", "ds.csv", "wrong encoding"},
                    NoTable{"bars", "Tên đơn vị|Vai trò\nHội A|x\n", "ds.csv", "comma, semicolon or tab"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace hall
