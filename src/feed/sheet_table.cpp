#include "feed/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "feed/workbook.h"

namespace hall {
namespace {

constexpr std::array<std::string_view, 5> yes_words{"co", "yes", "true", "x", "1"};
constexpr std::array<std::string_view, 4> no_words{"khong", "no", "false", "0"};

constexpr std::array<std::string_view, 8> formula_errors{"#REF!",   "#N/A",  "#NAME?", "#VALUE!",
                                                         "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!"};

/// 2000 to 2099: any other number in a column of dates is something else.
constexpr double first_serial = 36526, last_serial = 73050;

Json lines_of(std::string_view text) {
    Json lines = Json::array();
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line = clean_text(text.substr(0, end));
        // "- " and "• " are how people draw a list in a cell.
        for (const std::string_view bullet : {"- ", "+ ", "• ", "– ", "* "})
            if (line.starts_with(bullet)) line.erase(0, bullet.size());
        if (!line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string names_of(std::span<const Meaning> words) {
    std::string names;
    for (const Meaning& word : words) names += (names.empty() ? "" : ", ") + std::string(first_name(word.names));
    return names;
}

}  // namespace

std::optional<WrittenSpan> read_times(const Cell& cell, const TimeZone& zone) {
    if (!cell.number) return read_span(cell.text, zone);
    double serial = 0;
    const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), serial);
    if (error != std::errc()) return {};
    if (serial > 0 && serial < 1) return read_span(serial_text(serial, SerialShows::clock), zone);
    if (serial < first_serial || serial > last_serial) return {};
    return read_span(serial_text(serial, serial == std::floor(serial) ? SerialShows::day : SerialShows::both), zone);
}

Json read_cell(const Cell& cell, CellKind kind, std::span<const Meaning> words, const TimeZone& zone) {
    switch (kind) {
        case CellKind::lines: return lines_of(cell.text);
        case CellKind::number: {
            const auto number = cell.number ? read_number(vietnamese_number(cell.text)) : read_number(cell.text);
            return number ? Json(*number) : Json();
        }
        case CellKind::figure: return cell.number ? vietnamese_number(cell.text) : cell.text;
        case CellKind::day: {
            const auto times = read_times(cell, zone);
            return times && times->from.day ? Json(iso_day(*times->from.day)) : Json();
        }
        case CellKind::word: {
            const auto meaning = meaning_of(words, cell.text);
            return meaning ? Json(*meaning) : Json();
        }
        case CellKind::yes_or_no: {
            const std::string bare = bare_heading(cell.text);
            if (std::find(yes_words.begin(), yes_words.end(), bare) != yes_words.end()) return true;
            if (std::find(no_words.begin(), no_words.end(), bare) != no_words.end()) return false;
            return {};
        }
        default: return cell.text;
    }
}

Sentence cannot_read(const Cell& cell, CellKind kind, std::span<const Meaning> words) {
    const std::string written = escape_for_log(cell.text, 80);
    switch (kind) {
        case CellKind::number:
            return {fmt::format("Không đọc được số \"{}\". Viết như 1.234,5.", written),
                    fmt::format("The number \"{}\" cannot be read. Write it like 1.234,5.", written)};
        case CellKind::day:
            return {fmt::format("Không đọc được ngày \"{}\". Viết như 05/12/2026 (ngày trước, tháng sau).", written),
                    fmt::format("The date \"{}\" cannot be read. Write it like 05/12/2026, the day first.", written)};
        case CellKind::moment:
            if (const std::string bare = fold(written);
                bare.find("dem") != std::string::npos || bare.find("khuya") != std::string::npos)
                return {fmt::format("Không đọc được thời gian \"{}\". Viết theo 24 giờ, như 22:00; sau nửa đêm ghi cả "
                                    "ngày, như 00:30 06/12/2026.",
                                    written),
                        fmt::format("The time \"{}\" cannot be read. Write it by 24 hours, like 22:00, and after "
                                    "midnight with its day, like 00:30 06/12/2026.",
                                    written)};
            return {fmt::format("Không đọc được thời gian \"{}\". Viết như 07:30 hoặc 7h30.", written),
                    fmt::format("The time \"{}\" cannot be read. Write it like 07:30 or 7h30.", written)};
        case CellKind::word:
            return {fmt::format("Không hiểu \"{}\". Dùng một trong: {}.", written, names_of(words)),
                    fmt::format("\"{}\" is not understood. Use one of: {}.", written, names_of(words))};
        default:
            return {fmt::format("Không hiểu \"{}\". Viết \"có\" hoặc \"không\".", written),
                    fmt::format("\"{}\" is not understood. Write \"yes\" or \"no\".", written)};
    }
}

bool is_formula_error(std::string_view text) {
    if (text.size() < 4 || text.size() > 16) return false;
    return std::find(formula_errors.begin(), formula_errors.end(), text) != formula_errors.end() ||
           text.starts_with("Err:");
}

Sentence formula_error(std::string_view text) {
    return {fmt::format("Công thức trong ô này báo lỗi {}, nên ô được coi là trống. Sửa công thức.", text),
            fmt::format("The formula in this cell fails with {}, so it counts as empty. Mend the formula.", text)};
}

Table::Table(const Worksheet& sheet, const SheetKind& kind, HeadingRow headings, Draft& draft)
    : sheet_(&sheet), kind_(&kind), headings_(std::move(headings)), draft_(&draft) {}

std::optional<std::size_t> Table::column_of(std::string_view field) const {
    for (std::size_t i = 0; i < headings_.columns.size(); ++i)
        if (headings_.columns[i] && headings_.columns[i]->field == field) return i;
    return {};
}

void Table::report_headings() const {
    const Row& row = sheet_->rows[headings_.index];
    const std::string section = fmt::format("/{}", kind_->section);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) continue;
        const Column* column = headings_.columns[i];
        const std::string heading = escape_for_log(clean_text(row.cells[i].text), 80);
        const std::string where = place_in_sheet(sheet_->name, row.number, heading);
        if (!column) {
            const std::string_view nearest = nearest_heading(*kind_, row.cells[i].text);
            draft_->findings.warning(
                "column.unknown", where,
                {fmt::format("Không hiểu tiêu đề cột \"{}\", nên cột này không được dùng.{}", heading,
                             nearest.empty() ? "" : fmt::format(" Có phải \"{}\"?", nearest)),
                 fmt::format("The heading \"{}\" is not understood, so this column is not used.{}", heading,
                             nearest.empty() ? "" : fmt::format(" Is it \"{}\"?", nearest))},
                section);
        } else if (column->kind != CellKind::numbering && column_of(column->field) != i) {
            draft_->findings.error(
                "column.repeated", where,
                {fmt::format("Cột \"{}\" trùng nghĩa với một cột trước; chỉ cột trước được dùng. Xóa hoặc đổi tên.",
                             heading),
                 fmt::format("The column \"{}\" means the same as an earlier one; only that is used. Remove or rename "
                             "it.",
                             heading)},
                section);
        }
    }
}

const Cell& Record::cell(std::string_view field) const {
    static const Cell nothing;
    const auto column = table_->column_of(field);
    return column ? row_->cell(*column) : nothing;
}

bool Record::empty() const {
    const auto& columns = table_->headings().columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] && columns[i]->kind != CellKind::numbering && !row_->cell(i).empty()) return false;
    return true;
}

std::string Record::heading(std::string_view field) const {
    const auto column = table_->column_of(field);
    if (!column) return {};
    return escape_for_log(clean_text(table_->sheet().rows[table_->headings().index].cell(*column).text), 80);
}

std::string Record::where(std::string_view field) const {
    return place_in_sheet(table_->sheet().name, row_->number, heading(field));
}

std::string Record::section_or(const std::string& pointer) const {
    return pointer.empty() ? fmt::format("/{}", table_->kind().section) : pointer;
}

void Record::error(const char* code, std::string_view field, Sentence sentence, const std::string& pointer) const {
    table_->draft().findings.error(code, where(field), std::move(sentence), section_or(pointer));
}

void Record::warning(const char* code, std::string_view field, Sentence sentence, const std::string& pointer) const {
    table_->draft().findings.warning(code, where(field), std::move(sentence), section_or(pointer));
}

Json Record::value(std::string_view field, const std::string& pointer) const {
    const auto column = table_->column_of(field);
    if (!column || cell(field).empty()) return {};
    if (is_formula_error(cell(field).text)) {
        error("cell.formula", field, formula_error(cell(field).text), pointer);
        return {};
    }
    const CellKind kind = table_->headings().columns[*column]->kind;
    const auto words = words_of(table_->kind().section, field);
    Json read = read_cell(cell(field), kind, words, table_->draft().wish->zone);
    if (read.is_null()) error("cell.unreadable", field, cannot_read(cell(field), kind, words), pointer);
    return read;
}

void Record::put(Json& object, const std::string& pointer, std::string_view key, std::string_view field) const {
    const std::string there = pointer + '/' + std::string(key);
    Json read = value(field, there);
    if (read.is_null()) return;
    object[std::string(key)] = std::move(read);
    table_->draft().places.set_cell(there, table_->sheet().name, row_->number, heading(field));
}

void Record::place(const std::string& pointer) const {
    table_->draft().places.set_cell(pointer, table_->sheet().name, row_->number, "");
}

std::string id_from(std::string_view name) {
    std::string id;
    for (const char c : fold(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

}  // namespace hall
