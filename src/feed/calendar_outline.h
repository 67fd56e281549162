#pragma once
/// The lines of an iCalendar, before libical reads them. Room-private.
#include <cstddef>
#include <string_view>
#include <vector>

namespace hall {

/// What the lines say before libical reads them (it tells of a tangle on stderr, and keeps no lines).
struct Outline {
    std::vector<std::size_t> events;  ///< the lines on which they begin, in the order of the document
    bool whole = true;                ///< every BEGIN has its END, and nothing stands outside the calendars
};

Outline outline_of(std::string_view text);

}  // namespace hall
