#pragma once
/// Dates, times and numbers as people write them in Vietnamese spreadsheets. Room-private. Thread: any.
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace hall {

struct WrittenDay {
    int year = 1970, month = 1, day = 1;

    bool operator==(const WrittenDay&) const = default;
};

struct WrittenClock {
    int hour = 0, minute = 0;

    bool operator==(const WrittenClock&) const = default;
};

struct WrittenMoment {
    std::optional<WrittenDay> day;
    std::optional<WrittenClock> clock;
    bool half_said = false;  ///< "2 giờ sáng", "2:00 PM": the clock says which half of the day it means
};

struct WrittenSpan {
    WrittenMoment from;
    std::optional<WrittenMoment> to;
};

/// "05/12/2026", "5-12-2026", "5.12.26", "2026-12-05", "Thứ Bảy, ngày 5 tháng 12 năm 2026"; "7h30", "07:30", "7 giờ
/// 30", "7g30", "7 giờ rưỡi", "2 giờ chiều", "10h đêm", "7:30 PM", "7:30 CH"; both together; RFC 3339, which becomes
/// the wall clock of `zone`. The day stands before the month. Nothing for anything else, or for a day or time that does
/// not exist.
std::optional<WrittenMoment> read_moment(std::string_view text, const TimeZone& zone);
/// A moment, or two: "7h30 - 8h00", "từ 07:30 đến 08:00".
std::optional<WrittenSpan> read_span(std::string_view text, const TimeZone& zone);

/// "1.234,5" and "1,234.5" are the same; a lone comma is the decimal one, a lone point before three digits is not.
std::optional<double> read_number(std::string_view text);
/// A spreadsheet's number ("1234.5") as it is written in Vietnamese: "1.234,5".
std::string vietnamese_number(std::string_view digits);

std::string iso_day(const WrittenDay& day);                                ///< "2026-12-05"
std::string iso_moment(const WrittenDay& day, const WrittenClock& clock);  ///< "2026-12-05T07:30"

}  // namespace hall
