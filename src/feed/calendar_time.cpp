#include "feed/calendar_time.h"

#include <fmt/format.h>

namespace hall {
namespace {

/// libical walks every change of a zone that is described by rules: one a year is what zones have, one a second would
/// keep it busy for days.
bool is_yearly(icalcomponent* timezone) {
    bool yearly = true;
    for_each_component(timezone, ICAL_ANY_COMPONENT, [&](icalcomponent* part) {
        for (icalproperty* rule = icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY); rule != nullptr;
             rule = icalcomponent_get_next_property(part, ICAL_RRULE_PROPERTY)) {
            const icalrecurrencetype recurrence = icalproperty_get_rrule(rule);
            yearly &= recurrence.freq == ICAL_YEARLY_RECURRENCE && recurrence.by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX &&
                      recurrence.by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX &&
                      recurrence.by_second[0] == ICAL_RECURRENCE_ARRAY_MAX;
        }
    });
    return yearly;
}

icalcomponent* timezone_of(icalcomponent* calendar, const std::string& name) {
    icalcomponent* found = nullptr;
    for_each_component(calendar, ICAL_VTIMEZONE_COMPONENT, [&](icalcomponent* part) {
        icalproperty* id = icalcomponent_get_first_property(part, ICAL_TZID_PROPERTY);
        const char* text = id != nullptr ? icalproperty_get_tzid(id) : nullptr;
        if (found == nullptr && text != nullptr && name == text) found = part;
    });
    return found;
}

/// "Asia/Ho_Chi_Minh", or at the end of "/example.org/20260101/Asia/Ho_Chi_Minh".
std::optional<TimeZone> named_zone(const std::string& name) {
    if (auto zone = TimeZone::named(name)) return zone;
    const auto last = name.rfind('/');
    if (last == std::string::npos || last == 0) return {};
    const auto before = name.rfind('/', last - 1);
    return before == std::string::npos ? std::nullopt : TimeZone::named(name.substr(before + 1));
}

}  // namespace

CalendarClock::CalendarClock(icalproperty* property, icalcomponent* calendar, const TimeZone& home) : zone_(home) {
    icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* text = parameter != nullptr ? icalparameter_get_tzid(parameter) : nullptr;
    if (text == nullptr) return;
    const std::string name = text;
    if (const auto zone = named_zone(name)) {
        zone_ = *zone;
        return;
    }
    icalcomponent* described = timezone_of(calendar, name);
    if (described != nullptr && is_yearly(described)) theirs_ = icalcomponent_get_timezone(calendar, name.c_str());
    unknown_ = theirs_ == nullptr;
}

std::optional<Instant> CalendarClock::instant(const icaltimetype& time) const {
    const std::string written = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time.year, time.month, time.day,
                                            time.hour, time.minute, time.second);
    if (icaltime_is_utc(time)) return parse_instant(written + "Z", zone_);
    if (theirs_ == nullptr) return parse_instant(written, zone_);
    const auto wall = parse_instant(written + "Z", zone_);
    icaltimetype copy = time;
    int daylight = 0;
    if (!wall) return {};
    return *wall - std::chrono::seconds(icaltimezone_get_utc_offset(theirs_, &copy, &daylight));
}

icaltimetype CalendarClock::local(Instant instant) const {
    if (theirs_ != nullptr) {
        icaltimetype time = icaltime_from_timet_with_zone(
            std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(instant)), 0,
            theirs_);
        time.zone = nullptr;
        return time;
    }
    const LocalTime local = zone_.local(instant);
    icaltimetype time = icaltime_null_time();
    time.year = local.year;
    time.month = local.month;
    time.day = local.day;
    time.hour = local.hour;
    time.minute = local.minute;
    time.second = local.second;
    return time;
}

}  // namespace hall
