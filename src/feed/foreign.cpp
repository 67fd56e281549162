#include "feed/foreign.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/feed_words.h"
#include "feed/legacy_text.h"
#include "feed/schedule.h"
#include "feed/sheet.h"
#include "feed/sheet_sections.h"

namespace hall {
namespace {

struct Chosen {
    const Worksheet* sheet;
    const SheetKind* kind;
};

/// By its name, else by its headings: the kind that understands most of them.
const SheetKind* kind_of(const Worksheet& sheet) {
    if (const SheetKind* kind = sheet_kind_of_name(sheet.name)) return kind;
    const SheetKind* best = nullptr;
    std::size_t most = 1;
    for (const SheetKind& kind : sheet_kinds()) {
        const auto headings = find_headings(sheet, kind);
        if (!headings || headings->understood <= most) continue;
        most = headings->understood;
        best = &kind;
    }
    return best;
}

std::string wanted_headings(const SheetKind& kind) {
    std::string names;
    for (const Column& column : kind.columns)
        if (column.kind != CellKind::numbering)
            names += (names.empty() ? "" : ", ") + fmt::format("\"{}\"", first_name(column.names));
    return names;
}

/// "5, 7-9"
std::string hidden_rows(const Worksheet& sheet) {
    constexpr std::size_t most_spans = 8;
    std::string rows;
    std::size_t spans = 0;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        if (!sheet.rows[i].hidden) continue;
        const std::size_t first = sheet.rows[i].number;
        while (i + 1 < sheet.rows.size() && sheet.rows[i + 1].hidden) ++i;
        if (++spans > most_spans) return rows + "...";
        const std::size_t last = sheet.rows[i].number;
        rows +=
            (rows.empty() ? "" : ", ") + (first == last ? std::to_string(first) : fmt::format("{}-{}", first, last));
    }
    return rows;
}

/// As in a CSV of the same sheet they count: a filter that somebody forgot must not take recipients from the wall.
void report_hidden_rows(const Worksheet& sheet, Draft& draft) {
    const std::string rows = hidden_rows(sheet);
    if (rows.empty()) return;
    draft.findings.warning(
        "row.hidden", place_in_sheet(sheet.name, 1, ""),
        {fmt::format("Các hàng này bị ẩn hoặc lọc trong bảng tính nhưng vẫn được chiếu: {}. Xóa nếu không dùng, nếu "
                     "dùng thì bỏ ẩn.",
                     rows),
         fmt::format(
             "These rows are hidden or filtered away in the spreadsheet and shown all the same: {}. Delete them if "
             "they are not meant, else unhide them.",
             rows)});
}

void report_no_rows(const Table& table) {
    table.draft().findings.warning(
        "sheet.empty", place_in_sheet(table.sheet().name, table.sheet().rows[table.headings().index].number, ""),
        {"Dưới tiêu đề cột chưa có hàng nào, nên không có gì để chiếu. Điền vào, hoặc bỏ bảng này.",
         "There is no row under the headings, so there is nothing to show. Fill it in, or leave this sheet out."},
        fmt::format("/{}", table.kind().section));
}

void read_sheet(const Chosen& chosen, Draft& draft) {
    report_hidden_rows(*chosen.sheet, draft);
    if (chosen.kind->layout == SheetKind::Layout::pairs) return add_conference(*chosen.sheet, *chosen.kind, draft);
    auto headings = find_headings(*chosen.sheet, *chosen.kind);
    if (!headings) headings = find_headings(*chosen.sheet, *chosen.kind, chosen.kind->enough);
    if (!headings) {
        if (chosen.sheet->rows.empty()) return;
        const std::string names = wanted_headings(*chosen.kind);
        return draft.findings.error(
            "sheet.no-headings", place_in_sheet(chosen.sheet->name, 1, ""),
            {fmt::format("Không thấy hàng tiêu đề cột, nên trang tính này không được dùng. Các cột có thể là: {}.",
                         names),
             fmt::format("There is no heading row, so this sheet is not used. Its columns may be: {}.", names)});
    }
    const Table table(*chosen.sheet, *chosen.kind, *std::move(headings), draft);
    table.report_headings();
    if (const std::string_view field = chosen.kind->essential; !field.empty() && !table.has(field)) {
        const std::string name(first_name(column_of_field(*chosen.kind, field)->names));
        return draft.findings.error(
            "column.missing", place_in_sheet(chosen.sheet->name, chosen.sheet->rows[table.headings().index].number, ""),
            {fmt::format("Thiếu cột \"{}\", nên trang tính này không được dùng. Thêm cột hoặc đổi tên một cột.", name),
             fmt::format("The column \"{}\" is missing, so this sheet is not used. Add it or rename one.", name)});
    }
    bool any = false;
    table.for_each([&](const Record&) { any = true; });
    if (!any) report_no_rows(table);
    add_section(table);
}

/// The conference's day is what times without a date belong to, and members are what other sheets refer to.
std::vector<Chosen> in_reading_order(const Sheets& sheets, Draft& draft) {
    std::vector<Chosen> order;
    for (const Worksheet& sheet : sheets) {
        if (const SheetKind* kind = kind_of(sheet))
            order.push_back({&sheet, kind});
        else if (!sheet.rows.empty())
            draft.findings.warning(
                "sheet.unknown", place_in_sheet(sheet.name, 1, ""),
                {fmt::format("Không biết trang tính \"{}\" là phần nào của hội nghị, nên không được dùng. Đặt tên như "
                             "\"Thành viên\", \"Chương trình\", \"Khen thưởng\".",
                             escape_for_log(sheet.name)),
                 fmt::format("Nobody can tell what the sheet \"{}\" holds, so it is not used. Name it like \"Thành "
                             "viên\" (members), \"Chương trình\" (agenda), \"Khen thưởng\" (awards).",
                             escape_for_log(sheet.name))});
    }
    const auto rank = [](const Chosen& chosen) {
        return chosen.kind->section == "conference" ? 0 : chosen.kind->section == "members" ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Chosen& left, const Chosen& right) { return rank(left) < rank(right); });
    return order;
}

/// What a conference sheet says of day and zone holds for the sheets that follow.
void learn_day(ForeignWish& wish, const Json& document) {
    const auto conference = document.find("conference");
    if (conference == document.end()) return;
    if (const auto zone = TimeZone::named(conference->value("timezone", ""))) wish.zone = *zone;
    if (const auto day = parse_day(conference->value("date", ""), wish.zone); day && wish.days.empty())
        wish.days.push_back(*day);
}

/// Headings are often typed anew over a list that was pasted from an old document.
bool is_heading(std::string_view text) {
    const auto kinds = sheet_kinds();
    return text.size() < 80 && std::any_of(kinds.begin(), kinds.end(),
                                           [&](const SheetKind& kind) { return column_named(kind, text) != nullptr; });
}

void mend_legacy_text(Sheets& sheets, TextEncoding encoding) {
    if (encoding == TextEncoding::unicode) return;
    for (Worksheet& sheet : sheets) {
        sheet.name = from_legacy(sheet.name, encoding);
        for (Row& row : sheet.rows)
            for (Cell& cell : row.cells)
                if (!is_heading(cell.text)) cell.text = from_legacy(cell.text, encoding);
    }
}

/// What was asked for is done, but somebody has to look at the letters.
void report_encoding(Draft& draft) {
    if (draft.wish->encoding == TextEncoding::unicode) return;
    draft.findings.warning(
        "text.converted", draft.wish->name,
        {"Chữ đã được chuyển từ bảng mã cũ sang Unicode theo \"encoding\". Soát lại từng tên, nhất là chữ hoa có dấu, "
         "rồi "
         "lưu nguồn bằng Unicode.",
         "The text was converted from an old encoding, as \"encoding\" asks. Proofread every name, capitals with marks "
         "above all, then save the source as Unicode."});
}

Converted finished(Draft draft) {
    Converted converted;
    // Text may hold bytes that are no Unicode: the decoder reports what they became.
    converted.document = draft.document.dump(-1, ' ', false, Json::error_handler_t::replace);
    converted.places = std::move(draft.places);
    converted.issues = std::move(draft.findings).take();
    return converted;
}

/// UTF-8 that somebody's program took for Latin letters: no language writes these pairs.
bool looks_misread(const Sheets& sheets) {
    constexpr std::string_view pairs[] = {"á»", "áº", "Ä‘", "Ãª", "Ã´", "Æ°", "Ã¡"};
    for (const Worksheet& sheet : sheets)
        for (const Row& row : sheet.rows)
            for (const Cell& cell : row.cells)
                for (const std::string_view pair : pairs)
                    if (cell.text.find(pair) != std::string::npos) return true;
    return false;
}

Result<Converted> convert_sheets(const Sheets& sheets, ForeignWish wish) {
    Draft draft(wish);
    draft.document["format"] = words::format;
    report_encoding(draft);
    std::vector<Chosen> order;
    if (wish.section.empty()) {
        order = in_reading_order(sheets, draft);
    } else if (const SheetKind* kind = sheet_kind_of_section(wish.section)) {
        // In a workbook of several sheets the one of that name is meant, else the first that holds something.
        const Worksheet* chosen = nullptr;
        for (const Worksheet& sheet : sheets) {
            if (!chosen && !sheet.rows.empty()) chosen = &sheet;
            if (sheets.size() > 1 && sheet_kind_of_name(sheet.name) == kind) {
                chosen = &sheet;
                break;
            }
        }
        if (chosen) order.push_back({chosen, kind});
    } else {
        return fault(
            fmt::format("Mục \"{}\" không đọc được từ bảng tính.", escape_for_log(wish.section)),
            fmt::format("The section \"{}\" cannot be read from a spreadsheet.", escape_for_log(wish.section)));
    }
    if (order.empty() && looks_misread(sheets))
        return fault(
            "Chữ Việt trong bảng này đã bị đọc sai bảng mã (như \"TÃªn\" thay cho \"Tên\"). Mở lại tệp gốc, chọn "
            "bảng mã UTF-8, rồi lưu lại.",
            "Vietnamese letters of this table were read in a wrong encoding (\"TÃªn\" instead of \"Tên\"). Open the "
            "original again as UTF-8 and save it anew.");
    if (order.empty())
        return fault(
            "Bảng trống, hoặc không có hàng tiêu đề hiểu được. Đặt tiêu đề các cột ở hàng đầu (hoitruong template "
            "viết bảng mẫu); CSV thì ngăn cột bằng dấu phẩy, chấm phẩy hoặc tab.",
            "The spreadsheet is empty, or none of its sheets has a heading row that is understood. Put headings "
            "into the first row (hoitruong template writes examples); in a CSV, separate columns by comma, "
            "semicolon or tab.");
    for (const Chosen& chosen : order) {
        read_sheet(chosen, draft);
        if (wish.section.empty()) learn_day(wish, draft.document);
    }
    return finished(std::move(draft));
}

Result<Converted> convert_schedule(std::string_view bytes, FeedKind kind, const ForeignWish& wish) {
    if (!wish.section.empty() && wish.section != "agenda")
        return fault(fmt::format("Lịch chỉ dùng được cho chương trình (agenda), không cho \"{}\".", wish.section),
                     fmt::format("A calendar or schedule can only be the agenda, not \"{}\".", wish.section));
    Draft draft(wish);
    draft.document["format"] = words::format;
    const Status read = kind == FeedKind::calendar   ? read_calendar(bytes, draft)
                        : kind == FeedKind::frab_xml ? read_frab_xml(bytes, draft)
                                                     : read_frab_json(bytes, draft);
    if (!read) return read.error();
    return finished(std::move(draft));
}

Result<Converted> convert_kind(std::string_view bytes, FeedKind kind, const ForeignWish& wish) {
    if (kind == FeedKind::own_json) return Converted{std::string(bytes), {}, {}};
    if (kind != FeedKind::csv && kind != FeedKind::workbook) return convert_schedule(bytes, kind, wish);
    auto sheets = kind == FeedKind::csv ? read_csv(bytes, wish) : read_workbook(bytes, wish);
    if (!sheets) return sheets.error();
    mend_legacy_text(*sheets, wish.encoding);
    return convert_sheets(*sheets, wish);
}

}  // namespace

Result<Converted> convert(std::string_view bytes, FeedKind kind, const ForeignWish& wish) {
    if (bytes.size() > most_document_bytes)
        return fault(
            fmt::format("Tài liệu quá lớn: {} byte, giới hạn {} byte.", bytes.size(), most_document_bytes),
            fmt::format("The document is too large: {} bytes, the limit is {}.", bytes.size(), most_document_bytes));
    try {
        return convert_kind(bytes, kind, wish);
    } catch (const std::exception& exception) {  // memory ran out, or a library broke its word
        return fault(fmt::format("Không đọc được nguồn: {}.", escape_for_log(exception.what())),
                     fmt::format("The feed cannot be read: {}.", escape_for_log(exception.what())));
    }
}

}  // namespace hall
