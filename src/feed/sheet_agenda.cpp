#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "feed/sheet_sections.h"

namespace hall {
namespace {

/// "Buổi sáng", "CHIỀU": a row that only parts the day.
bool parts_the_day(std::string_view text) {
    const std::string bare = bare_heading(text);
    for (const std::string_view part : {"sang", "chieu", "toi", "buoi sang", "buoi chieu", "buoi toi"})
        if (bare == part) return true;
    return false;
}

const Cell* only_cell(const Row& row) {
    const Cell* only = nullptr;
    for (const Cell& cell : row.cells) {
        if (cell.empty()) continue;
        if (only) return nullptr;
        only = &cell;
    }
    return only;
}

/// The rows of one sheet, one after the other: each may set the day for those that follow.
class AgendaRows {
public:
    explicit AgendaRows(const Table& table) : table_(&table) {
        const auto& days = table.draft().wish->days;
        if (!days.empty()) day_ = WrittenDay{days.front().year, days.front().month, days.front().day};
    }

    void read(const Record& record) {
        const TimeZone& zone = table_->draft().wish->zone;
        if (const Cell* only = only_cell(record.row())) {
            const auto moment = read_moment(only->text, zone);
            if (moment && moment->day && !moment->clock) {
                day_ = moment->day;
                return;
            }
            if (parts_the_day(only->text)) return;
        }
        if (record.has("date")) {
            const Json date = record.value("date");
            if (date.is_null()) return;  // said already; on which day it is nobody knows
            day_ = read_moment(date.get<std::string>(), zone)->day;
        }
        const auto span = read_times(record.cell("start"), zone);
        if (!span || !span->from.clock) return report_start(record);
        if (span->from.day) day_ = span->from.day;
        if (!day_) return report_day(record);
        add(record, *span);
    }

private:
    void add(const Record& record, const WrittenSpan& span) {
        Json& agenda = table_->draft().document["agenda"];
        const std::string pointer = fmt::format("/agenda/{}", agenda.size());
        record.place(pointer);
        Json item = Json::object();
        record.put(item, pointer, "id");
        record.put(item, pointer, "start");
        item["start"] = iso_moment(*day_, *span.from.clock);
        std::optional<WrittenMoment> end = span.to;
        if (record.has("end")) {
            const auto times = read_times(record.cell("end"), table_->draft().wish->zone);
            end = times ? std::optional(times->from) : std::nullopt;
            if (!end || !end->clock)
                record.error("cell.unreadable", "end", cannot_read(record.cell("end"), CellKind::moment, {}));
        }
        if (end && end->clock) {
            record.put(item, pointer, "end", record.has("end") ? "end" : "start");
            item["end"] = iso_moment(end->day.value_or(*day_), *end->clock);
        }
        for (const std::string_view field : {"title", "kind", "note"}) record.put(item, pointer, field);
        if (record.has("speaker")) put_person(record, item, pointer, "speaker", "speaker");
        agenda.push_back(std::move(item));
    }

    void report_start(const Record& record) const {
        if (record.has("start"))
            return record.error("cell.unreadable", "start", cannot_read(record.cell("start"), CellKind::moment, {}));
        const std::string title = escape_for_log(clean_text(record.text("title")), 80);
        record.error("agenda.start-missing", "start",
                     {fmt::format("\"{}\" không có giờ bắt đầu, bị bỏ qua. Ghi giờ như 07:30.", title),
                      fmt::format("\"{}\" has no start and is left out. Write it like 07:30.", title)});
    }

    void report_day(const Record& record) {
        if (day_reported_) return;
        day_reported_ = true;
        record.error("agenda.day-unknown", "start",
                     {"Không biết ngày của chương trình, nên các mục không ghi ngày bị bỏ qua. Thêm cột \"Ngày\", hoặc "
                      "ghi ngày hội nghị.",
                      "The agenda's day is not known, so items without a date are left out. Add a column \"Ngày\" "
                      "(date), or give the conference's date."});
    }

    const Table* table_;
    std::optional<WrittenDay> day_;
    bool day_reported_ = false;
};

}  // namespace

void add_agenda(const Table& table) {
    Json& agenda = table.draft().document["agenda"];
    if (!agenda.is_array()) agenda = Json::array();
    AgendaRows rows(table);
    // Every row: one that parts the days may stand in a column without a heading.
    for (std::size_t i = table.headings().index + 1; i < table.sheet().rows.size(); ++i)
        rows.read(Record(table, table.sheet().rows[i]));
}

}  // namespace hall
