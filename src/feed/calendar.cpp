#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "feed/calendar_outline.h"
#include "feed/calendar_time.h"
#include "feed/schedule.h"

namespace hall {
namespace {

constexpr std::chrono::days days_around{7};  // an event farther from the conference belongs to something else

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

std::string safe(const char* text) { return text == nullptr ? std::string() : clean_text(text); }

std::string text_property(icalcomponent* component, icalproperty_kind kind, const char* (*get)(const icalproperty*)) {
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    return property == nullptr ? std::string() : safe(get(property));
}

class Calendar {
public:
    Calendar(std::vector<std::size_t> lines, Draft& draft)
        : lines_(std::move(lines)), draft_(&draft), home_(draft.wish->zone) {}

    void read(icalcomponent* root) {
        for_each_calendar(root, [&](icalcomponent* calendar) { read_names(calendar); });
        if (!draft_->wish->days.empty()) {
            LocalTime first = draft_->wish->days.front(), last = draft_->wish->days.back();
            first.hour = last.hour = first.minute = last.minute = first.second = last.second = 0;
            window_ = Period{home_.instant(first), home_.instant(last) + std::chrono::days(1)};
        }
        for_each_calendar(root, [&](icalcomponent* calendar) { collect_overrides(calendar); });
        for_each_calendar(root, [&](icalcomponent* calendar) {
            for_each_component(calendar, ICAL_VEVENT_COMPONENT,
                               [&](icalcomponent* event) { read_event(calendar, event); });
        });
        report_others();
        std::stable_sort(items_.begin(), items_.end(),
                         [](const ScheduleItem& left, const ScheduleItem& right) { return left.start < right.start; });
        add_schedule(items_, title_, home_, *draft_);
    }

private:
    template <class Each>
    static void for_each_calendar(icalcomponent* root, Each each) {
        if (icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT) return each(root);
        for_each_component(root, ICAL_VCALENDAR_COMPONENT, each);
    }

    void read_names(icalcomponent* calendar) {
        for_each_property(calendar, ICAL_X_PROPERTY, [&](icalproperty* property) {
            const std::string name = safe(icalproperty_get_x_name(property));
            const std::string value = safe(icalproperty_get_x(property));
            if (name == "X-WR-CALNAME" && title_.empty()) title_ = value;
            if (name == "X-WR-TIMEZONE")
                if (const auto zone = TimeZone::named(value)) home_ = *zone;
        });
    }

    /// Occurrences that an event of their own stands for, moved or cancelled.
    void collect_overrides(icalcomponent* calendar) {
        for_each_component(calendar, ICAL_VEVENT_COMPONENT, [&](icalcomponent* event) {
            icalproperty* id = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
            if (id == nullptr) return;
            if (const auto instant = CalendarClock(id, calendar, home_).instant(icalproperty_get_recurrenceid(id)))
                overridden_[uid_of(event)].insert(*instant);
        });
    }

    static std::string uid_of(icalcomponent* event) {
        return text_property(event, ICAL_UID_PROPERTY, icalproperty_get_uid);
    }

    std::string where() const { return fmt::format("{}:{}", draft_->wish->name, line_); }

    void read_event(icalcomponent* calendar, icalcomponent* event) {
        line_ = event_ < lines_.size() ? lines_[event_] : line_;
        ++event_;
        icalproperty* status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
        if (status != nullptr && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED) return;
        ScheduleItem item;
        item.line = line_;
        item.id = uid_of(event);
        item.title = text_property(event, ICAL_SUMMARY_PROPERTY, icalproperty_get_summary);
        item.note = text_property(event, ICAL_LOCATION_PROPERTY, icalproperty_get_location);
        item.kind = text_property(event, ICAL_CATEGORIES_PROPERTY, icalproperty_get_categories);
        read_description(text_property(event, ICAL_DESCRIPTION_PROPERTY, icalproperty_get_description), item);

        icalproperty* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        if (start == nullptr) return report_start(item);
        const icaltimetype written = icalproperty_get_dtstart(start);
        if (icaltime_is_date(written)) return report_all_day(item);
        const CalendarClock clock(start, calendar, home_);
        const auto instant = clock.instant(written);
        if (!instant) return report_start(item);
        if (clock.unknown()) report_zone(item);
        const auto duration = duration_of(calendar, event, *instant);
        const auto add = [&](Instant occurrence) {
            item.start = occurrence;
            item.end = duration ? std::optional(occurrence + *duration) : std::nullopt;
            items_.push_back(item);
        };
        const auto has = [&](icalproperty_kind kind) {
            return icalcomponent_get_first_property(event, kind) != nullptr;
        };
        const bool is_override = has(ICAL_RECURRENCEID_PROPERTY);
        const bool recurs = has(ICAL_RRULE_PROPERTY) || has(ICAL_RDATE_PROPERTY);
        if (!recurs || is_override) {
            if (window_ && !window_->wider(days_around).holds(*instant)) return ++others_, void();
            if (is_override) item.id += '/' + format_rfc3339(*instant);
            return add(*instant);
        }
        const std::string uid = item.id;
        for (const Instant occurrence : occurrences({calendar, event, home_}, clock, *instant)) {
            item.id = uid + '/' + format_rfc3339(occurrence);
            add(occurrence);
        }
    }

    /// "Người trình bày: Ông A" in a description says what a column of that name would.
    static void read_description(const std::string& description, ScheduleItem& item) {
        const SheetKind* agenda = sheet_kind_of_section("agenda");
        std::string_view rest = description;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            const auto colon = line.find(':');
            const Column* column =
                colon == std::string_view::npos ? nullptr : column_named(*agenda, line.substr(0, colon));
            if (column != nullptr) {
                std::string value = clean_text(line.substr(colon + 1));
                if (column->field == "speaker")
                    item.speaker = std::move(value);
                else if (column->field == "kind")
                    item.kind = std::move(value);
                else if (column->field == "note")
                    item.note = std::move(value);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    std::optional<Milliseconds> duration_of(icalcomponent* calendar, icalcomponent* event, Instant start) const {
        if (icalproperty* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
            const auto instant = CalendarClock(end, calendar, home_).instant(icalproperty_get_dtend(end));
            if (instant && *instant > start) return *instant - start;
        }
        if (icalproperty* length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
            const int seconds = icaldurationtype_as_int(icalproperty_get_duration(length));
            if (seconds > 0) return std::chrono::seconds(seconds);
        }
        return {};
    }

    std::set<Instant> occurrences(const CalendarEvent& event, const CalendarClock& clock, Instant first) {
        if (!window_) {
            draft_->findings.warning(
                "calendar.recurrence", where(),
                {"Sự kiện lặp lại, nhưng chưa biết ngày hội nghị; chỉ lần đầu được dùng. Ghi ngày hội nghị.",
                 "This event recurs, but the conference's date is not known; only the first time is used. Give the "
                 "conference's date."});
            return {first};
        }
        if (recurs_within_a_day(event))
            draft_->findings.error(
                "calendar.recurrence", where(),
                {"Sự kiện lặp theo giờ, phút hoặc giây không phải mục chương trình; chỉ lần đầu được "
                 "dùng.",
                 "An event that recurs by the hour, minute or second is no agenda item; only its "
                 "first time is used."});
        std::set<Instant> found = recurrences(event, clock, first, *window_);
        if (const auto moved = overridden_.find(uid_of(event.event)); moved != overridden_.end())
            for (const Instant instant : moved->second) found.erase(instant);
        return found;
    }

    void report_start(const ScheduleItem& item) const {
        draft_->findings.error(
            "agenda.start-missing", where(),
            {fmt::format("\"{}\" không có giờ bắt đầu đọc được, bị bỏ qua. Sửa giờ bắt đầu.", item.title),
             fmt::format("\"{}\" has no readable start and is left out. Mend its start.", item.title)});
    }

    void report_all_day(const ScheduleItem& item) const {
        draft_->findings.warning(
            "calendar.all-day", where(),
            {fmt::format("\"{}\" kéo dài cả ngày, không có giờ, nên không có trong chương trình. Ghi giờ nếu cần.",
                         item.title),
             fmt::format("\"{}\" lasts all day and has no time, so it is not in the agenda. Give it a time if it "
                         "belongs there.",
                         item.title)});
    }

    void report_zone(const ScheduleItem& item) const {
        draft_->findings.warning(
            "calendar.timezone", where(),
            {fmt::format("Không biết múi giờ của \"{}\"; dùng {}.", item.title, home_.name()),
             fmt::format("The time zone of \"{}\" is not known; {} is used.", item.title, home_.name())});
    }

    void report_others() const {
        if (others_ == 0) return;
        draft_->findings.warning(
            "calendar.other-days", fmt::format("{}:1", draft_->wish->name),
            {fmt::format("{} sự kiện cách ngày hội nghị hơn {} ngày, bị bỏ qua.", others_, days_around.count()),
             fmt::format("{} events lie more than {} days from the conference and are left out.", others_,
                         days_around.count())});
    }

    std::vector<std::size_t> lines_;
    Draft* draft_;
    TimeZone home_;
    std::optional<Period> window_;
    std::string title_;
    std::unordered_map<std::string, std::set<Instant>> overridden_;
    std::vector<ScheduleItem> items_;
    std::size_t event_ = 0;
    std::size_t line_ = 1;
    int others_ = 0;
};

Error cut_off() {
    return fault("Lịch iCalendar bị cắt giữa chừng hoặc hỏng (BEGIN không có END). Tải lại hoặc xuất lại tệp.",
                 "The iCalendar is cut off or broken (a BEGIN without its END). Fetch or export it again.");
}

}  // namespace

Status read_calendar(std::string_view bytes, Draft& draft) {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string text(bytes.substr(0, bytes.find('\0')));
    Outline outline = outline_of(text);
    if (text.size() != bytes.size() || !outline.whole) return cut_off();
    const std::unique_ptr<icalcomponent, FreeComponent> root(icalparser_parse_string(text.c_str()));
    if (!root) return cut_off();
    Calendar(std::move(outline.events), draft).read(root.get());
    return Done{};
}

}  // namespace hall
