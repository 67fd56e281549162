#pragma once
/// Feeds that people already have (spreadsheets, calendars, schedules), turned into a document of our own format, so
/// that one decoder reads and validates them all. Thread: any; pure.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/result.h"
#include "base/time.h"
#include "feed/places.h"

namespace hall {

enum class FeedKind {
    own_json,   ///< "hoitruong/1": nothing to convert
    csv,        ///< one sheet, as Google Sheets and Excel export it
    workbook,   ///< XLSX or ODS, several sheets
    calendar,   ///< iCalendar: the agenda
    frab_xml,   ///< frab or pretalx schedule.xml: the agenda
    frab_json,  ///< pretalx schedule.json: the agenda
};

/// Told from the media type ("" where unknown; parameters are ignored), then the end of the name (a path or a URL),
/// then the bytes. An Error where the bytes are something else: it says what they seem to be (a login page, a
/// template...).
Result<FeedKind> recognise(std::string_view bytes, std::string_view media_type, std::string_view name);

/// Of a spreadsheet's text. The legacy ones are never guessed: text that looks like one is an issue.
enum class TextEncoding { unicode, windows1258, tcvn3, vni };
/// "utf-8", "utf-16", "windows-1258", "tcvn3" or "abc", "vni", whatever the case.
std::optional<TextEncoding> encoding_named(std::string_view name);

struct ForeignWish {
    std::string section;          ///< "members", "agenda"...; empty: a whole feed, told from sheet names and headings
    std::string name;             ///< what issues call the document, "members.csv"
    TimeZone zone;                ///< of times that name none
    std::vector<LocalTime> days;  ///< of the conference, in order; a time without a date belongs to the first
    TextEncoding encoding = TextEncoding::unicode;
};

struct Converted {
    std::string document;  ///< JSON of format "hoitruong/1" that holds what was found, nothing else
    Places places;         ///< where the document's values stand in what it was made from
    Issues issues;         ///< what the document does not show: headings not understood, rows left out
};

/// An Error where nothing can be read, or the limits of decoder.h are broken.
Result<Converted> convert(std::string_view bytes, FeedKind kind, const ForeignWish& wish);

}  // namespace hall
