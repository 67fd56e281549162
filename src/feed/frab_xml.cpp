#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "feed/schedule.h"
#include "feed/xml.h"

namespace hall {
namespace {

std::string text_of(const pugi::xml_node& node, std::string_view name) {
    return clean_text(child_of(node, name).text().get());
}

class FrabXml {
public:
    FrabXml(std::string_view bytes, Draft& draft) : bytes_(bytes), draft_(&draft), zone_(draft.wish->zone) {}

    void read(const pugi::xml_node& schedule) {
        const pugi::xml_node conference = child_of(schedule, "conference");
        if (const auto zone = TimeZone::named(text_of(conference, "time_zone_name"))) zone_ = *zone;
        for (const pugi::xml_node day : schedule.children()) {
            if (!is_element(day, "day")) continue;
            for (const pugi::xml_node room : day.children())
                for (const pugi::xml_node event : room.children())
                    if (is_element(room, "room") && is_element(event, "event")) read_event(day, room, event);
        }
        add_schedule(items_, text_of(conference, "title"), zone_, *draft_);
    }

private:
    std::size_t line_of(const pugi::xml_node& node) const {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
        const std::string_view before = bytes_.substr(0, std::min(offset, bytes_.size()));
        return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    }

    void read_event(const pugi::xml_node& day, const pugi::xml_node& room, const pugi::xml_node& event) {
        ScheduleItem item;
        item.line = line_of(event);
        item.title = text_of(event, "title");
        item.id = attribute_of(event, "id");
        item.kind = text_of(event, "type");
        item.note = text_of(event, "room");
        if (item.note.empty()) item.note = clean_text(attribute_of(room, "name"));
        for (const pugi::xml_node person : child_of(event, "persons").children())
            if (is_element(person, "person"))
                item.speaker += (item.speaker.empty() ? "" : ", ") + clean_text(person.text().get());
        auto start = parse_instant(text_of(event, "date"), zone_);
        if (!start)
            start =
                schedule_start(attribute_of(day, "date"), text_of(event, "start"), attribute_of(day, "start"), zone_);
        if (!start) return report_no_start(item, *draft_);
        item.start = *start;
        if (const auto duration = schedule_duration(text_of(event, "duration")); duration && duration->count() > 0)
            item.end = *start + std::chrono::duration_cast<Milliseconds>(*duration);
        items_.push_back(std::move(item));
    }

    std::string_view bytes_;
    Draft* draft_;
    TimeZone zone_;
    std::vector<ScheduleItem> items_;
};

}  // namespace

Status read_frab_xml(std::string_view bytes, Draft& draft) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(bytes.data(), bytes.size());
    if (!parsed) {
        const std::string_view before =
            bytes.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        return fault(
            fmt::format("Dòng {}: sai cú pháp XML, hoặc tài liệu bị cắt. Tải lại hoặc xuất lại tệp.", line),
            fmt::format("Line {}: XML syntax error, or the document is cut off. Fetch or export it again.", line));
    }
    FrabXml(bytes, draft).read(document.document_element());
    return Done{};
}

}  // namespace hall
