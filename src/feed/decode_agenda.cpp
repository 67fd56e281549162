#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

/// How long a day's last item runs where the feed does not say.
constexpr std::chrono::minutes last_item{15};

/// An item on its way to the agenda: its end may still be open, and its place must outlive the sorting.
struct Draft {
    AgendaItem item;
    std::optional<Instant> end;
    std::string place;
};

std::string clock_of(Instant instant, const TimeZone& zone) { return format_clock(zone.local(instant)); }

std::optional<Draft> read_item(const Value& value, const TimeZone& zone, Ids& ids) {
    const Object object(value, words::agenda_item);
    if (!value.is_object()) return {};
    Draft draft;
    draft.place = value.place().pointer();
    draft.item.id = ids.take(object, Ids::Missing::silent);
    draft.item.title = object.text("title");
    draft.item.kind = object.word("kind", words::item_kind).value_or(ItemKind::other);
    draft.item.speaker = read_person(object, "speaker");
    draft.item.note = object.text("note");
    const auto start = object.instant("start", zone);
    draft.end = object.instant("end", zone);
    if (draft.item.title.empty()) {
        object.error("agenda.title-missing", "title",
                     {"Mục chương trình không có tên, bị bỏ qua. Bổ sung tên.",
                      "This agenda item has no title and is left out. Add it."});
        return {};
    }
    if (!start) {
        object.error(
            "agenda.start-missing", "start",
            {fmt::format("\"{}\" không có giờ bắt đầu đọc được, bị bỏ qua. Sửa giờ bắt đầu.", draft.item.title),
             fmt::format("\"{}\" has no readable start and is left out. Mend its start.", draft.item.title)});
        return {};
    }
    draft.item.start = *start;
    if (draft.end && *draft.end <= *start) {
        object.error("agenda.end-before-start", "end",
                     {fmt::format("\"{}\" kết thúc ({}) không sau lúc bắt đầu ({}); giờ kết thúc bị bỏ qua. Sửa lại.",
                                  draft.item.title, clock_of(*draft.end, zone), clock_of(*start, zone)),
                      fmt::format("\"{}\" ends ({}) no later than it starts ({}); its end is ignored. Mend it.",
                                  draft.item.title, clock_of(*draft.end, zone), clock_of(*start, zone))});
        draft.end.reset();
    }
    return draft;
}

bool same_day(const LocalTime& left, const LocalTime& right) {
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

/// Midnight after the local day of `instant`, at the latest.
Instant end_of_day(Instant instant, const TimeZone& zone) {
    LocalTime local = zone.local(instant);
    local.hour = local.minute = local.second = 0;
    const std::chrono::year_month_day day{std::chrono::year(local.year),
                                          std::chrono::month(static_cast<unsigned>(local.month)),
                                          std::chrono::day(static_cast<unsigned>(local.day))};
    const std::chrono::year_month_day next = std::chrono::sys_days(day) + std::chrono::days(1);
    local.year = static_cast<int>(next.year());
    local.month = static_cast<int>(static_cast<unsigned>(next.month()));
    local.day = static_cast<int>(static_cast<unsigned>(next.day()));
    return zone.instant(local);
}

/// Sorted drafts: an open end is the next later start of the same day. No item runs all night for want of an end.
void close_ends(std::vector<Draft>& drafts, const TimeZone& zone) {
    std::optional<Instant> later;
    for (std::size_t i = drafts.size(); i-- > 0;) {
        Draft& draft = drafts[i];
        const Instant start = draft.item.start;
        if (i + 1 < drafts.size() && drafts[i + 1].item.start > start) later = drafts[i + 1].item.start;
        if (draft.end)
            draft.item.end = *draft.end;
        else if (later && same_day(zone.local(*later), zone.local(start)))
            draft.item.end = *later;
        else
            draft.item.end = std::min<Instant>(start + last_item, end_of_day(start, zone));
    }
}

void report_overlaps(const std::vector<Draft>& drafts, const TimeZone& zone, Findings& findings) {
    const Draft* longest = nullptr;
    for (const Draft& draft : drafts) {
        if (longest && draft.item.start < longest->item.end)
            findings.warning(
                "agenda.overlap", draft.place,
                {fmt::format("\"{}\" bắt đầu lúc {}, khi \"{}\" chưa kết thúc ({}). Sửa giờ một trong hai mục.",
                             draft.item.title, clock_of(draft.item.start, zone), longest->item.title,
                             clock_of(longest->item.end, zone)),
                 fmt::format("\"{}\" starts at {}, before \"{}\" ends ({}). Mend one of the times.", draft.item.title,
                             clock_of(draft.item.start, zone), longest->item.title,
                             clock_of(longest->item.end, zone))});
        if (!longest || draft.item.end > longest->item.end) longest = &draft;
    }
}

void report_other_days(const std::vector<Draft>& drafts, const Identity& identity, Findings& findings) {
    if (!identity.date) return;
    for (const Draft& draft : drafts) {
        const LocalTime local = identity.timezone.local(draft.item.start);
        if (same_day(local, *identity.date)) continue;
        findings.warning("agenda.other-day", draft.place + "/start",
                         {fmt::format("\"{}\" vào ngày {}, không phải ngày hội nghị {}. Xem lại ngày.",
                                      draft.item.title, format_day_short(local), format_day_short(*identity.date)),
                          fmt::format("\"{}\" is on {}, not on the day of the conference, {}. Look at the date.",
                                      draft.item.title, format_day_short(local), format_day_short(*identity.date))});
    }
}

}  // namespace

std::vector<AgendaItem> read_agenda(const Object& feed, const Identity& identity) {
    std::vector<Draft> drafts;
    Ids ids("item");
    feed.for_each("agenda", [&](const Value& value) {
        if (auto draft = read_item(value, identity.timezone, ids)) drafts.push_back(std::move(*draft));
    });
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& left, const Draft& right) { return left.item.start < right.item.start; });
    close_ends(drafts, identity.timezone);
    report_overlaps(drafts, identity.timezone, feed.findings());
    report_other_days(drafts, identity, feed.findings());
    std::vector<AgendaItem> agenda;
    agenda.reserve(drafts.size());
    for (Draft& draft : drafts) agenda.push_back(std::move(draft.item));
    return agenda;
}

}  // namespace hall
