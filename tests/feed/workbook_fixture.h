#pragma once
/// Workbooks made on the spot: the parts of a zip file as text.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <cstring>
#include <map>
#include <string>

namespace hall {

using Parts = std::map<std::string, std::string>;

inline std::string zipped(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    EXPECT_NE(archive, nullptr);
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, 0) < 0) zip_source_free(source);  // a fuzzer's second of a name
    }
    EXPECT_EQ(zip_close(archive), 0);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

struct XlsxSheet {
    std::string name;
    std::string rows;          ///< the content of <sheetData>
    std::string attributes{};  ///< of <sheet>
};

inline Parts xlsx_parts(const std::vector<XlsxSheet>& sheets, const std::string& strings = "",
                        const std::string& styles = "", const std::string& workbook_properties = "") {
    Parts parts;
    parts["[Content_Types].xml"] = "<Types/>";
    parts["_rels/.rels"] = R"(<Relationships><Relationship Id="rId1" Target="xl/workbook.xml"/></Relationships>)";
    std::string list, relations;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        list += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}" {}/>)", sheets[i].name, number, number,
                            sheets[i].attributes);
        relations += fmt::format(R"(<Relationship Id="rId{}" Target="worksheets/sheet{}.xml"/>)", number, number);
        parts["xl/worksheets/sheet" + number + ".xml"] =
            "<worksheet><sheetData>" + sheets[i].rows + "</sheetData></worksheet>";
    }
    parts["xl/workbook.xml"] = "<workbook>" + workbook_properties + "<sheets>" + list + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
    if (!strings.empty()) parts["xl/sharedStrings.xml"] = "<sst>" + strings + "</sst>";
    if (!styles.empty()) parts["xl/styles.xml"] = "<styleSheet>" + styles + "</styleSheet>";
    return parts;
}

/// A cell with its text in place.
inline std::string cell(const std::string& reference, const std::string& text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline Parts ods_parts(const std::string& tables) {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml",
             "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>"
             "<office:spreadsheet>" +
                 tables + "</office:spreadsheet></office:body></office:document-content>"}};
}

}  // namespace hall
