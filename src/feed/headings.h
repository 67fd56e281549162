#pragma once
/// Which columns a section's sheet may have, and by which headings people know them. Room-private.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feed/sheet.h"

namespace hall {

/// What the cells under a heading hold.
enum class CellKind {
    text,
    lines,   ///< one entry a line
    number,  ///< a number as such
    figure,  ///< a number that is shown: kept as it is written
    day,
    moment,  ///< a time, with or without its day
    word,    ///< of a closed list (words_of)
    yes_or_no,
    numbering,  ///< "STT": understood and not used
};

struct Column {
    std::string_view field;  ///< what the section's builder asks for
    CellKind kind;
    std::string_view names;  ///< headings, Vietnamese first, between bars; the first one is what messages say
};

struct SheetKind {
    std::string_view section;
    std::string_view names;  ///< of sheets and files, between bars
    std::span<const Column> columns;
    std::string_view needed;          ///< fields, between bars: a heading row has at least one of them
    std::string_view essential = "";  ///< the field without whose column no row means anything
    enum class Layout { table, pairs } layout = Layout::table;
    std::string_view enough = "";  ///< like `needed`, where a sheet's name or source says of which kind it is
};

std::span<const SheetKind> sheet_kinds();
const SheetKind* sheet_kind_of_section(std::string_view section);
/// By the name of a sheet or a file ("1. Thành viên", "chuong-trinh.csv").
const SheetKind* sheet_kind_of_name(std::string_view name);

struct Meaning {
    std::string_view value;  ///< in the format
    std::string_view names;  ///< between bars
};
/// The closed list of a column of kind `word`.
std::span<const Meaning> words_of(std::string_view section, std::string_view field);
std::optional<std::string_view> meaning_of(std::span<const Meaning> words, std::string_view written);

/// A heading as it is compared: no case, no marks, no brackets and what stands in them, no signs.
std::string bare_heading(std::string_view heading);
const Column* column_named(const SheetKind& kind, std::string_view heading);
const Column* column_of_field(const SheetKind& kind, std::string_view field);
/// The name that a slip of the hand in `heading` can explain, or "".
std::string_view nearest_heading(const SheetKind& kind, std::string_view heading);
std::string_view first_name(std::string_view names);

/// A sheet's columns, once its heading row was found.
struct HeadingRow {
    std::size_t index = 0;               ///< in Worksheet::rows
    std::vector<const Column*> columns;  ///< by position; null where the heading is empty or not understood
    std::size_t understood = 0;
};
/// The row among the first thirty with most headings understood; nothing where none has one of those `needed`.
std::optional<HeadingRow> find_headings(const Worksheet& sheet, const SheetKind& kind, std::string_view needed);
inline std::optional<HeadingRow> find_headings(const Worksheet& sheet, const SheetKind& kind) {
    return find_headings(sheet, kind, kind.needed);
}

}  // namespace hall
