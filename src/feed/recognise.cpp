#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "feed/diagnosis.h"
#include "feed/foreign.h"
#include "feed/lookalike.h"
#include "feed/text_encoding.h"

namespace hall {
namespace {

struct Sign {
    std::string_view word;
    FeedKind kind;
};

constexpr std::array media_types{
    Sign{"text/csv", FeedKind::csv},
    Sign{"text/tab-separated-values", FeedKind::csv},
    Sign{"application/csv", FeedKind::csv},
    Sign{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FeedKind::workbook},
    Sign{"application/vnd.ms-excel.sheet.macroenabled.12", FeedKind::workbook},
    Sign{"application/vnd.oasis.opendocument.spreadsheet", FeedKind::workbook},
    Sign{"text/calendar", FeedKind::calendar},
};
constexpr std::array endings{
    Sign{".csv", FeedKind::csv},
    Sign{".tsv", FeedKind::csv},
    Sign{".xlsx", FeedKind::workbook},
    Sign{".xlsm", FeedKind::workbook},
    Sign{".ods", FeedKind::workbook},
    Sign{".ics", FeedKind::calendar},
    Sign{"format=csv", FeedKind::csv},
    Sign{"output=csv", FeedKind::csv},
    Sign{"format=tsv", FeedKind::csv},
    Sign{"format=xlsx", FeedKind::workbook},
    Sign{"format=ods", FeedKind::workbook},
};

std::string lower(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lowered;
}

std::optional<FeedKind> declared_kind(std::string_view media_type, std::string_view name) {
    const std::string type = lower(media_type.substr(0, media_type.find(';')));
    for (const Sign& sign : media_types)
        if (type == sign.word) return sign.kind;
    const std::string path = lower(name);
    for (const Sign& sign : endings)
        if (path.ends_with(sign.word)) return sign.kind;
    return {};
}

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

bool has_delimiter(std::string_view text) {
    return text.substr(0, text.find('\n')).find_first_of(",;\t") != std::string_view::npos;
}

/// By how the bytes begin, for what begins in a way of its own.
std::optional<Result<FeedKind>> signed_kind(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("PK\x03\x04"sv)) return FeedKind::workbook;
    if (text.starts_with("\xD0\xCF\x11\xE0"sv))
        return fault(
            "Đây là tệp Excel cũ (.xls) hoặc tệp có mật khẩu. Lưu lại dạng .xlsx không mật khẩu, hoặc CSV UTF-8.",
            "This is an old Excel file (.xls) or one with a password. Save it as .xlsx without one, or as CSV "
            "UTF-8.");
    if (lower(text.substr(0, 15)) == "begin:vcalendar") return FeedKind::calendar;
    if (text.starts_with('<')) return recognise_markup(text);
    if (text.starts_with("---"sv) && text.find('<') != std::string_view::npos) return recognise_markup(text);
    if (text.starts_with('{')) return recognise_json(text);
    return {};
}

/// What no part of the program reads, whatever its name says; foreign_format has a sentence for each.
bool foreign_to_all(std::string_view text) {
    constexpr std::array<std::string_view, 5> starts{"\x1F\x8B", "%PDF", "\xFF\xD8\xFF", "\x89PNG", "MIME-Version:"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

Error not_as_declared(FeedKind declared, std::string_view text) {
    const std::string start = escape_for_log(text.substr(0, text.find('\n')), 40);
    const bool calendar = declared == FeedKind::calendar;
    return fault(fmt::format("Tệp này không phải {}; bắt đầu bằng \"{}\". Kiểm tra địa chỉ nguồn.",
                             calendar ? "lịch iCalendar" : "bảng tính XLSX hay ODS", start),
                 fmt::format("This is no {}; it begins with \"{}\". Check the source's address.",
                             calendar ? "iCalendar" : "XLSX or ODS spreadsheet", start));
}

}  // namespace

Result<FeedKind> recognise(std::string_view bytes, std::string_view media_type, std::string_view name) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto declared = declared_kind(media_type, name);
    const std::string_view text = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    if (auto kind = signed_kind(text)) return *std::move(kind);
    if ((declared == FeedKind::calendar || declared == FeedKind::workbook) && !text.empty() && !foreign_to_all(text))
        return not_as_declared(*declared, text);
    const bool binary = foreign_to_all(text) || text.empty();
    if (declared == FeedKind::csv && !binary) return FeedKind::csv;
    if (is_utf16(bytes)) {
        // Our own format is UTF-8; a spreadsheet's export need not be.
        if (const auto unicode = to_unicode(bytes, TextEncoding::unicode); unicode && has_delimiter(*unicode))
            if (!unicode->starts_with('{') && !unicode->starts_with('[') && !unicode->starts_with('<'))
                return FeedKind::csv;
    } else if (!binary && !text.starts_with('[') && has_delimiter(text)) {
        return FeedKind::csv;
    }
    auto foreign = foreign_format(bytes);
    if (!foreign) return FeedKind::own_json;
    return Error{*std::move(foreign)};
}

}  // namespace hall
