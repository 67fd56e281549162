#pragma once
/// A spreadsheet's cells as text, whatever file they came in. Room-private.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feed/foreign.h"

namespace hall {

/// Dates and times are ISO here ("2026-12-05", "07:30", "2026-12-05T07:30"), numbers have a decimal point.
struct Cell {
    std::string text;
    bool number = false;  ///< stored as a number, not typed as text

    bool empty() const { return text.empty(); }
};

struct Row {
    std::size_t number = 0;  ///< from 1, as the spreadsheet counts
    std::vector<Cell> cells;
    bool hidden = false;  ///< by hand, a filter or a closed group; it counts like any other

    /// "" beyond the last.
    const Cell& cell(std::size_t column) const {
        static const Cell nothing;
        return column < cells.size() ? cells[column] : nothing;
    }
};

struct Worksheet {
    std::string name;
    std::vector<Row> rows;  ///< only those with a cell that is not empty
};

using Sheets = std::vector<Worksheet>;

/// UTF-8 or UTF-16 with or without a byte order mark; comma, semicolon or tab, told from the text.
Result<Sheets> read_csv(std::string_view bytes, const ForeignWish& wish);
/// XLSX or ODS.
Result<Sheets> read_workbook(std::string_view bytes, const ForeignWish& wish);

}  // namespace hall
