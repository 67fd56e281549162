#pragma once
/// Where the values of a document stand in what it was made from.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/issue.h"

namespace hall {

/// By RFC 6901 pointers into the document. Kept small: a sheet may fill a hundred thousand records.
class Places {
public:
    /// A cell of a sheet or table: row as the spreadsheet counts, the column by its heading ("": the whole row).
    /// It is spelt "Thành viên!12:Chức vụ".
    void set_cell(std::string_view pointer, std::string_view sheet, std::size_t row, std::string_view heading);
    /// A line of a text, from 1. It is spelt "agenda.ics:40".
    void set_line(std::string_view pointer, std::string_view name, std::size_t line);
    /// Takes over all of `other`, whose document's sections became part of this one.
    void add(const Places& other);

    /// The place of the pointer, else of the nearest value that holds it; "" where there is none.
    std::string find(std::string_view pointer) const;
    bool empty() const { return spots_.empty(); }

private:
    struct Spot {
        std::uint32_t name;     ///< index into names_
        std::uint32_t heading;  ///< likewise, or `line`
        std::uint32_t number;   ///< row or line, from 1
    };
    static constexpr std::uint32_t line = UINT32_MAX;

    std::uint32_t intern(std::string_view name);

    std::unordered_map<std::size_t, Spot> spots_;  ///< by the pointer's hash
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> names_;
};

std::string place_in_sheet(std::string_view sheet, std::size_t row, std::string_view heading);

/// The decoder's issues speak of the document it read; this moves them to where people can mend them, pointers that
/// stand in a sentence included. What has no place stays as it is.
void move_issues(Issues& issues, const Places& places);

}  // namespace hall
