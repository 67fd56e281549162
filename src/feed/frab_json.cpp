#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "feed/decoder.h"
#include "feed/schedule.h"

namespace hall {
namespace {

using Element = simdjson::simdjson_result<simdjson::dom::element>;

std::string text_of(const Element& json) {
    if (std::string_view text; json.get_string().get(text) == simdjson::SUCCESS) return clean_text(text);
    if (std::int64_t number = 0; json.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
    return {};
}

class FrabJson {
public:
    FrabJson(std::string_view bytes, Draft& draft) : bytes_(bytes), draft_(&draft), zone_(draft.wish->zone) {}

    void read(simdjson::dom::element root) {
        const Element conference = root["schedule"]["conference"];
        if (const auto zone = TimeZone::named(text_of(conference["time_zone_name"]))) zone_ = *zone;
        simdjson::dom::array days;
        if (conference["days"].get_array().get(days) == simdjson::SUCCESS)
            for (const simdjson::dom::element day : days) read_day(day);
        add_schedule(items_, text_of(conference["title"]), zone_, *draft_);
    }

private:
    void read_day(simdjson::dom::element day) {
        simdjson::dom::object rooms;
        if (day["rooms"].get_object().get(rooms) != simdjson::SUCCESS) return;
        for (const auto room : rooms) {
            simdjson::dom::array events;
            if (room.value.get_array().get(events) != simdjson::SUCCESS) continue;
            for (const simdjson::dom::element event : events) read_event(day, clean_text(room.key), event);
        }
    }

    /// By the event's own name for itself: the parser keeps no lines. Events come in the order of the document.
    std::size_t line_of(const std::string& guid) {
        const auto found = guid.empty() ? std::string_view::npos : bytes_.find('"' + guid + '"', offset_);
        if (found == std::string_view::npos) return line_;
        line_ += static_cast<std::size_t>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(offset_),
                                                     bytes_.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
        offset_ = found;
        return line_;
    }

    void read_event(simdjson::dom::element day, const std::string& room, simdjson::dom::element event) {
        ScheduleItem item;
        item.line = line_of(text_of(event["guid"]));
        item.title = text_of(event["title"]);
        item.id = text_of(event["id"]);
        item.kind = text_of(event["type"]);
        item.note = room;
        simdjson::dom::array persons;
        if (event["persons"].get_array().get(persons) == simdjson::SUCCESS)
            for (const simdjson::dom::element person : persons) {
                std::string name = text_of(person["public_name"]);
                if (name.empty()) name = text_of(person["name"]);
                if (!name.empty()) item.speaker += (item.speaker.empty() ? "" : ", ") + name;
            }
        auto start = parse_instant(text_of(event["date"]), zone_);
        if (!start)
            start = schedule_start(text_of(day["date"]), text_of(event["start"]), text_of(day["day_start"]), zone_);
        if (!start) return report_no_start(item, *draft_);
        item.start = *start;
        if (const auto duration = schedule_duration(text_of(event["duration"])); duration && duration->count() > 0)
            item.end = *start + std::chrono::duration_cast<Milliseconds>(*duration);
        items_.push_back(std::move(item));
    }

    std::string_view bytes_;
    Draft* draft_;
    TimeZone zone_;
    std::vector<ScheduleItem> items_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

Status read_frab_json(std::string_view bytes, Draft& draft) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const simdjson::padded_string padded(bytes);
    if (parser.allocate(bytes.size(), most_depth) != simdjson::SUCCESS ||
        parser.parse(padded).get(root) != simdjson::SUCCESS)
        return fault("schedule.json sai cú pháp hoặc bị cắt giữa chừng. Tải lại hoặc xuất lại tệp.",
                     "schedule.json has a syntax error or is cut off. Fetch or export it again.");
    FrabJson(bytes, draft).read(root);
    return Done{};
}

}  // namespace hall
