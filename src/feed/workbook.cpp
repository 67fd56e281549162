#include "feed/workbook.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/written_values.h"

namespace hall {

void SheetFiller::begin_sheet(std::string name) {
    if (sheets_->size() >= most_columns) full_ = true;
    if (!full_) sheets_->push_back({std::move(name), {}});
}

void SheetFiller::begin_row(std::size_t number, bool hidden) {
    if (rows_++ >= most_records) full_ = true;
    if (!full_) sheets_->back().rows.push_back({number, {}, hidden});
}

void SheetFiller::put(std::size_t column, Cell cell) {
    bytes_ += cell.text.size() + sizeof(Cell);
    if (bytes_ > 8 * most_document_bytes) full_ = true;
    if (full_ || column >= most_columns || fold(cell.text).empty()) return;
    std::vector<Cell>& cells = sheets_->back().rows.back().cells;
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = std::move(cell);
}

Status SheetFiller::finish() {
    if (full_)
        return fault(
            fmt::format("Bảng tính quá lớn (giới hạn {} hàng). Chia nhỏ hoặc xóa bớt.", most_records),
            fmt::format("The spreadsheet is too large (the limit is {} rows). Split it or remove some.", most_records));
    for (Worksheet& sheet : *sheets_) std::erase_if(sheet.rows, [](const Row& row) { return row.cells.empty(); });
    return Done{};
}

std::string serial_text(double serial, SerialShows shows) {
    constexpr double minutes_a_day = 24 * 60;
    constexpr double most = 2'958'466;  // the end of 9999
    if (!(serial >= 0 && serial < most)) return {};
    auto minutes = static_cast<long long>(std::llround(serial * minutes_a_day));
    if (shows == SerialShows::clock) minutes %= static_cast<long long>(minutes_a_day);
    const auto epoch = std::chrono::sys_days(std::chrono::December / 30 / 1899);
    const auto moment = epoch + std::chrono::minutes(minutes);
    const auto midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(midnight);
    const WrittenDay day{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                         static_cast<int>(static_cast<unsigned>(date.day()))};
    const int of_day = static_cast<int>((moment - midnight).count());
    std::string both = iso_moment(day, {of_day / 60, of_day % 60});
    switch (shows) {
        case SerialShows::day: return iso_day(day);
        case SerialShows::clock: return both.substr(both.find('T') + 1);
        case SerialShows::both: return both;
    }
    return both;
}

std::string number_text(double number, int decimals) {
    if (!std::isfinite(number)) return {};
    if (std::abs(number) >= 1e15) return fmt::format("{:.0f}", number);
    std::string text = fmt::format("{:.{}f}", number, decimals >= 0 ? decimals : 9);
    // A format's decimals are shown even where they are zero; what no format asked for is not.
    if (decimals < 0) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

Result<Sheets> read_workbook(std::string_view bytes, const ForeignWish&) {
    auto archive = Archive::open(bytes);
    if (!archive) return archive.error();
    if (archive->has("word/document.xml") || archive->has("ppt/presentation.xml"))
        return fault(
            "Đây là văn bản Word hoặc bài trình chiếu, không phải bảng tính. Đưa bảng vào tệp .xlsx hoặc .csv.",
            "This is a Word document or a presentation, no spreadsheet. Put the table into an .xlsx or .csv "
            "file.");
    if (archive->has("xl/workbook.bin") || archive->has("Index/Document.iwa") || archive->has("Index.zip"))
        return fault("Đây là bảng tính Numbers hoặc Excel nhị phân (.xlsb). Xuất hoặc lưu lại dạng .xlsx, hoặc CSV.",
                     "This is a Numbers or a binary Excel spreadsheet (.xlsb). Export or save it as .xlsx, or as CSV.");
    if (archive->has("content.xml")) return read_ods(*archive);
    if (archive->has("[Content_Types].xml")) return read_xlsx(*archive);
    return fault("Tệp nén này không phải bảng tính XLSX hay ODS. Kiểm tra địa chỉ nguồn.",
                 "This zip file is neither an XLSX nor an ODS spreadsheet. Check the source's address.");
}

}  // namespace hall
