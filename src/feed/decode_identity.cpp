#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "feed/feed_words.h"
#include "feed/sections.h"

namespace hall {
namespace {

constexpr double least_distance = 4, most_distance = 10;

void read_zone(const Object& object, Identity& identity) {
    const std::string name = object.text("timezone");
    if (name.empty()) return;
    if (const auto zone = TimeZone::named(name))
        identity.timezone = *zone;
    else
        object.error("conference.timezone-unknown", "timezone",
                     {fmt::format("Không có múi giờ \"{}\"; dùng Asia/Ho_Chi_Minh.", escape_for_log(name)),
                      fmt::format("There is no time zone \"{}\"; Asia/Ho_Chi_Minh is used.", escape_for_log(name))});
}

void read_theme(const Object& object, Identity& identity) {
    const std::string name = object.text("theme");
    if (name.empty()) return;
    if (std::find(words::theme.begin(), words::theme.end(), name) != words::theme.end())
        identity.theme = name;
    else
        object.warning("conference.theme-unknown", "theme",
                       {fmt::format("Không có giao diện \"{}\"; dùng giao diện của màn hình. Có: {}.",
                                    escape_for_log(name), fmt::join(words::theme, ", ")),
                        fmt::format("There is no theme \"{}\"; the screen's own is used. There are: {}.",
                                    escape_for_log(name), fmt::join(words::theme, ", "))});
}

void read_distance(const Object& object, Identity& identity) {
    const auto distance = object.number("viewing_distance");
    if (!distance) return;
    identity.viewing_distance = std::clamp(*distance, least_distance, most_distance);
    if (identity.viewing_distance != *distance)
        object.error("conference.viewing-distance", "viewing_distance",
                     {fmt::format("Khoảng cách nhìn phải từ 4 đến 10 lần chiều cao màn hình; {} được đổi thành {}.",
                                  *distance, identity.viewing_distance),
                      fmt::format("The viewing distance must be 4 to 10 picture heights; {} became {}.", *distance,
                                  identity.viewing_distance)});
}

/// "#RRGGBB".
std::optional<std::uint32_t> read_colour(std::string_view text) {
    std::uint32_t colour = 0;
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), colour, 16);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return colour;
}

}  // namespace

Identity read_identity(const Object& feed) {
    Identity identity;
    const auto value = feed.find("conference");
    if (!value) {
        feed.error("conference.missing", "conference",
                   {"Thiếu mục \"conference\" (tên hội nghị, ngày, địa điểm). Bổ sung mục này.",
                    "\"conference\" (title, date, venue) is missing. Add it."});
        return identity;
    }
    const Object object(*value, words::conference);
    identity.title = object.text("title");
    identity.subtitle = object.text("subtitle");
    identity.organizer = object.text("organizer");
    identity.cluster = object.text("cluster");
    identity.venue = object.text("venue");
    read_zone(object, identity);
    identity.date = object.day("date", identity.timezone);
    if (std::string language = object.text("language"); !language.empty()) identity.language = std::move(language);
    read_theme(object, identity);
    identity.logo.source = object.text("logo");
    read_distance(object, identity);
    identity.approved = object.text("approved");
    identity.demonstration = object.flag("demonstration");
    identity.progress = object.flag("progress");
    if (identity.title.empty())
        object.error("conference.title-missing", "title",
                     {"Thiếu tên hội nghị (title). Bổ sung tên đầy đủ.", "The conference has no title. Add it."});
    return identity;
}

Branding read_branding(const Object& feed, Identity& identity) {
    Branding branding;
    const auto value = feed.find("branding");
    if (!value) return branding;
    const Object object(*value, words::branding);
    if (const std::string logo = object.text("logo"); !logo.empty()) identity.logo.source = logo;
    branding.background.source = object.text("background");
    if (const std::string accent = object.text("accent"); !accent.empty()) {
        branding.accent = read_colour(accent);
        if (!branding.accent)
            object.error(
                "branding.accent", "accent",
                {fmt::format("Màu \"{}\" không đọc được; viết như #C8102E.", escape_for_log(accent)),
                 fmt::format("The colour \"{}\" cannot be read; write it like #C8102E.", escape_for_log(accent))});
    }
    if (const auto scrim = object.number("scrim")) {
        branding.scrim = std::clamp(*scrim, 0.0, 1.0);
        if (branding.scrim != *scrim)
            object.error(
                "branding.scrim", "scrim",
                {"Độ phủ nền (scrim) phải từ 0 đến 1; đã được đổi.", "The scrim must be 0 to 1; it was changed."});
    }
    return branding;
}

}  // namespace hall
