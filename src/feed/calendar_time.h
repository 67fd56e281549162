#pragma once
/// What the times of an iCalendar mean. Room-private.
#include <libical/ical.h>

#include <chrono>
#include <optional>
#include <set>
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

template <class Each>
void for_each_property(icalcomponent* component, icalproperty_kind kind, Each each) {
    for (icalproperty* property = icalcomponent_get_first_property(component, kind); property != nullptr;
         property = icalcomponent_get_next_property(component, kind))
        each(property);
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

/// The days that recurring events are expanded within, and those that single ones may lie on.
struct Period {
    Instant from, until;

    bool holds(Instant instant) const { return instant >= from && instant < until; }
    Period wider(std::chrono::days by) const { return {from - by, until + by}; }
};

struct CalendarEvent {
    icalcomponent* calendar;
    icalcomponent* event;
    const TimeZone& home;
};

/// By the hour, minute or second.
bool recurs_within_a_day(const CalendarEvent& event);
/// When an event takes place within the window, by its rule, its further dates and its exceptions. Of a rule that
/// recurs within a day, the first time only.
std::set<Instant> recurrences(const CalendarEvent& event, const CalendarClock& clock, Instant first,
                              const Period& window);

}  // namespace hall
