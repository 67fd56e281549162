#pragma once
/// What the times of an iCalendar mean. Room-private.
#include <libical/ical.h>

#include <optional>
#include <string>

#include "base/time.h"

namespace hall {

/// Calls each(icalcomponent*) for every child of that kind. libical's own loop keeps its place in the parent, where any
/// other loop over the same parent would move it.
template <class Each>
void for_each_component(icalcomponent* parent, icalcomponent_kind kind, Each each) {
    icalcompiter at = icalcomponent_begin_component(parent, kind);
    for (icalcomponent* child = icalcompiter_deref(&at); child != nullptr; child = icalcompiter_next(&at)) each(child);
}

/// The clock that a property's times go by: UTC, an IANA zone, the calendar's own VTIMEZONE, or nobody's (floating).
class CalendarClock {
public:
    /// `home` is the clock of floating times; `calendar` must outlive this.
    CalendarClock(icalproperty* property, icalcomponent* calendar, const TimeZone& home);

    std::optional<Instant> instant(const icaltimetype& time) const;
    /// The wall clock at that instant, without a zone.
    icaltimetype local(Instant instant) const;
    /// The property names a zone that neither the system nor the calendar knows: it is read as `home`.
    bool unknown() const { return unknown_; }

private:
    TimeZone zone_;
    icaltimezone* theirs_ = nullptr;
    bool unknown_ = false;
};

}  // namespace hall
