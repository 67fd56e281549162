#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/text.h"
#include "feed/sheet_sections.h"

namespace hall {
namespace {

enum class DayPart { unsaid, morning, afternoon, evening };

struct PartWord {
    std::string_view word;  ///< folded
    DayPart part;
};
constexpr std::array part_words{PartWord{"sang", DayPart::morning}, PartWord{"trua", DayPart::afternoon},
                                PartWord{"chieu", DayPart::afternoon}, PartWord{"toi", DayPart::evening},
                                PartWord{"dem", DayPart::evening}};

/// What a row that only parts the days says of those below it.
struct DayHeading {
    std::optional<WrittenDay> day;
    DayPart part = DayPart::unsaid;
};

std::string_view without_signs(std::string_view folded) {
    const auto is_kept = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    while (!folded.empty() && !is_kept(folded.front())) folded.remove_prefix(1);
    while (!folded.empty() && !is_kept(folded.back())) folded.remove_suffix(1);
    return folded;
}

/// "i. buoi sang" without its numeral.
std::string_view without_numeral(std::string_view folded) {
    const auto space = folded.find(' ');
    const bool numeral = space != std::string_view::npos && space > 0 && space <= 4 &&
                         (folded[space - 1] == '.' || folded[space - 1] == ')');
    return numeral ? folded.substr(space + 1) : folded;
}

/// Takes "buoi chieu" or "chieu" off the beginning or the end.
DayPart take_part(std::string_view& folded) {
    for (const PartWord& each : part_words)
        for (const std::string& words : {"buoi " + std::string(each.word), std::string(each.word)}) {
            std::string_view rest = folded;
            if (folded.starts_with(words))
                rest.remove_prefix(words.size());
            else if (folded.ends_with(words))
                rest.remove_suffix(words.size());
            else
                continue;
            const char beside = rest.empty() ? ' ' : folded.starts_with(words) ? rest.front() : rest.back();
            if (beside >= 'a' && beside <= 'z') continue;
            folded = without_signs(rest);
            return each.part;
        }
    return DayPart::unsaid;
}

/// "06/12" is of the year that runs.
std::optional<WrittenSpan> read_when(std::string_view text, const TimeZone& zone,
                                     const std::optional<WrittenDay>& today) {
    auto span = read_span(text, zone);
    if (!span && today && text.find('/') != std::string_view::npos)
        span = read_span(fmt::format("{}/{}", text, today->year), zone);
    return span;
}

/// "Ngày 05/12/2026", "BUỔI CHIỀU (từ 14h00)", "I. Sáng Thứ Hai, ngày 07/12/2026", "NGÀY THỨ HAI (06/12)". A bracket
/// that says anything but when, or does not end the line, belongs to an item.
std::optional<DayHeading> day_heading(std::string_view text, const TimeZone& zone,
                                      const std::optional<WrittenDay>& today) {
    const std::string folded = fold(text);
    std::string_view rest = without_numeral(folded), bracket;
    if (const auto open = rest.find('('); open != std::string_view::npos) {
        const auto close = rest.find(')', open);
        if (close == std::string_view::npos || !without_signs(rest.substr(close)).empty()) return {};
        bracket = without_signs(rest.substr(open, close - open));
        rest = rest.substr(0, open);
    }
    rest = without_signs(rest);
    const bool begins_with_number = !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
    DayHeading heading;
    heading.part = take_part(rest);
    std::string when(rest);
    if (heading.part == DayPart::unsaid) heading.part = take_part(bracket);
    if (!bracket.empty()) {
        const auto aside = read_when(bracket, zone, today);
        if (!aside) return {};
        if (aside->from.day) when += ' ' + iso_day(*aside->from.day);
    }
    if (when.empty()) return heading.part == DayPart::unsaid ? std::nullopt : std::optional(heading);
    const auto span = read_when(when, zone, today);
    const bool only_a_day = span && span->from.day && !span->from.clock;
    // "14h chiều" is the start of an item, "Buổi chiều 14h" is none.
    if (!span || ((heading.part == DayPart::unsaid || begins_with_number) && !only_a_day)) return {};
    heading.day = span->from.day;
    return heading;
}

/// Hours as people say them below such a heading: 2h in the afternoon is 14:00; 11h there is before noon.
WrittenClock within(DayPart part, WrittenClock clock) {
    const bool later = (part == DayPart::afternoon && clock.hour >= 1 && clock.hour <= 10) ||
                       (part == DayPart::evening && clock.hour >= 5 && clock.hour <= 11);
    if (later) clock.hour += 12;
    return clock;
}

int minutes_of(const WrittenClock& clock) { return clock.hour * 60 + clock.minute; }

std::string shown_clock(const WrittenClock& clock) { return fmt::format("{:02}:{:02}", clock.hour, clock.minute); }

/// The rows of one sheet, one after the other: each may set the day for those that follow.
class AgendaRows {
public:
    explicit AgendaRows(const Table& table) : table_(&table) {
        const auto& days = table.draft().wish->days;
        if (!days.empty()) day_ = WrittenDay{days.front().year, days.front().month, days.front().day};
    }

    void read(const Record& record) {
        const TimeZone& zone = table_->draft().wish->zone;
        const Cell* only = only_cell(record.row());
        if (only)
            if (const auto heading = day_heading(only->text, zone, day_)) {
                if (heading->day) begin_day(*heading->day);
                if (heading->part != DayPart::unsaid) part_ = heading->part;
                return;
            }
        if (record.has("date")) {
            const Json date = record.value("date");
            if (date.is_null()) {  // said already; on which day it is nobody knows
                part_ = DayPart::unsaid;
                return;
            }
            begin_day(*read_moment(date.get<std::string>(), zone)->day);
        }
        const auto span = read_times(record.cell("start"), zone);
        if (!span || !span->from.clock) {
            if (only && may_part_days(record, only->text)) part_ = DayPart::unsaid;
            return report_start(record);
        }
        if (span->from.day) begin_day(*span->from.day);
        if (!day_) return report_day(record);
        add(record, *span);
    }

private:
    void begin_day(const WrittenDay& day) {
        if (day_ == day) return;
        day_ = day;
        part_ = DayPart::unsaid;
        last_.reset();
    }

    /// The only cell that says something, numbering aside; where nothing else stands, a title merged over the row.
    const Cell* only_cell(const Row& row) const {
        const auto numbering = table_->column_of("-");
        const Cell* only = nullptr;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].empty() || i == numbering) continue;
            if (only) return nullptr;
            only = &row.cells[i];
        }
        return only || !numbering ? only : &row.cell(*numbering);
    }

    /// Whether what nobody can read may be a heading: it stands where no item is named, or is called a day.
    static bool may_part_days(const Record& record, std::string_view text) {
        return record.has("title") ? fold(text).starts_with("ngay ") : !read_number(text);
    }

    WrittenClock clock_of(const WrittenMoment& moment) const {
        return moment.day || moment.half_said ? *moment.clock : within(part_, *moment.clock);
    }

    void add(const Record& record, const WrittenSpan& span) {
        const WrittenClock start = clock_of(span.from);
        report_backwards(record, start);
        last_ = start;
        Json& agenda = table_->draft().document["agenda"];
        const std::string pointer = fmt::format("/agenda/{}", agenda.size());
        record.place(pointer);
        Json item = Json::object();
        record.put(item, pointer, "id");
        record.put(item, pointer, "start");
        item["start"] = iso_moment(*day_, start);
        std::optional<WrittenMoment> end = span.to;
        if (record.has("end")) {
            const auto times = read_times(record.cell("end"), table_->draft().wish->zone);
            end.reset();
            if (times) end = times->from;
            if (!end || !end->clock)
                record.error("cell.unreadable", "end", cannot_read(record.cell("end"), CellKind::moment, {}));
        }
        if (end && end->clock) {
            record.put(item, pointer, "end", record.has("end") ? "end" : "start");
            item["end"] = iso_moment(end->day.value_or(*day_), clock_of(*end));
        }
        for (const std::string_view field : {"title", "kind", "note"}) record.put(item, pointer, field);
        if (record.has("speaker")) put_person(record, item, pointer, "speaker", "speaker");
        agenda.push_back(std::move(item));
    }

    void report_backwards(const Record& record, const WrittenClock& start) const {
        if (!last_ || minutes_of(start) >= minutes_of(*last_)) return;
        const std::string title = escape_for_log(clean_text(record.text("title")), 80);
        const WrittenClock after_noon = within(DayPart::afternoon, start);
        const std::string at = shown_clock(start), before = shown_clock(*last_), later = shown_clock(after_noon);
        const bool explained = minutes_of(after_noon) >= minutes_of(*last_);
        record.warning(
            "agenda.backwards", "start",
            {fmt::format(
                 "\"{}\" lúc {} đứng dưới mục lúc {} cùng ngày nhưng được chiếu trước mục ấy. {}", title, at, before,
                 explained ? fmt::format("Nếu là {}, ghi như vậy hoặc thêm hàng \"BUỔI CHIỀU\" phía trên.", later)
                           : "Xem lại giờ của hai mục."),
             fmt::format("\"{}\" at {} stands below the item at {} of the same day and is shown before it. {}", title,
                         at, before,
                         explained ? fmt::format("If it is at {}, write that, or put a row \"BUỔI CHIỀU\" (afternoon) "
                                                 "above it.",
                                                 later)
                                   : "Look at both times.")});
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
    DayPart part_ = DayPart::unsaid;
    std::optional<WrittenClock> last_;  ///< start of the item above, of the same day
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
