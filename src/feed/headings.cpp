#include "feed/headings.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "feed/json_reader.h"

namespace hall {
namespace {

constexpr std::size_t rows_searched = 30;

/// Calls each(name) until it returns true; whether it did.
template <class Each>
bool any_name(std::string_view names, Each each) {
    while (!names.empty()) {
        const auto bar = std::min(names.find('|'), names.size());
        if (each(names.substr(0, bar))) return true;
        names.remove_prefix(std::min(bar + 1, names.size()));
    }
    return false;
}

/// Of the tables' literals, by where they stand: folding them again for every cell takes longer than reading the sheet.
const std::vector<std::string>& bare_names(std::string_view names) {
    thread_local std::unordered_map<const char*, std::vector<std::string>> known;
    auto& bare = known[names.data()];
    if (bare.empty())
        any_name(names, [&](std::string_view name) {
            bare.push_back(bare_heading(name));
            return false;
        });
    return bare;
}

bool among(std::string_view names, std::string_view bare) {
    const auto& known = bare_names(names);
    return std::find(known.begin(), known.end(), bare) != known.end();
}

bool is_needed(std::string_view needed, const Column& column) {
    return any_name(needed, [&](std::string_view field) { return field == column.field; });
}

}  // namespace

std::string bare_heading(std::string_view heading) {
    std::string bare;
    int brackets = 0;
    for (const char c : fold(heading)) {
        if (c == '(' || c == '[') ++brackets;
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (brackets == 0 && letter) bare += c;
        if (brackets == 0 && !letter && !bare.empty() && bare.back() != ' ') bare += ' ';
        if ((c == ')' || c == ']') && brackets > 0) --brackets;
    }
    while (!bare.empty() && bare.back() == ' ') bare.pop_back();
    return bare;
}

std::string_view first_name(std::string_view names) { return names.substr(0, names.find('|')); }

const SheetKind* sheet_kind_of_section(std::string_view section) {
    for (const SheetKind& kind : sheet_kinds())
        if (kind.section == section) return &kind;
    return nullptr;
}

const SheetKind* sheet_kind_of_name(std::string_view name) {
    name = name.substr(0, name.find_first_of("?#"));
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));  // npos + 1 = 0
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos && name.size() - dot <= 5)
        name = name.substr(0, dot);
    std::string bare = bare_heading(name);
    const auto letters = bare.find_first_not_of("0123456789 ");  // "1. Thành viên"
    if (letters != std::string::npos) bare.erase(0, letters);
    for (const SheetKind& kind : sheet_kinds())
        if (kind.section == bare || among(kind.names, bare)) return &kind;
    return nullptr;
}

std::optional<std::string_view> meaning_of(std::span<const Meaning> words, std::string_view written) {
    const std::string bare = bare_heading(written);
    for (const Meaning& meaning : words)
        if (meaning.value == bare || among(meaning.names, bare)) return meaning.value;
    return {};
}

const Column* column_named(const SheetKind& kind, std::string_view heading) {
    const std::string bare = bare_heading(heading);
    if (bare.empty()) return nullptr;
    for (const Column& column : kind.columns)
        if (column.field == bare || among(column.names, bare)) return &column;
    return nullptr;
}

const Column* column_of_field(const SheetKind& kind, std::string_view field) {
    for (const Column& column : kind.columns)
        if (column.field == field) return &column;
    return nullptr;
}

std::string_view nearest_heading(const SheetKind& kind, std::string_view heading) {
    const std::string bare = bare_heading(heading);
    std::string_view nearest;
    for (const Column& column : kind.columns)
        any_name(column.names, [&](std::string_view name) {
            const std::string candidate = bare_heading(name);
            const std::array<std::string_view, 1> one{candidate};
            if (!nearest_name(bare, one).empty()) nearest = name;
            return !nearest.empty();
        });
    return nearest;
}

std::optional<HeadingRow> find_headings(const Worksheet& sheet, const SheetKind& kind, std::string_view needed) {
    std::optional<HeadingRow> best;
    for (std::size_t index = 0; index < std::min(sheet.rows.size(), rows_searched); ++index) {
        HeadingRow row{index, {}, 0};
        bool will_do = false;
        for (const Cell& cell : sheet.rows[index].cells) {
            const Column* column = cell.text.size() < 200 ? column_named(kind, cell.text) : nullptr;
            const bool again = column && std::find(row.columns.begin(), row.columns.end(), column) != row.columns.end();
            row.columns.push_back(column);
            if (!column || again) continue;
            ++row.understood;
            will_do |= is_needed(needed, *column);
        }
        if (!will_do) continue;
        if (!best || row.understood > best->understood) best = std::move(row);
    }
    return best;
}

}  // namespace hall
