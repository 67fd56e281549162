#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "feed/number_format.h"
#include "feed/workbook.h"
#include "feed/written_values.h"
#include "feed/xml.h"

namespace hall {
namespace {

Error broken(std::string_view part) {
    return fault(
        fmt::format("Tệp XLSX hỏng ({}). Mở bằng chương trình bảng tính rồi lưu lại.", part),
        fmt::format("The XLSX file is broken ({}). Open it in a spreadsheet program and save it again.", part));
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

/// A string item: its text, or the texts of its runs; phonetic readings are no part of it.
std::string string_item(const pugi::xml_node& item) {
    std::string text;
    for (const pugi::xml_node child : item.children()) {
        if (is_element(child, "t")) text += child.text().get();
        if (is_element(child, "r")) text += child_of(child, "t").text().get();
    }
    return text;
}

/// From 0: "B3" is 1.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters)
        if (letters < 4) column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    if (letters == 0 || letters > 3) return {};
    return column - 1;
}

class XlsxReader {
public:
    explicit XlsxReader(Archive& archive) : archive_(&archive) {}

    Result<Sheets> read() {
        std::string workbook_part = "xl/workbook.xml";
        for (const auto& [id, target] : relations_of(""))
            if (target.ends_with("workbook.xml")) workbook_part = target;
        pugi::xml_document workbook;
        if (const Status loaded = load(workbook_part, workbook); !loaded) return loaded.error();
        const pugi::xml_node root = workbook.document_element();
        from_1904_ = is_true(attribute_of(child_of(root, "workbookPr"), "date1904"));
        const auto relations = relations_of(workbook_part);
        const std::string folder = workbook_part.substr(0, workbook_part.rfind('/') + 1);
        if (const Status read = read_strings(folder + "sharedStrings.xml"); !read) return read.error();
        if (const Status read = read_styles(folder + "styles.xml"); !read) return read.error();

        Sheets sheets;
        SheetFiller filler(sheets);
        for (const pugi::xml_node sheet : child_of(root, "sheets").children()) {
            if (!is_element(sheet, "sheet")) continue;
            const std::string_view state = attribute_of(sheet, "state");
            if (state == "hidden" || state == "veryHidden") continue;
            const auto part = relations.find(std::string(relation_id(sheet)));
            if (part == relations.end() || !archive_->has(part->second)) continue;
            filler.begin_sheet(std::string(attribute_of(sheet, "name")));
            if (const Status read = read_sheet(part->second, filler); !read) return read.error();
        }
        if (const Status finished = filler.finish(); !finished) return finished.error();
        return sheets;
    }

private:
    Status load(const std::string& part, pugi::xml_document& document) {
        const auto bytes = archive_->read(part);
        if (!bytes) return bytes.error();
        // White space in a cell may be all there is of it: a run of its own holds the space between two words.
        if (!document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
            return broken(part);
        return Done{};
    }

    /// Sheets have both a sheetId and the relation's id, "r:id".
    static std::string_view relation_id(const pugi::xml_node& sheet) {
        for (const pugi::xml_attribute attribute : sheet.attributes())
            if (std::string_view(attribute.name()).find(':') != std::string_view::npos &&
                local_name(attribute.name()) == "id")
                return attribute.value();
        return {};
    }

    /// Relation ids to parts; "" asks for the package's own.
    std::map<std::string, std::string> relations_of(const std::string& part) {
        const auto slash = part.rfind('/') + 1;  // npos + 1 = 0
        const std::string folder = part.substr(0, slash);
        const std::string name = folder + "_rels/" + part.substr(slash) + ".rels";
        std::map<std::string, std::string> relations;
        pugi::xml_document document;
        if (!archive_->has(name) || !load(name, document)) return relations;
        for (const pugi::xml_node relation : document.document_element().children()) {
            const std::string_view target = attribute_of(relation, "Target");
            relations.emplace(attribute_of(relation, "Id"),
                              target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target));
        }
        return relations;
    }

    Status read_strings(const std::string& part) {
        if (!archive_->has(part)) return Done{};
        pugi::xml_document document;
        if (Status loaded = load(part, document); !loaded) return loaded;
        for (const pugi::xml_node item : document.document_element().children())
            if (is_element(item, "si")) strings_.push_back(string_item(item));
        return Done{};
    }

    Status read_styles(const std::string& part) {
        if (!archive_->has(part)) return Done{};
        pugi::xml_document document;
        if (Status loaded = load(part, document); !loaded) return loaded;
        std::map<int, NumberFormat> own;
        for (const pugi::xml_node format : child_of(document.document_element(), "numFmts").children())
            if (const auto id = number_of<int>(attribute_of(format, "numFmtId")))
                own.emplace(*id, read_format(attribute_of(format, "formatCode")));
        for (const pugi::xml_node xf : child_of(document.document_element(), "cellXfs").children()) {
            if (!is_element(xf, "xf")) continue;
            const int id = number_of<int>(attribute_of(xf, "numFmtId")).value_or(0);
            const auto found = own.find(id);
            formats_.push_back(found != own.end() ? found->second : built_in_format(id));
        }
        return Done{};
    }

    Status read_sheet(const std::string& part, SheetFiller& filler) {
        pugi::xml_document document;
        if (Status loaded = load(part, document); !loaded) return loaded;
        std::size_t number = 0;
        for (const pugi::xml_node row : child_of(document.document_element(), "sheetData").children()) {
            if (!is_element(row, "row")) continue;
            number = number_of<std::uint32_t>(attribute_of(row, "r")).value_or(static_cast<std::uint32_t>(number + 1));
            filler.begin_row(number, is_true(attribute_of(row, "hidden")));
            std::size_t column = 0;
            for (const pugi::xml_node cell : row.children()) {
                if (filler.full()) return Done{};
                if (!is_element(cell, "c")) continue;
                column = column_of(attribute_of(cell, "r")).value_or(column);
                filler.put(column++, read_cell(cell));
            }
        }
        return Done{};
    }

    Cell read_cell(const pugi::xml_node& cell) const {
        const std::string_view type = attribute_of(cell, "t");
        const std::string value = child_of(cell, "v").text().get();
        if (type == "inlineStr") return {string_item(child_of(cell, "is")), false};
        if (type == "s") {
            const auto index = number_of<std::size_t>(value);
            return index && *index < strings_.size() ? Cell{strings_[*index], false} : Cell{};
        }
        if (type == "b") return {value == "1" ? "true" : "false", false};
        if (type == "str" || type == "e" || type == "d") return {value, false};
        const auto number = number_of<double>(value);
        if (!number) return {value, false};
        const auto style = number_of<std::size_t>(attribute_of(cell, "s")).value_or(0);
        return read_number_cell(*number, style < formats_.size() ? formats_[style] : NumberFormat{});
    }

    Cell read_number_cell(double number, const NumberFormat& format) const {
        constexpr double days_to_1904 = 1462;
        if (format.day || format.clock) {
            const SerialShows shows = !format.clock ? SerialShows::day
                                      : format.day  ? SerialShows::both
                                                    : SerialShows::clock;
            std::string text = serial_text(number + (from_1904_ && format.day ? days_to_1904 : 0), shows);
            if (!text.empty()) return {std::move(text), false};
        }
        if (format.percent) return {vietnamese_number(number_text(number * 100, format.decimals)) + "%", false};
        return {number_text(number, format.decimals), true};
    }

    Archive* archive_;
    std::vector<std::string> strings_;
    std::vector<NumberFormat> formats_;  ///< by cell style
    bool from_1904_ = false;
};

}  // namespace

Result<Sheets> read_xlsx(Archive& archive) { return XlsxReader(archive).read(); }

}  // namespace hall
