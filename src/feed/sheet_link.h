#pragma once
/// The link that people copy from a spreadsheet's address bar leads to a page for reading; its data is elsewhere.
#include <string>
#include <string_view>

namespace hall {

enum class SheetScope {
    whole_workbook,  ///< for a feed: every sheet, as XLSX
    one_sheet,       ///< for a section: the sheet that the link names, as CSV; the workbook where it names none
};

/// For a Google Sheets link ("https://docs.google.com/spreadsheets/d/ID/edit#gid=7") its export link, for a published
/// one (".../d/e/ID/pubhtml") its published data; every other text as it is. Thread: any; pure.
std::string export_link(std::string_view link, SheetScope scope);

}  // namespace hall
