#include <memory>

#include "feed/calendar_time.h"

namespace hall {
namespace {

constexpr int most_occurrences = 20'000;  // tried, of one rule

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

void expand(icalrecurrencetype rule, const CalendarClock& clock, Instant first, const Period& window,
            std::set<Instant>& found) {
    if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE) return;
    // The iterator counts on the wall clock; the rule's end may be UTC.
    if (icaltime_is_utc(rule.until))
        if (const auto until = clock.instant(rule.until)) rule.until = clock.local(*until);
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(rule, clock.local(first)));
    if (!iterator) return;
    if (rule.count == 0 && window.from > first)
        icalrecur_iterator_set_start(iterator.get(), clock.local(window.from - std::chrono::days(1)));
    for (int i = 0; i < most_occurrences; ++i) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next)) return;
        const auto instant = clock.instant(next);
        if (!instant || *instant >= window.until) return;
        if (window.holds(*instant)) found.insert(*instant);
    }
}

}  // namespace

bool recurs_within_a_day(const CalendarEvent& event) {
    icalproperty* rule = icalcomponent_get_first_property(event.event, ICAL_RRULE_PROPERTY);
    return rule != nullptr && icalproperty_get_rrule(rule).freq < ICAL_DAILY_RECURRENCE;
}

std::set<Instant> recurrences(const CalendarEvent& event, const CalendarClock& clock, Instant first,
                              const Period& window) {
    std::set<Instant> found;
    if (window.holds(first)) found.insert(first);
    if (icalproperty* rule = icalcomponent_get_first_property(event.event, ICAL_RRULE_PROPERTY))
        expand(icalproperty_get_rrule(rule), clock, first, window, found);
    for_each_property(event.event, ICAL_RDATE_PROPERTY, [&](icalproperty* property) {
        const icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        const auto instant = CalendarClock(property, event.calendar, event.home)
                                 .instant(icaltime_is_null_time(date.time) ? date.period.start : date.time);
        if (instant && window.holds(*instant)) found.insert(*instant);
    });
    for_each_property(event.event, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
        const auto instant =
            CalendarClock(property, event.calendar, event.home).instant(icalproperty_get_exdate(property));
        if (instant) found.erase(*instant);
    });
    return found;
}

}  // namespace hall
