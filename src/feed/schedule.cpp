#include "feed/schedule.h"

#include <fmt/format.h>

#include <charconv>

namespace hall {

void add_schedule(const std::vector<ScheduleItem>& items, const std::string& title, const TimeZone& zone,
                  Draft& draft) {
    Json& document = draft.document;
    const std::string& name = draft.wish->name;
    if (draft.wish->section.empty() && !title.empty()) {
        document["conference"] = {{"title", title}, {"timezone", zone.name()}};
        draft.places.set_line("/conference", name, 1);
    }
    Json agenda = Json::array();
    for (const ScheduleItem& item : items) {
        const std::string pointer = fmt::format("/agenda/{}", agenda.size());
        draft.places.set_line(pointer, name, item.line);
        Json record = Json::object();
        const auto put = [&](const char* key, const std::string& text) {
            if (!text.empty()) record[key] = text;
        };
        put("id", item.id);
        record["start"] = format_rfc3339(item.start);
        if (item.end) record["end"] = format_rfc3339(*item.end);
        put("title", item.title);
        if (const auto kind = meaning_of(words_of("agenda", "kind"), item.kind)) record["kind"] = *kind;
        put("speaker", item.speaker);
        put("note", item.note);
        agenda.push_back(std::move(record));
    }
    document["agenda"] = std::move(agenda);
}

void report_no_start(const ScheduleItem& item, Draft& draft) {
    draft.findings.error("agenda.start-missing", fmt::format("{}:{}", draft.wish->name, item.line),
                         {fmt::format("\"{}\" không có giờ bắt đầu đọc được, bị bỏ qua. Sửa giờ bắt đầu.", item.title),
                          fmt::format("\"{}\" has no readable start and is left out. Mend its start.", item.title)});
}

std::optional<Instant> schedule_start(std::string_view day, std::string_view clock, std::string_view turn,
                                      const TimeZone& zone) {
    const std::string padded = (clock.size() > 1 && clock[1] == ':' ? "0" : "") + std::string(clock);
    const auto on = [&](std::string_view date) {
        return parse_instant(std::string(date) + 'T' + padded.substr(0, 5), zone);
    };
    const auto turned = parse_instant(turn, zone);
    if (!turned) return on(day);
    const LocalTime local = zone.local(*turned);
    auto start = on(iso_day({local.year, local.month, local.day}));
    if (start && *start < *turned) *start += std::chrono::days(1);
    return start;
}

std::optional<Seconds> schedule_duration(std::string_view text) {
    std::vector<int> parts;
    while (!text.empty()) {
        int number = 0;
        const auto colon = std::min(text.find(':'), text.size());
        const auto [end, error] = std::from_chars(text.data(), text.data() + colon, number);
        if (error != std::errc() || end != text.data() + colon || number < 0 || number > 9999) return {};
        parts.push_back(number);
        text.remove_prefix(std::min(colon + 1, text.size()));
    }
    if (parts.size() < 2 || parts.size() > 4) return {};
    const int days = parts.size() == 4 ? parts[0] : 0;
    const std::size_t hours = parts.size() == 4 ? 1 : 0;
    return std::chrono::days(days) + std::chrono::hours(parts[hours]) + std::chrono::minutes(parts[hours + 1]);
}

}  // namespace hall
