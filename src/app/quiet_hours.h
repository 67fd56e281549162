#pragma once
/// Hours without a picture: at night the display is black and, where that can be, without power.
#include <optional>
#include <string>

#include "base/time.h"

namespace hall {

/// "22:00-06:00", in the conference's time zone; over midnight where it ends before it begins.
struct QuietHours {
    int from = 0;  ///< minutes since midnight
    int to = 0;    ///< minutes since midnight; not quiet any more

    bool contains(const LocalTime& time) const;
    bool operator==(const QuietHours&) const = default;
};

std::optional<QuietHours> parse_quiet_hours(const std::string& text);

}  // namespace hall
