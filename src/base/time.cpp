#include "base/time.h"

#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdlib>

namespace hall {

struct TimeZone::Rules {
    std::unique_ptr<icu::TimeZone> zone;
};

namespace {

/// Reads exactly `width` digits.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size()) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(at, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<std::chrono::sys_days> day_of(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1970 || year > 9999) return std::nullopt;
    return std::chrono::sys_days{date};
}

struct DayAndTime {
    LocalTime local;
    std::string_view rest;  ///< what follows the seconds: "", "Z", "+07:00"
};

std::optional<DayAndTime> parse_fields(std::string_view text) {
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-' || !day_of(*year, *month, *day))
        return std::nullopt;
    DayAndTime read{{*year, *month, *day, 0, 0, 0, 0}, text.substr(10)};
    const std::chrono::weekday weekday{*day_of(*year, *month, *day)};
    read.local.weekday = static_cast<int>(weekday.c_encoding());
    if (read.rest.empty()) return read;

    if (read.rest[0] != 'T' && read.rest[0] != 't' && read.rest[0] != ' ') return std::nullopt;
    const auto hour = digits(read.rest, 1, 2), minute = digits(read.rest, 4, 2);
    if (!hour || !minute || read.rest[3] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
    read.local.hour = *hour;
    read.local.minute = *minute;
    read.rest.remove_prefix(6);
    if (read.rest.empty() || read.rest[0] != ':') return read;

    const auto second = digits(read.rest, 1, 2);
    if (!second || *second > 60) return std::nullopt;
    read.local.second = *second == 60 ? 59 : *second;
    read.rest.remove_prefix(3);
    if (!read.rest.empty() && read.rest[0] == '.') {
        const auto end = read.rest.find_first_not_of("0123456789", 1);
        if (end == 1) return std::nullopt;
        read.rest.remove_prefix(end == std::string_view::npos ? read.rest.size() : end);
    }
    return read;
}

/// "Z" or "+07:00" as minutes east of UTC.
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    const auto hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || !hours || !minutes || *hours > 23 ||
        *minutes > 59)
        return std::nullopt;
    const int east = *hours * 60 + *minutes;
    return text[0] == '-' ? -east : east;
}

}  // namespace

TimeZone::TimeZone() {
    static const TimeZone home = *named("Asia/Ho_Chi_Minh");
    *this = home;
}

std::optional<TimeZone> TimeZone::named(std::string_view name) {
    const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    if (!zone || name.empty() || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
    return TimeZone(std::string(name), std::make_shared<Rules>(Rules{std::move(zone)}));
}

LocalTime TimeZone::local(Instant instant) const {
    int32_t raw = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(static_cast<UDate>(instant.time_since_epoch().count()), 0, raw, saving, status);
    const auto shifted = instant + Milliseconds(raw + saving);
    const auto day = std::chrono::floor<std::chrono::days>(shifted);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{shifted - day};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count()),
            static_cast<int>(std::chrono::weekday{day}.c_encoding())};
}

std::string TimeZone::offset(Instant instant) const {
    int32_t raw = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(static_cast<UDate>(instant.time_since_epoch().count()), 0, raw, saving, status);
    constexpr int per_minute = 60'000, minutes_per_hour = 60;
    const int minutes = (raw + saving) / per_minute;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / minutes_per_hour,
                       std::abs(minutes) % minutes_per_hour);
}

Instant TimeZone::instant(const LocalTime& local) const {
    const auto day = day_of(local.year, local.month, local.day).value_or(std::chrono::sys_days{});
    const Instant wall =
        day + std::chrono::hours(local.hour) + std::chrono::minutes(local.minute) + std::chrono::seconds(local.second);
    int32_t raw = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(static_cast<UDate>(wall.time_since_epoch().count()), 1, raw, saving, status);
    return wall - Milliseconds(raw + saving);
}

std::optional<Instant> parse_instant(std::string_view text, const TimeZone& zone) {
    const auto read = parse_fields(text);
    if (!read || text.size() == 10) return std::nullopt;
    if (read->rest.empty()) return zone.instant(read->local);
    const auto east = parse_offset(read->rest);
    if (!east) return std::nullopt;
    const auto day = day_of(read->local.year, read->local.month, read->local.day);
    return Instant(*day + std::chrono::hours(read->local.hour) + std::chrono::minutes(read->local.minute - *east) +
                   std::chrono::seconds(read->local.second));
}

std::optional<LocalTime> parse_day(std::string_view text, const TimeZone& zone) {
    if (const auto instant = parse_instant(text, zone)) return zone.local(*instant);
    const auto read = parse_fields(text);
    if (!read || text.size() != 10) return std::nullopt;
    return read->local;
}

std::string format_rfc3339(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string format_moment(Instant instant, const TimeZone& zone) {
    const LocalTime local = zone.local(instant);
    return fmt::format("{:04}-{:02}-{:02} {}:{:02} {}", local.year, local.month, local.day, format_clock(local),
                       local.second, zone.offset(instant));
}

std::string format_clock(const LocalTime& time) { return fmt::format("{:02}:{:02}", time.hour, time.minute); }

std::string format_day_short(const LocalTime& day) {
    return fmt::format("{:02}/{:02}/{:04}", day.day, day.month, day.year);
}

std::string format_day(const LocalTime& day) {
    const std::string month = day.month <= 2 ? fmt::format("{:02}", day.month) : std::to_string(day.month);
    return fmt::format("ngày {:02} tháng {} năm {}", day.day, month, day.year);
}

std::string format_day_with_weekday(const LocalTime& day) {
    static constexpr std::array names = {"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"};
    return fmt::format("{}, {}", names[static_cast<std::size_t>(day.weekday) % names.size()], format_day(day));
}

std::string format_time_spoken(const LocalTime& time) {
    return time.minute == 0 ? fmt::format("{} giờ", time.hour) : fmt::format("{} giờ {:02}", time.hour, time.minute);
}

}  // namespace hall
