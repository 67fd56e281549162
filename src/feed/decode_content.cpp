#include <fmt/format.h>

#include <unordered_set>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

/// A record whose one necessary text is missing has nothing to show.
void report_empty(const Object& object, std::string_view key) {
    object.error("text.missing", key,
                 {fmt::format("Thiếu nội dung \"{}\"; mục này bị bỏ qua. Bổ sung nội dung.", key),
                  fmt::format("\"{}\" is missing, so this is left out. Add it.", key)});
}

Sentence nobody_has(const std::string& id) {
    return {fmt::format("Không có đơn vị nào mang mã \"{}\"; bị bỏ qua. Sửa mã.", escape_for_log(id)),
            fmt::format("No member has the id \"{}\"; left out. Mend the id.", escape_for_log(id))};
}

}  // namespace

Tasks read_tasks(const Object& feed) {
    Tasks tasks;
    const auto value = feed.find("tasks");
    if (!value) return tasks;
    const Object object(*value, words::tasks);
    tasks.title = object.text("title");
    tasks.proposer = read_person(object, "proposer");
    object.for_each("items", [&](const Value& each) {
        const Object item(each, words::task);
        if (!each.is_object()) return;
        Task task{item.text("heading"), item.text("detail")};
        if (task.heading.empty())
            report_empty(item, "heading");
        else
            tasks.items.push_back(std::move(task));
    });
    return tasks;
}

Report read_report(const Object& feed) {
    Report report;
    const auto value = feed.find("report");
    if (!value) return report;
    const Object object(*value, words::report);
    report.title = object.text("title");
    report.presenter = read_person(object, "presenter");
    object.for_each("figures", [&](const Value& each) {
        const Object item(each, words::figure);
        if (!each.is_object()) return;
        const auto number = item.find("value");
        Figure figure{number ? number->text_or_number() : "", item.text("unit"), item.text("label")};
        if (figure.value.empty())
            report_empty(item, "value");
        else
            report.figures.push_back(std::move(figure));
    });
    report.points = object.texts("points");
    return report;
}

std::vector<Speech> read_speeches(const Object& feed) {
    std::vector<Speech> speeches;
    feed.for_each("speeches", [&](const Value& value) {
        const Object object(value, words::speech);
        if (!value.is_object()) return;
        Speech speech{read_person(object, "speaker"), object.text("occasion"), object.texts("points"),
                      object.texts("references")};
        if (speech.speaker.empty() && !object.has("speaker")) report_empty(object, "speaker");
        if (!speech.speaker.empty()) speeches.push_back(std::move(speech));
    });
    return speeches;
}

std::vector<Movement> read_movements(const Object& feed) {
    std::vector<Movement> movements;
    feed.for_each("movements", [&](const Value& value) {
        const Object object(value, words::movement);
        if (!value.is_object()) return;
        Movement movement{object.text("title"), object.text("slogan"), object.text("aim"), object.text("detail")};
        if (movement.title.empty())
            report_empty(object, "title");
        else
            movements.push_back(std::move(movement));
    });
    return movements;
}

Covenant read_covenant(const Object& feed, const MemberIds& ids) {
    Covenant covenant;
    const auto value = feed.find("covenant");
    if (!value) return covenant;
    const Object object(*value, words::covenant);
    covenant.title = object.text("title");
    covenant.pledges = object.texts("pledges");
    std::unordered_set<std::size_t> seen;
    object.for_each("signatories", [&](const Value& each) {
        Signatory signatory;
        std::string id;
        if (each.is_object()) {
            const Object item(each, words::signatory);
            id = item.text("member");
            signatory.state = item.word("state", words::signatory_state).value_or(SignatoryState::waiting);
        } else {
            id = each.text();
        }
        const auto found = ids.find(id);
        if (!found) return each.error("signatory.member-unknown", nobody_has(id));
        if (!seen.insert(*found).second)
            return each.warning("signatory.repeated",
                                {"Đơn vị này đã có trong danh sách ký; chỉ tính một lần. Xóa dòng trùng.",
                                 "This member already signs; it counts once. Remove the second entry."});
        signatory.member = *found;
        covenant.signatories.push_back(signatory);
    });
    return covenant;
}

Handover read_handover(const Object& feed, const MemberIds& ids) {
    Handover handover;
    const auto value = feed.find("handover");
    if (!value) return handover;
    const Object object(*value, words::handover);
    handover.title = object.text("title");
    handover.from_label = object.text("from_label");
    handover.to_label = object.text("to_label");
    const auto member = [&](std::string_view key) -> std::optional<std::size_t> {
        const std::string id = object.text(key);
        if (const auto found = ids.find(id)) return found;
        if (!id.empty()) object.error("handover.member-unknown", key, nobody_has(id));
        return std::nullopt;
    };
    handover.from = member("from");
    handover.to = member("to");
    return handover;
}

std::vector<Photo> read_photos(const Object& feed) {
    std::vector<Photo> photos;
    feed.for_each("photos", [&](const Value& value) {
        const Object object(value, words::photo);
        if (!value.is_object()) return;
        Photo photo{{object.text("src")}, object.text("caption"), object.text("credit"), object.text("alt")};
        if (photo.source.empty())
            report_empty(object, "src");
        else
            photos.push_back(std::move(photo));
    });
    return photos;
}

std::vector<Notice> read_notices(const Object& feed, const TimeZone& zone) {
    std::vector<Notice> notices;
    Ids ids("notice");
    feed.for_each("notices", [&](const Value& value) {
        const Object object(value, words::notice);
        if (!value.is_object()) return;
        Notice notice{ids.take(object, Ids::Missing::silent), object.text("text"),
                      object.word("level", words::notice_level).value_or(NoticeLevel::info),
                      object.instant("from", zone), object.instant("until", zone)};
        if (notice.text.empty()) return report_empty(object, "text");
        if (notice.from && notice.until && *notice.until < *notice.from)
            return object.error("notice.until-before-from", "until",
                                {"Thông báo hết hạn trước khi bắt đầu, nên bị bỏ qua. Sửa from hoặc until.",
                                 "The notice ends before it begins and is left out. Mend from or until."});
        notices.push_back(std::move(notice));
    });
    return notices;
}

}  // namespace hall
