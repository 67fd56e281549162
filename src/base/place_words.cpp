#include "base/place_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace hall {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_file(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot != std::string_view::npos && name.size() - dot >= 3 && name.size() - dot <= 5 &&
           name.find(' ', dot) == std::string_view::npos;
}

struct Spot {
    std::string_view sheet, number, heading;
};

/// "Thành viên!12:Chức vụ": names of sheets and headings may hold both signs themselves.
std::optional<Spot> spot_in(std::string_view place) {
    for (auto mark = place.find('!'); mark != std::string_view::npos; mark = place.find('!', mark + 1)) {
        const auto colon = place.find(':', mark);
        if (colon == std::string_view::npos) return std::nullopt;
        const std::string_view number = place.substr(mark + 1, colon - mark - 1);
        if (is_number(number)) return Spot{place.substr(0, mark), number, place.substr(colon + 1)};
    }
    return std::nullopt;
}

}  // namespace

std::string place_in_words(const std::string& place, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    if (place.empty() || place.front() == '/') return place;
    if (const auto spot = spot_in(place)) {
        const char* what = is_file(spot->sheet) ? "" : vietnamese ? "trang tính " : "sheet ";
        std::string words = fmt::format("{}{}, {} {}", what, spot->sheet, vietnamese ? "hàng" : "row", spot->number);
        if (!spot->heading.empty()) words += fmt::format(", {} {}", vietnamese ? "cột" : "column", spot->heading);
        return words;
    }
    const auto colon = place.rfind(':');
    if (colon == std::string::npos || !is_number(std::string_view(place).substr(colon + 1))) return place;
    return fmt::format("{}, {} {}", place.substr(0, colon), vietnamese ? "dòng" : "line", place.substr(colon + 1));
}

}  // namespace hall
