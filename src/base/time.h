#pragma once
/// Instants, time zones, and how Vietnamese conferences write dates and times.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hall {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::duration<double>;
/// A point on the world's clock, to the millisecond, UTC.
using Instant = std::chrono::sys_time<Milliseconds>;

/// Wall-clock fields in some zone. Month 1-12, weekday 0 = Sunday.
struct LocalTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int weekday = 4;

    bool operator==(const LocalTime&) const = default;
};

/// An IANA time zone (by ICU). Cheap to copy; the default is Asia/Ho_Chi_Minh. Thread: any, const use.
class TimeZone {
public:
    TimeZone();
    static std::optional<TimeZone> named(std::string_view name);

    const std::string& name() const { return name_; }
    LocalTime local(Instant instant) const;
    std::string offset(Instant instant) const;  ///< "+07:00": what the zone is ahead of UTC then
    /// A time that a clock change skips or repeats resolves to the later reading.
    Instant instant(const LocalTime& local) const;

private:
    struct Rules;
    TimeZone(std::string name, std::shared_ptr<const Rules> rules) : name_(std::move(name)), rules_(std::move(rules)) {}

    std::string name_;
    std::shared_ptr<const Rules> rules_;
};

/// RFC 3339 with an offset ("2022-12-20T08:00:00+07:00"), or a local "2022-12-20T08:00[:00]" read in `zone`.
/// Nothing for anything else, for a day that does not exist, or a year outside 1970-9999.
std::optional<Instant> parse_instant(std::string_view text, const TimeZone& zone);
/// "2022-12-20" or an RFC 3339 instant; the hour fields are 0 for a bare day.
std::optional<LocalTime> parse_day(std::string_view text, const TimeZone& zone);

std::string format_rfc3339(Instant instant);  ///< "2022-12-20T01:00:00Z"
/// "2022-12-20 08:00:00 +07:00": for people, by that zone's clock.
std::string format_moment(Instant instant, const TimeZone& zone);
std::string format_clock(const LocalTime& time);     ///< "08:05"
std::string format_day_short(const LocalTime& day);  ///< "05/01/2023"
/// "ngày 05 tháng 01 năm 2023"; days under 10 and months 1-2 carry a zero (Decree 30/2020, appendix I).
std::string format_day(const LocalTime& day);
/// "Thứ Ba, ngày 20 tháng 12 năm 2022".
std::string format_day_with_weekday(const LocalTime& day);
/// "8 giờ" on the hour, else "8 giờ 05".
std::string format_time_spoken(const LocalTime& time);

}  // namespace hall
