#pragma once
/// Rows of a list of names that name nobody: totals, and titles of the rows below them. Room-private.
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "feed/sheet_table.h"

namespace hall {

/// "Tổng cộng: 02 cá nhân", "Cộng", "Total": nobody is called so. "Tổng Công ty" and "Công đoàn" are no totals, so the
/// marks count.
bool is_total(std::string_view text);
/// Whether the row's first cell or one of its names is a total; it is told then, and left out.
bool left_out_as_total(const Record& record, std::initializer_list<std::string_view> names);

/// What a row of an award sheet is: a recipient, or the title of those below it.
struct RowRole {
    enum class Kind {
        recipient,
        award,           ///< `text` is the name of an award
        doubtful_award,  ///< as far as its numbering tells ("II | SỞ Y TẾ")
        recipients       ///< "TẬP THỂ", "CÁ NHÂN": `text` is the kind of the recipients below
    } kind = Kind::recipient;
    std::string text = "";
};

/// Tells the titles of one award sheet from its recipients.
class AwardTitles {
public:
    explicit AwardTitles(const Table& table);

    /// What cannot be told for sure becomes an issue.
    RowRole role_of(const Record& record) const;

private:
    const std::string* known(const std::string& text) const;

    std::unordered_map<std::string, std::string>
        awards_;  ///< the award column's names, by how they are compared and without marks
    bool others_are_numbered_otherwise_ = false;  ///< not every row has a Roman numeral: those that do stand out
};

}  // namespace hall
