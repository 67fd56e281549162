#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/sections.h"
#include "net/url.h"

namespace hall {
namespace {

constexpr double most_items = 100'000;
constexpr double longest_dwell = 24 * 60 * 60;

bool needs_award(ScreenId screen) {
    return screen == ScreenId::award_intro || screen == ScreenId::award_reveal || screen == ScreenId::award_group;
}

std::vector<std::string_view> names_of_screens() {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < screen_count; ++i) names.emplace_back(name_of(static_cast<ScreenId>(i)));
    return names;
}

std::optional<ScreenId> read_screen(const Object& object) {
    const std::string name = object.text("screen");
    if (name.empty() && object.has("award")) return ScreenId::award_intro;
    if (const auto screen = screen_named(name)) return screen;
    const auto names = names_of_screens();
    const std::string_view nearest = nearest_name(name, names);
    object.error("rundown.screen-unknown", "screen",
                 {fmt::format("Không có màn hình \"{}\"; dòng này bị bỏ qua. {}", escape_for_log(name),
                              nearest.empty() ? fmt::format("Có: {}.", fmt::join(names, ", "))
                                              : fmt::format("Có phải \"{}\"?", nearest)),
                  fmt::format("There is no screen \"{}\"; this cue is left out. {}", escape_for_log(name),
                              nearest.empty() ? fmt::format("There are: {}.", fmt::join(names, ", "))
                                              : fmt::format("Is it \"{}\"?", nearest))});
    return {};
}

bool is_json(std::string_view text) {
    simdjson::dom::parser parser;
    return parser.parse(simdjson::padded_string(text)).error() == simdjson::SUCCESS;
}

/// An award's or a page's cue stays where its call cannot be made.
Call read_call(const Object& cue) {
    const auto value = cue.find("call");
    if (!value) return {};
    const Object object(*value, words::call);
    if (!value->is_object()) return {};
    Call call{object.text("url"), object.word("method", words::call_method).value_or(CallMethod::get),
              object.text("body")};
    if (const auto url = Url::parse(call.url); !url) {
        const Sentence& why = url.error().sentence;
        object.error("rundown.call", "url", {"Lệnh gọi này bị bỏ qua. " + why.vi, "This call is left out. " + why.en});
        return {};
    }
    if (call.method == CallMethod::get && !call.body.empty()) {
        object.warning("rundown.call-body", "body",
                       {"Nội dung chỉ được gửi khi method là \"post\"; nội dung này bị bỏ qua.",
                        "A body is sent only where the method is \"post\"; this one is left out."});
        call.body.clear();
    }
    if (!call.body.empty() && !is_json(call.body))
        object.warning("rundown.call-body", "body",
                       {"Nội dung được gửi đi như JSON mà không phải JSON. Sửa lại, ví dụ: \"{\\\"scene\\\": 4}\".",
                        "The body is sent as JSON, and is none. Mend it, as in \"{\\\"scene\\\": 4}\"."});
    return call;
}

}  // namespace

std::vector<Cue> read_rundown(const Object& feed, const std::vector<Award>& awards) {
    std::vector<Cue> rundown;
    feed.for_each("rundown", [&](const Value& value) {
        const Object object(value, words::cue);
        if (!value.is_object()) return;
        Cue cue;
        const auto screen = read_screen(object);
        if (!screen) return;
        cue.screen = *screen;
        cue.award = object.text("award");
        const bool known = std::any_of(awards.begin(), awards.end(), [&](const Award& a) { return a.id == cue.award; });
        if (!cue.award.empty() && !known)
            return object.error("rundown.award-unknown", "award",
                                {fmt::format("Không có khen thưởng nào mang mã \"{}\"; dòng này bị bỏ qua. Sửa mã.",
                                             escape_for_log(cue.award)),
                                 fmt::format("No award has the id \"{}\"; this cue is left out. Mend the id.",
                                             escape_for_log(cue.award))});
        if (cue.award.empty() && needs_award(cue.screen))
            return object.error("rundown.award-missing", "award",
                                {"Màn hình khen thưởng phải ghi mã khen thưởng (award); dòng này bị bỏ qua.",
                                 "An award screen must name its award; this cue is left out."});
        if (const auto item = object.number("item")) {
            if (*item >= 1 && *item <= most_items && *item == std::floor(*item))
                cue.item = static_cast<std::size_t>(*item);
            else
                object.error("rundown.item", "item",
                             {"item phải là số thứ tự từ 1; bỏ qua, dùng tất cả.",
                              "item must be a number from 1; ignored, all are shown."});
        }
        if (const auto dwell = object.number("dwell")) {
            if (*dwell > 0 && *dwell <= longest_dwell)
                cue.dwell = Seconds(*dwell);
            else
                object.error("rundown.dwell", "dwell",
                             {"Thời gian chiếu phải là số giây lớn hơn 0 (tối đa một ngày); giá trị này bị bỏ qua.",
                              "The dwell must be seconds above 0 (a day at most); this one is ignored."});
        }
        cue.transition = object.word("transition", words::transition).value_or(Transition::fade);
        cue.note = object.text("note");
        cue.call = read_call(object);
        rundown.push_back(std::move(cue));
    });
    return rundown;
}

}  // namespace hall
