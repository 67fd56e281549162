#pragma once
/// Agendas that come as calendars and schedules. Room-private.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feed/sheet_table.h"

namespace hall {

struct ScheduleItem {
    std::string id;
    std::string title;
    std::string kind;     ///< as it is written; "" where nobody says
    std::string speaker;  ///< several names stand between commas
    std::string note;
    Instant start{};
    std::optional<Instant> end;
    std::size_t line = 1;  ///< where the event begins in its document
};

/// The items, in the order they have, as "agenda"; title and zone as the conference's where a whole feed was asked for.
void add_schedule(const std::vector<ScheduleItem>& items, const std::string& title, const TimeZone& zone, Draft& draft);

/// The item is left out: nobody can tell when it begins.
void report_no_start(const ScheduleItem& item, Draft& draft);

/// "10:30" of a day ("2026-12-05"). Where it is known when the schedule's day turns (RFC 3339, "" where it is not),
/// that says which day: talks after midnight are printed under the day before.
std::optional<Instant> schedule_start(std::string_view day, std::string_view clock, std::string_view turn,
                                      const TimeZone& zone);
/// "00:30", "1:30:00" (hours first), "1:02:00:00" (days first).
std::optional<Seconds> schedule_duration(std::string_view text);

Status read_calendar(std::string_view bytes, Draft& draft);
Status read_frab_xml(std::string_view bytes, Draft& draft);
Status read_frab_json(std::string_view bytes, Draft& draft);

}  // namespace hall
