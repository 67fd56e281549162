#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/diagnosis.h"
#include "feed/foreign.h"

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
    Sign{"application/vnd.oasis.opendocument.spreadsheet", FeedKind::workbook},
    Sign{"text/calendar", FeedKind::calendar},
};
constexpr std::array endings{
    Sign{".csv", FeedKind::csv},
    Sign{".tsv", FeedKind::csv},
    Sign{".xlsx", FeedKind::workbook},
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

}  // namespace

Result<FeedKind> recognise(std::string_view bytes, std::string_view media_type, std::string_view name) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    const auto declared = declared_kind(media_type, name);
    auto foreign = foreign_format(bytes);
    if (!foreign) return FeedKind::own_json;
    if (declared == FeedKind::csv) return FeedKind::csv;
    return Error{*std::move(foreign)};
}

}  // namespace hall
