#include "app/resume.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <utility>

namespace hall {
namespace {

constexpr std::size_t largest_place = 65536;
constexpr std::array cover_names = {"none", "hold", "black"};
constexpr std::array drive_names = {"clock", "operator"};
constexpr std::array attendance_names = {"present", "absent", "represented", "skipped"};

template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Enum{} : static_cast<Enum>(found - names.begin());
}

toml::array written(const Remarks& remarks) {
    toml::array list;
    for (const Remark& remark : remarks)
        list.push_back(toml::table{{"who", remark.who},
                                   {"attendance", attendance_names[static_cast<std::size_t>(remark.attendance)]},
                                   {"stand_in", remark.stand_in},
                                   {"name", remark.name}});
    return list;
}

Remarks remarks_in(const toml::array* list) {
    Remarks remarks;
    if (!list) return remarks;
    for (const toml::node& node : *list)
        if (const toml::table* one = node.as_table())
            remarks =
                with_remark(std::move(remarks),
                            {(*one)["who"].value_or(std::string()),
                             named<Attendance>(attendance_names, (*one)["attendance"].value_or(std::string_view())),
                             (*one)["stand_in"].value_or(std::string()), (*one)["name"].value_or(std::string())});
    return remarks;
}

}  // namespace

SavedPlace place_of(const ShowState& state, const Rundown& rundown, Instant saved) {
    std::optional<Instant> name_at;
    if (state.lower_third == LowerThird::on) name_at = std::chrono::floor<std::chrono::seconds>(state.lower_third_at);
    std::optional<Instant> item_began;
    if (state.item) item_began = std::chrono::floor<std::chrono::seconds>(state.item_began);
    return {state.step,
            state.key,
            state.cover,
            state.drive,
            readable_digests(state, rundown),
            std::chrono::floor<std::chrono::seconds>(saved),
            name_at,
            {},
            state.said,
            state.item,
            item_began,
            state.remarks};
}

bool still_counts(const SavedPlace& place, Instant now) { return now - place.saved <= oldest_place; }

std::string show_of(const Options& options) {
    std::string show = options.feed;
    if (!options.channel.follow.empty()) show += " follows " + options.channel.follow;
    if (!options.at.empty()) show += " rehearsal " + options.at;
    return show;
}

Path place_file(const Path& state_folder, const std::string& show) {
    return state_folder / ("place-" + sha256_hex(show).substr(0, 16) + ".toml");
}

Status save_place(const Path& file, const SavedPlace& place, Outlives outlives) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    toml::array readable;
    for (const std::string& digest : place.readable) readable.push_back(digest);
    toml::table table{{"step", static_cast<std::int64_t>(place.step)},
                      {"key", place.key},
                      {"cover", cover_names[static_cast<std::size_t>(place.cover)]},
                      {"drive", drive_names[static_cast<std::size_t>(place.drive)]},
                      {"readable", readable},
                      {"saved", format_rfc3339(place.saved)}};
    toml::array opened;
    for (const std::string& award : place.opened) opened.push_back(award);
    if (!opened.empty()) table.insert("opened", opened);
    if (place.name_at) table.insert("name_at", format_rfc3339(*place.name_at));
    if (place.said != Said{})
        table.insert("said", toml::table{{"urgent", place.said.urgent},
                                         {"ticker", place.said.ticker},
                                         {"name", place.said.name},
                                         {"mc", place.said.mc}});
    if (place.item && place.item_began) {
        table.insert("item", static_cast<std::int64_t>(*place.item));
        table.insert("item_began", format_rfc3339(*place.item_began));
    }
    if (!place.remarks.empty()) table.insert("remarks", written(place.remarks));
    std::ostringstream text;
    text << table << '\n';
    return write_file_atomic(file, text.str(), Readers::owner, outlives);
}

std::optional<SavedPlace> load_place(const Path& file) {
    const auto text = read_file(file, largest_place);
    if (!text) return std::nullopt;
    try {
        const toml::table table = toml::parse(*text);
        const auto step = table["step"].value<std::int64_t>();
        const auto key = table["key"].value<std::string>();
        const auto saved = parse_instant(table["saved"].value_or(std::string_view()), TimeZone());
        if (!step || *step < 0 || !key || !saved) return std::nullopt;
        SavedPlace place{static_cast<std::size_t>(*step),
                         *key,
                         named<Cover>(cover_names, table["cover"].value_or(std::string_view("none"))),
                         named<Drive>(drive_names, table["drive"].value_or(std::string_view("clock"))),
                         {},
                         *saved,
                         parse_instant(table["name_at"].value_or(std::string_view()), TimeZone()),
                         {}};
        if (const toml::array* opened = table["opened"].as_array())
            for (const toml::node& award : *opened) place.opened.push_back(award.value_or(std::string()));
        if (const toml::array* digests = table["readable"].as_array())
            for (const toml::node& digest : *digests) place.readable.push_back(digest.value_or(std::string()));
        const auto said = [&](const char* name) { return table["said"][name].value_or(std::string()); };
        place.said = {said("urgent"), said("ticker"), said("name"), said("mc")};
        place.item_began = parse_instant(table["item_began"].value_or(std::string_view()), TimeZone());
        const auto item = table["item"].value<std::int64_t>();
        if (place.item_began && item && *item >= 0) place.item = static_cast<std::size_t>(*item);
        place.remarks = remarks_in(table["remarks"].as_array());
        return place;
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

ShowState state_of(const SavedPlace& place) {
    ShowState state;
    state.step = place.step;
    state.key = place.key;
    state.cover = place.cover;
    state.drive = place.drive;
    state.said = place.said;
    state.item = place.item;
    state.item_began = place.item_began.value_or(Instant{});
    state.remarks = place.remarks;
    if (place.name_at) {
        state.lower_third = LowerThird::on;
        state.lower_third_at = *place.name_at;
    }
    return state;
}

}  // namespace hall
