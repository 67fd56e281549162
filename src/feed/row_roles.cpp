#include "feed/row_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace hall {
namespace {

/// Whatever follows them.
constexpr std::array<std::string_view, 6> totals{"TỔNG CỘNG",     "TỔNG SỐ",      "DANH SÁCH NÀY",
                                                 "DANH SÁCH GỒM", "DANH SÁCH CÓ", "DANH SÁCH TRÊN"};
/// Where no further word follows: "Cộng: 12", never "Cộng đồng" or "Tổng Bí thư".
constexpr std::array<std::string_view, 2> short_totals{"CỘNG", "TỔNG"};
/// Likewise, without marks: "TONG CONG: 12", never "TONG CONG TY".
constexpr std::array<std::string_view, 4> bare_totals{"tong cong", "tong so", "total", "grand total"};

/// How the names of awards begin. "Danh hiệu" keeps its marks: a man may be called Danh Hiếu.
constexpr std::array<std::string_view, 7> award_words{"co thi dua", "bang khen",      "giay khen",       "huan chuong",
                                                      "huy chuong", "ky niem chuong", "chien si thi dua"};
constexpr std::string_view award_word_with_marks = "DANH HIỆU ";

constexpr std::array<std::string_view, 3> name_fields{"person", "collective", "name"};
constexpr std::array<std::string_view, 6> further_fields{"honorific",      "member",   "position",
                                                         "representative", "citation", "photo"};

bool is_sign(char c) {
    return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
}

/// As whole words.
bool begins_with(std::string_view text, std::string_view words) {
    return text.starts_with(words) && (text.size() == words.size() || is_sign(text[words.size()]));
}

/// With nothing but a number or a sign after it.
bool is_only(std::string_view text, std::string_view words) {
    if (!begins_with(text, words)) return false;
    const auto next = text.find_first_not_of(' ', words.size());
    return next == std::string_view::npos || is_sign(text[next]);
}

/// "II", "IV." or "A": how titles are numbered among rows that are numbered 1, 2, 3.
bool numbers_a_title(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == '/')) text.remove_suffix(1);
    if (text.size() == 1) return text[0] >= 'A' && text[0] <= 'Z';
    return !text.empty() && text.size() <= 6 && text.find_first_not_of("IVX") == std::string_view::npos;
}

/// "II. BẰNG KHEN:" without its numeral and its colon.
std::string without_numbering(std::string_view text) {
    const auto space = text.find(' ');
    if (space != std::string_view::npos && space > 0 && (text[space - 1] == '.' || text[space - 1] == ')') &&
        numbers_a_title(text.substr(0, space)))
        text.remove_prefix(space + 1);
    while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.remove_suffix(1);
    return std::string(text);
}

bool is_award_like(std::string_view text, std::string_view bare) {
    return to_upper(text).starts_with(award_word_with_marks) ||
           std::any_of(award_words.begin(), award_words.end(),
                       [&](std::string_view words) { return begins_with(bare, words); });
}

std::string_view name_field_of(const Record& record) {
    for (const std::string_view field : name_fields)
        if (record.has(field)) return field;
    return record.has("organisation") ? "organisation" : "";
}

/// Whether the row says of somebody more than a name.
bool says_more(const Record& record, std::string_view name_field) {
    const auto further = [&](std::string_view field) { return field != name_field && record.has(field); };
    return std::any_of(further_fields.begin(), further_fields.end(), further) ||
           std::any_of(name_fields.begin(), name_fields.end(), further) || further("organisation");
}

std::string quoted_text(std::string_view text) { return escape_for_log(clean_text(text), 80); }

}  // namespace

bool is_total(std::string_view text) {
    // Most rows begin with a name or a number; only these letters are worth the comparing.
    const auto first = text.find_first_not_of(" \t\n\r-*+(.:");
    if (first == std::string_view::npos) return false;
    text.remove_prefix(first);
    if (std::string_view("TtCcDdGg").find(text[0]) == std::string_view::npos) return false;
    const std::string upper = to_upper(clean_text(text)), bare = fold(text);
    const auto any = [](const auto& words, const auto& fits) { return std::any_of(words.begin(), words.end(), fits); };
    return any(totals, [&](std::string_view words) { return begins_with(upper, words); }) ||
           any(short_totals, [&](std::string_view words) { return is_only(upper, words); }) ||
           any(bare_totals, [&](std::string_view words) { return is_only(bare, words); });
}

bool left_out_as_total(const Record& record, std::initializer_list<std::string_view> names) {
    const auto& cells = record.row().cells;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.empty(); });
    const std::string* total = first != cells.end() && is_total(first->text) ? &first->text : nullptr;
    std::string_view field;
    for (const std::string_view name : names)
        if (!total && is_total(record.text(name))) {
            total = &record.text(name);
            field = name;
        }
    if (!total) return false;
    record.warning(
        "row.total", field,
        {fmt::format("Hàng \"{}\" là hàng cộng, không phải tên, nên không được chiếu. Xóa hàng này khỏi bảng.",
                     quoted_text(*total)),
         fmt::format("The row \"{}\" is a total and no name, so it is left out. Delete it from the sheet.",
                     quoted_text(*total))});
    return true;
}

AwardTitles::AwardTitles(const Table& table) {
    std::string last;
    table.for_each([&](const Record& record) {
        if (const std::string& award = record.text("award"); !award.empty() && award != last) {
            last = award;
            std::string bare = bare_heading(award);
            if (!bare.empty() && !is_total(award)) awards_.emplace(std::move(bare), clean_text(award));
        }
        const std::string_view name = name_field_of(record);
        others_are_numbered_otherwise_ |=
            !name.empty() && !numbers_a_title(clean_text(record.text("-"))) && !is_total(record.text(name));
    });
}

const std::string* AwardTitles::known(const std::string& bare) const {
    const auto found = awards_.find(bare);
    return found == awards_.end() ? nullptr : &found->second;
}

RowRole AwardTitles::role_of(const Record& record) const {
    using Kind = RowRole::Kind;
    const std::string_view field = name_field_of(record);
    const std::string number = clean_text(record.text("-"));
    const bool numbered = numbers_a_title(number);
    // Merged over the whole row, a title stands under "STT".
    const bool in_number = field.empty() && !numbered && number.find_first_not_of("0123456789.") != std::string::npos;
    if (field.empty() && !in_number) return {};
    const std::string written = in_number ? number : clean_text(record.text(field));
    const std::string text = without_numbering(written);
    const std::string bare = bare_heading(text);
    if (const std::string* award = known(bare)) return {Kind::award, *award};
    const bool more = says_more(record, field);
    if (is_award_like(text, bare)) {
        if (more)
            record.warning("row.title-doubtful", field,
                           {fmt::format("\"{}\" được hiểu là tên khen thưởng của các hàng bên dưới, không phải người "
                                        "nhận, dù hàng này còn ghi thêm. Nếu là người nhận, sửa tên.",
                                        quoted_text(written)),
                            fmt::format("\"{}\" is taken for the award of the rows below and for no recipient, though "
                                        "the row says more. If it is a recipient, mend the name.",
                                        quoted_text(written))});
        return {Kind::award, text};
    }
    const bool stands_out = others_are_numbered_otherwise_ && (numbered || (in_number && text != written));
    if (!more) {
        if (const auto kind = meaning_of(words_of("awards", "kind"), text))
            return {Kind::recipients, std::string(*kind)};
        // "I | TẬP THỂ: 05 đơn vị"
        if (stands_out && begins_with(bare, "tap the")) return {Kind::recipients, "collective"};
        if (stands_out && begins_with(bare, "ca nhan")) return {Kind::recipients, "person"};
        if (stands_out) return {Kind::doubtful_award, text};
    } else if (stands_out) {
        record.warning("row.title-doubtful", field,
                       {fmt::format("\"{}\" có số La Mã hoặc chữ cái ở cột STT nhưng được hiểu là người nhận, vì hàng "
                                    "này còn ghi thêm. Nếu đúng, ghi STT bằng số thường; nếu là tên khen thưởng, ghi "
                                    "vào cột khen thưởng của các hàng bên dưới.",
                                    quoted_text(written)),
                        fmt::format("\"{}\" is numbered like a title but taken for a recipient, since the row says "
                                    "more. If that is right, number it in plain figures; if it is an award, write it "
                                    "into the award column of the rows below.",
                                    quoted_text(written))});
    }
    return {};
}

}  // namespace hall
