#include <charconv>
#include <set>

#include "base/text.h"
#include "feed/workbook.h"
#include "feed/written_values.h"
#include "feed/xml.h"

namespace hall {
namespace {

constexpr int deepest_text = 16;
constexpr int deepest_group = 8;

std::size_t repeat_of(const pugi::xml_node& node, std::string_view name) {
    const std::string_view text = attribute_of(node, name);
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc() && end == text.data() + text.size() && count > 0 ? count : 1;
}

void add_text(const pugi::xml_node& node, std::string& text, int depth) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
        else if (is_element(child, "s"))
            text.append(std::min<std::size_t>(repeat_of(child, "c"), most_columns), ' ');
        else if (is_element(child, "tab"))
            text += ' ';
        else if (is_element(child, "line-break"))
            text += '\n';
        else if (!is_element(child, "annotation") && depth < deepest_text)
            add_text(child, text, depth + 1);
    }
}

/// What the cell shows: its paragraphs.
std::string shown_text(const pugi::xml_node& cell) {
    std::string text;
    for (const pugi::xml_node child : cell.children()) {
        if (!is_element(child, "p")) continue;
        if (!text.empty()) text += '\n';
        add_text(child, text, 0);
    }
    return text;
}

/// "PT07H30M00S" is 07:30.
std::string clock_of(std::string_view duration) {
    WrittenClock clock;
    int number = 0;
    if (!duration.starts_with("PT")) return {};
    for (const char c : duration.substr(2)) {
        if (c >= '0' && c <= '9') {
            number = std::min(number * 10 + (c - '0'), 9999);
            continue;
        }
        if (c == 'H') clock.hour = number;
        if (c == 'M') clock.minute = number;
        number = 0;
    }
    if (clock.hour > 23 || clock.minute > 59) return {};
    return iso_moment({}, clock).substr(11);
}

Cell read_cell(const pugi::xml_node& node) {
    const std::string_view type = attribute_of(node, "value-type");
    if (type == "date") {
        const std::string_view value = attribute_of(node, "date-value");
        return {std::string(value.ends_with("T00:00:00") ? value.substr(0, 10) : value), false};
    }
    if (type == "time")
        if (std::string clock = clock_of(attribute_of(node, "time-value")); !clock.empty()) return {clock, false};
    if (type == "boolean") return {std::string(attribute_of(node, "boolean-value")), false};
    // Of numbers, too, what the secretary sees is what is meant.
    std::string text = shown_text(node);
    const std::string value(attribute_of(node, "value"));
    if (type == "float" && (text.empty() || text == value)) return {value, true};
    if (text.empty()) return {value, false};
    return {std::move(text), false};
}

class OdsReader {
public:
    OdsReader(Sheets& sheets, const pugi::xml_node& styles) : filler_(sheets) {
        for (const pugi::xml_node style : styles.children())
            if (attribute_of(child_of(style, "table-properties"), "display") == "false")
                hidden_styles_.emplace(attribute_of(style, "name"));
    }

    void read_tables(const pugi::xml_node& spreadsheet) {
        for (const pugi::xml_node table : spreadsheet.children()) {
            if (!is_element(table, "table") || filler_.full()) continue;
            if (hidden_styles_.contains(std::string(attribute_of(table, "style-name")))) continue;
            filler_.begin_sheet(std::string(attribute_of(table, "name")));
            row_ = 1;
            if (!filler_.full()) read_rows(table, 0);
        }
    }

    Status finish() { return filler_.finish(); }

private:
    void read_rows(const pugi::xml_node& parent, int depth) {
        for (const pugi::xml_node child : parent.children()) {
            if (filler_.full()) return;
            if (is_element(child, "table-row"))
                read_row(child);
            else if (depth < deepest_group &&
                     (is_element(child, "table-rows") || is_element(child, "table-row-group") ||
                      is_element(child, "table-header-rows")))
                read_rows(child, depth + 1);
        }
    }

    void read_row(const pugi::xml_node& row) {
        const std::size_t repeated = repeat_of(row, "number-rows-repeated");
        const std::string_view visibility = attribute_of(row, "visibility");
        std::vector<std::pair<std::size_t, Cell>> cells;
        std::size_t column = 0;
        for (const pugi::xml_node node : row.children()) {
            if (!is_element(node, "table-cell") && !is_element(node, "covered-table-cell")) continue;
            const std::size_t times = repeat_of(node, "number-columns-repeated");
            Cell cell = is_element(node, "table-cell") ? read_cell(node) : Cell{};
            for (std::size_t i = 0; i < times && column + i < most_columns && !cell.empty(); ++i)
                cells.emplace_back(column + i, cell);
            column += std::min(times, most_columns);
        }
        for (std::size_t i = 0; i < repeated && !cells.empty() && !filler_.full(); ++i) {
            filler_.begin_row(row_ + i, visibility == "collapse" || visibility == "filter");
            for (const auto& [at, cell] : cells) filler_.put(at, cell);
        }
        row_ += repeated;
    }

    SheetFiller filler_;
    std::set<std::string> hidden_styles_;  ///< of sheets that nobody sees
    std::size_t row_ = 1;
};

}  // namespace

Result<Sheets> read_ods(Archive& archive) {
    const auto bytes = archive.read("content.xml");
    if (!bytes) return bytes.error();
    pugi::xml_document document;
    if (!document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return fault("Tệp ODS hỏng. Mở bằng chương trình bảng tính rồi lưu lại.",
                     "The ODS file is broken. Open it in a spreadsheet program and save it again.");
    const pugi::xml_node spreadsheet = child_of(child_of(document.document_element(), "body"), "spreadsheet");
    if (!spreadsheet)
        return fault(
            "Tệp này không phải bảng tính (có thể là văn bản hoặc bài trình chiếu). Đưa bảng vào tệp .ods hoặc "
            ".csv.",
            "This file is no spreadsheet (perhaps a text or a presentation). Put the table into an .ods or .csv "
            "file.");
    Sheets sheets;
    OdsReader reader(sheets, child_of(document.document_element(), "automatic-styles"));
    reader.read_tables(spreadsheet);
    if (const Status finished = reader.finish(); !finished) return finished.error();
    return sheets;
}

}  // namespace hall
