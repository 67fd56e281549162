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
/// Likewise, where nothing has marks: "TONG CONG: 12", never "TONG CONG TY"; Tống Công is somebody.
constexpr std::array<std::string_view, 4> bare_totals{"tong cong", "tong so", "total", "grand total"};

/// How the names of awards begin, with their marks: a woman may be called Cổ Thị Đua.
constexpr std::array<std::string_view, 10> award_words{
    "CỜ THI ĐUA",     "BẰNG KHEN",      "GIẤY KHEN",        "HUÂN CHƯƠNG",      "HUY CHƯƠNG",
    "KỶ NIỆM CHƯƠNG", "KỈ NIỆM CHƯƠNG", "CHIẾN SĨ THI ĐUA", "CHIẾN SỸ THI ĐUA", "DANH HIỆU"};
/// The same where nothing has marks.
constexpr std::array<std::string_view, 7> bare_award_words{
    "co thi dua", "bang khen", "giay khen", "huan chuong", "huy chuong", "ky niem chuong", "chien si thi dua"};

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

bool has_marks(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// "BẰNG KHEN (05 tập thể)" without its count; other brackets belong to a name.
std::string_view without_count(std::string_view text) {
    const auto bracket = text.find('(');
    if (bracket == std::string_view::npos || text.find_first_of("0123456789", bracket) == std::string_view::npos)
        return text;
    return text.substr(0, text.find_last_not_of(' ', bracket == 0 ? 0 : bracket - 1) + 1);
}

/// How titles are compared: what has marks by its marks.
std::string compared(std::string_view text) {
    const std::string_view name = without_count(text);
    return has_marks(name) ? to_upper(name) : fold(name);
}

bool is_award_like(std::string_view text) {
    const std::string words = compared(text);
    const auto begins = [&](std::string_view award) { return begins_with(words, award); };
    return std::ranges::any_of(award_words, begins) || std::ranges::any_of(bare_award_words, begins);
}

/// "3" or "3.": how recipients are numbered.
bool is_plain_number(std::string_view text) {
    return !text.empty() && text[0] >= '0' && text[0] <= '9' &&
           text.find_first_not_of("0123456789.") == std::string_view::npos;
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
           (!has_marks(text) && any(bare_totals, [&](std::string_view words) { return is_only(bare, words); }));
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
            const std::string name = clean_text(award);
            if (is_total(award)) return;
            awards_.emplace(compared(name), name);
            awards_.emplace(fold(without_count(name)), name);
        }
        const std::string_view name = name_field_of(record);
        others_are_numbered_otherwise_ |=
            !name.empty() && !numbers_a_title(clean_text(record.text("-"))) && !is_total(record.text(name));
    });
}

const std::string* AwardTitles::known(const std::string& text) const {
    const auto found = awards_.find(compared(text));
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
    const bool recipients_number = is_plain_number(number);
    const std::string* const award = known(text);
    if (award != nullptr && (has_marks(text) || !recipients_number)) return {Kind::award, *award};
    const bool more = says_more(record, field);
    if (award != nullptr || is_award_like(text)) {
        if (recipients_number) {
            record.warning("row.title-doubtful", field,
                           {fmt::format("\"{}\" nghe như tên khen thưởng nhưng có số thứ tự của người nhận nên được "
                                        "chiếu như người nhận. Nếu là tiêu đề, xóa số thứ tự.",
                                        quoted_text(written)),
                            fmt::format("\"{}\" sounds like an award but is numbered like a recipient, so it is shown "
                                        "as one. If it is a title, delete its number.",
                                        quoted_text(written))});
            return {};
        }
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
        const std::string_view plain = without_count(text);
        if (plain.find('(') == std::string_view::npos && !recipients_number)
            if (const auto kind = meaning_of(words_of("awards", "kind"), plain))
                return {Kind::recipients, std::string(*kind)};
        // "I | TẬP THỂ: 05 đơn vị", never "Tập thể lao động Sở Y tế"
        if (stands_out && is_only(fold(text), "tap the")) return {Kind::recipients, "collective"};
        if (stands_out && is_only(fold(text), "ca nhan")) return {Kind::recipients, "person"};
        // Beside an award's own column a numeral counts the awards, and this is the first recipient of one.
        if (stands_out && !record.has("award")) return {Kind::doubtful_award, text};
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
