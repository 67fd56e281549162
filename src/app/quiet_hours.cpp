#include "app/quiet_hours.h"

#include <cstdio>

namespace hall {
namespace {

constexpr int minutes_an_hour = 60, minutes_a_day = 24 * 60;

}  // namespace

bool QuietHours::contains(const LocalTime& time) const {
    const int minute = time.hour * minutes_an_hour + time.minute;
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

std::optional<QuietHours> parse_quiet_hours(const std::string& text) {
    int from_hour = 0, from_minute = 0, to_hour = 0, to_minute = 0;
    char after = 0;
    if (std::sscanf(text.c_str(), "%2d:%2d-%2d:%2d%c", &from_hour, &from_minute, &to_hour, &to_minute, &after) != 4)
        return std::nullopt;
    const QuietHours hours{from_hour * minutes_an_hour + from_minute, to_hour * minutes_an_hour + to_minute};
    for (const int minute : {from_minute, to_minute})
        if (minute < 0 || minute >= minutes_an_hour) return std::nullopt;
    for (const int minutes : {hours.from, hours.to})
        if (minutes < 0 || minutes > minutes_a_day) return std::nullopt;
    return hours;
}

}  // namespace hall
