#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/sheet.h"
#include "feed/text_encoding.h"

namespace hall {
namespace {

constexpr std::array delimiters{',', ';', '\t'};
constexpr std::size_t rows_looked_at = 40;  // to tell the delimiter

/// RFC 4180 as people's programs write it: a quote inside an unquoted cell is a character, one that is never closed
/// ends with the text, and a line ends with LF, CRLF or CR.
class CsvParser {
public:
    CsvParser(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    bool at_end() const { return at_ >= text_.size(); }

    std::vector<std::string> row() {
        std::vector<std::string> cells{cell()};
        while (!at_end() && text_[at_] == delimiter_) {
            ++at_;
            cells.push_back(cell());
        }
        if (!at_end() && text_[at_] == '\r') ++at_;
        if (!at_end() && text_[at_] == '\n') ++at_;
        return cells;
    }

private:
    bool ends_cell(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }

    std::string cell() {
        std::string cell;
        if (!at_end() && text_[at_] == '"') quoted(cell);
        while (!at_end() && !ends_cell(text_[at_])) cell += text_[at_++];
        return cell;
    }

    void quoted(std::string& cell) {
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_end() || text_[at_] != '"') return;
            }
            cell += text_[at_];
        }
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
};

/// The one that gives most rows the same number of cells, and more than one.
char delimiter_of(std::string_view text) {
    char best = delimiters.front();
    std::size_t most = 0;
    for (const char delimiter : delimiters) {
        std::map<std::size_t, std::size_t> widths;
        CsvParser parser(text, delimiter);
        for (std::size_t i = 0; i < rows_looked_at && !parser.at_end(); ++i) ++widths[parser.row().size()];
        for (const auto& [width, rows] : widths) {
            if (width < 2 || rows * width <= most) continue;
            most = rows * width;
            best = delimiter;
        }
    }
    return best;
}

/// Excel's own line: "sep=;".
std::optional<char> declared_delimiter(std::string_view text) {
    if (text.substr(0, 4) != "sep=" || text.size() < 6 || (text[5] != '\r' && text[5] != '\n')) return {};
    return text[4];
}

}  // namespace

Result<Sheets> read_csv(std::string_view bytes, const ForeignWish& wish) {
    const auto text = to_unicode(bytes, wish.encoding);
    if (!text) return text.error();
    const auto declared = declared_delimiter(*text);
    CsvParser parser(*text, declared.value_or(delimiter_of(*text)));
    Worksheet sheet{wish.name, {}};
    for (std::size_t number = 1; !parser.at_end(); ++number) {
        Row row{number, {}};
        for (std::string& cell : parser.row())
            row.cells.push_back(fold(cell).empty() ? Cell{} : Cell{std::move(cell), false});
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        if (row.cells.empty() || (number == 1 && declared)) continue;
        if (sheet.rows.size() == most_records)
            return fault(fmt::format("Bảng có hơn {} hàng. Chia nhỏ hoặc xóa bớt.", most_records),
                         fmt::format("The sheet has more than {} rows. Split it or remove some.", most_records));
        sheet.rows.push_back(std::move(row));
    }
    return Sheets{std::move(sheet)};
}

}  // namespace hall
