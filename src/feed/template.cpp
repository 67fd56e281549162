#include "feed/template.h"

#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "base/json.h"
#include "feed/feed_words.h"
#include "feed/headings.h"

namespace hall {
namespace {

struct Example {
    std::string_view field;
    std::string_view first, second;
};

constexpr std::array members{
    Example{"id", "don-vi-1", "don-vi-2"},
    Example{"name", "Đơn vị thứ nhất", "Đơn vị thứ hai"},
    Example{"short_name", "ĐV1", "ĐV2"},
    Example{"role", "Cụm trưởng", "Cụm phó"},
    Example{"group", "", ""},
    Example{"honorific", "Ông", "Bà"},
    Example{"representative", "Nguyễn Văn A", "Trần Thị B"},
    Example{"position", "Chủ tịch", "Phó Chủ tịch"},
};
constexpr std::array agenda{
    Example{"date", "05/12/2026", "05/12/2026"},
    Example{"start", "07:30", "08:00"},
    Example{"end", "08:00", "08:15"},
    Example{"title", "Đón tiếp đại biểu", "Khai mạc"},
    Example{"kind", "Đón tiếp", "Khai mạc"},
    Example{"speaker", "", "Nguyễn Văn A"},
    Example{"note", "", ""},
};
constexpr std::array awards{
    Example{"award", "Cờ thi đua", "Bằng khen"},
    Example{"rank", "1", "2"},
    Example{"status", "Đã quyết định", "Đã quyết định"},
    Example{"visibility", "Giữ kín", "Giữ kín"},
    Example{"number", "01/QĐ", "02/QĐ"},
    Example{"date", "01/12/2026", "01/12/2026"},
    Example{"issuer", "", ""},
    Example{"batch", "", ""},
    Example{"collective", "Đơn vị thứ nhất", ""},
    Example{"honorific", "", "Ông"},
    Example{"person", "", "Nguyễn Văn A"},
    Example{"position", "", "Chủ tịch"},
    Example{"organisation", "", "Đơn vị thứ nhất"},
    Example{"citation", "", ""},
};

struct SheetFile {
    std::string_view section, name;
    std::span<const Example> columns;
};
constexpr std::array sheets{SheetFile{"members", "thanh-vien.csv", members},
                            SheetFile{"agenda", "chuong-trinh.csv", agenda},
                            SheetFile{"awards", "khen-thuong.csv", awards}};

std::string quoted(std::string_view text) {
    if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + '"';
}

template <class Text>
std::string line_of(const SheetFile& file, Text text) {
    std::string line;
    for (const Example& column : file.columns)
        line += (&column == &file.columns.front() ? "" : ",") + quoted(text(column));
    return line + "\r\n";
}

/// With a byte order mark: without one, Excel takes UTF-8 for the system's old encoding.
std::string content_of(const SheetFile& file) {
    const SheetKind* kind = sheet_kind_of_section(file.section);
    const auto heading = [&](const Example& column) { return first_name(column_of_field(*kind, column.field)->names); };
    return "\xEF\xBB\xBF" + line_of(file, heading) + line_of(file, [](const Example& column) { return column.first; }) +
           line_of(file, [](const Example& column) { return column.second; });
}

std::string conference_json() {
    nlohmann::ordered_json feed;
    feed["format"] = words::format;
    feed["conference"] = {{"title", "Hội nghị Tổng kết"},
                          {"organizer", "Đơn vị tổ chức"},
                          {"venue", "Hội trường"},
                          {"date", "2026-12-05"}};
    for (const SheetFile& file : sheets) feed["sources"][std::string(file.section)] = {{"href", file.name}};
    return write_json(feed, 2) + "\n";
}

}  // namespace

std::vector<TemplateFile> template_files() {
    std::vector<TemplateFile> files{{"conference.json", conference_json()}};
    for (const SheetFile& file : sheets) files.push_back({std::string(file.name), content_of(file)});
    return files;
}

}  // namespace hall
