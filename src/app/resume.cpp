#include "app/resume.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>

namespace hall {
namespace {

constexpr std::size_t largest_place = 4096;
constexpr std::array cover_names = {"none", "hold", "black"};
constexpr std::array drive_names = {"clock", "operator"};

template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Enum{} : static_cast<Enum>(found - names.begin());
}

}  // namespace

SavedPlace place_of(const ShowState& state) { return {state.step, state.key, state.cover, state.drive}; }

Path place_file(const Path& state_folder, const std::string& feed) {
    return state_folder / ("place-" + sha256_hex(feed).substr(0, 16) + ".toml");
}

Status save_place(const Path& file, const SavedPlace& place) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::ostringstream text;
    text << toml::table{{"step", static_cast<std::int64_t>(place.step)},
                        {"key", place.key},
                        {"cover", cover_names[static_cast<std::size_t>(place.cover)]},
                        {"drive", drive_names[static_cast<std::size_t>(place.drive)]}}
         << '\n';
    return write_file_atomic(file, text.str());
}

std::optional<SavedPlace> load_place(const Path& file) {
    const auto text = read_file(file, largest_place);
    if (!text) return std::nullopt;
    try {
        const toml::table table = toml::parse(*text);
        const auto step = table["step"].value<std::int64_t>();
        const auto key = table["key"].value<std::string>();
        if (!step || *step < 0 || !key) return std::nullopt;
        return SavedPlace{static_cast<std::size_t>(*step), *key,
                          named<Cover>(cover_names, table["cover"].value_or(std::string_view("none"))),
                          named<Drive>(drive_names, table["drive"].value_or(std::string_view("clock")))};
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
    return state;
}

}  // namespace hall
