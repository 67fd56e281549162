#pragma once
/// A sheet whose headings are understood, row by row, and the document it becomes. Room-private.
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "feed/findings.h"
#include "feed/foreign.h"
#include "feed/headings.h"
#include "feed/sheet.h"
#include "feed/written_values.h"

namespace hall {

using Json = nlohmann::ordered_json;

/// The document being made from one or several sheets.
struct Draft {
    explicit Draft(const ForeignWish& asked) : wish(&asked) {}

    const ForeignWish* wish;
    Json document = Json::object();
    Places places;
    Findings findings;
};

/// A sheet with its kind and headings. The sheet and the draft outlive it.
class Table {
public:
    Table(const Worksheet& sheet, const SheetKind& kind, HeadingRow headings, Draft& draft);

    const Worksheet& sheet() const { return *sheet_; }
    const SheetKind& kind() const { return *kind_; }
    const HeadingRow& headings() const { return headings_; }
    Draft& draft() const { return *draft_; }
    /// Headings that nobody understands, and those that stand there twice.
    void report_headings() const;
    bool has(std::string_view field) const { return column_of(field).has_value(); }
    std::optional<std::size_t> column_of(std::string_view field) const;

    /// Calls each(Record) for every row under the headings that holds something.
    template <class Each>
    void for_each(Each each) const;

private:
    const Worksheet* sheet_;
    const SheetKind* kind_;
    HeadingRow headings_;
    Draft* draft_;
};

/// One row of a table.
class Record {
public:
    Record(const Table& table, const Row& row) : table_(&table), row_(&row) {}

    const Row& row() const { return *row_; }
    const std::string& text(std::string_view field) const { return cell(field).text; }
    bool has(std::string_view field) const { return !cell(field).empty(); }
    const Cell& cell(std::string_view field) const;
    /// Nothing stands under any heading that is understood, numbering aside.
    bool empty() const;
    /// As the format wants it: dates, times, numbers, words. null where nothing can be read, which is then an issue of
    /// what stands at `pointer`.
    Json value(std::string_view field, const std::string& pointer = {}) const;

    /// object[key] = the field's value, and where it stands; nothing for an empty cell.
    void put(Json& object, const std::string& pointer, std::string_view key, std::string_view field) const;
    void put(Json& object, const std::string& pointer, std::string_view field) const {
        put(object, pointer, field, field);
    }
    /// The whole row stands for `pointer`.
    void place(const std::string& pointer) const;
    std::string where(std::string_view field) const;
    /// An issue of what stands at `pointer` ("": of the section).
    void error(const char* code, std::string_view field, Sentence sentence, const std::string& pointer = {}) const;
    void warning(const char* code, std::string_view field, Sentence sentence, const std::string& pointer = {}) const;

private:
    std::string section_or(const std::string& pointer) const;
    std::string heading(std::string_view field) const;

    const Table* table_;
    const Row* row_;
};

template <class Each>
void Table::for_each(Each each) const {
    for (std::size_t i = headings_.index + 1; i < sheet_->rows.size(); ++i)
        if (const Record record(*this, sheet_->rows[i]); !record.empty()) each(record);
}

/// A time or two as it is written; a number without a format of its own is a spreadsheet's count of days.
std::optional<WrittenSpan> read_times(const Cell& cell, const TimeZone& zone);
/// A cell's text as the format wants it for that kind of column; null where it cannot be read.
Json read_cell(const Cell& cell, CellKind kind, std::span<const Meaning> words, const TimeZone& zone);
Sentence cannot_read(const Cell& cell, CellKind kind, std::span<const Meaning> words);

/// "#REF!" and its like stand where a formula failed: nothing a hall should see.
bool is_formula_error(std::string_view text);
Sentence formula_error(std::string_view text);

/// "Tổng Liên đoàn" becomes "tong-lien-doan": the same name is the same id in every sheet and every source.
std::string id_from(std::string_view name);

}  // namespace hall
