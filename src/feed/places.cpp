#include "feed/places.h"

#include <fmt/format.h>

#include <functional>

#include "base/place_words.h"

namespace hall {
namespace {

/// "…is already at /members/3. Remove…": the decoder's pointers begin behind a space and end before a space or a stop.
void move_pointers(std::string& text, Language language, const Places& places) {
    for (std::size_t start = text.find(" /"); start != std::string::npos; start = text.find(" /", start + 1)) {
        std::size_t end = text.find_first_of(" ;,", start + 2);
        if (end == std::string::npos) end = text.size();
        if (text[end - 1] == '.') --end;
        const std::string place = places.find(std::string_view(text).substr(start + 1, end - start - 1));
        if (!place.empty()) text.replace(start + 1, end - start - 1, place_in_words(place, language));
    }
}

std::size_t key_of(std::string_view pointer) { return std::hash<std::string_view>()(pointer); }

}  // namespace

std::string place_in_sheet(std::string_view sheet, std::size_t row, std::string_view heading) {
    return fmt::format("{}!{}:{}", sheet, row, heading);
}

std::uint32_t Places::intern(std::string_view name) {
    const auto [found, is_new] = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return found->second;
}

void Places::set_cell(std::string_view pointer, std::string_view sheet, std::size_t row, std::string_view heading) {
    spots_.insert_or_assign(key_of(pointer), Spot{intern(sheet), intern(heading), static_cast<std::uint32_t>(row)});
}

void Places::set_line(std::string_view pointer, std::string_view name, std::size_t number) {
    spots_.insert_or_assign(key_of(pointer), Spot{intern(name), line, static_cast<std::uint32_t>(number)});
}

void Places::add(const Places& other) {
    for (const auto& [key, spot] : other.spots_)
        spots_.insert_or_assign(
            key, Spot{intern(other.names_[spot.name]), spot.heading == line ? line : intern(other.names_[spot.heading]),
                      spot.number});
}

std::string Places::find(std::string_view pointer) const {
    while (!pointer.empty() && pointer.front() == '/') {
        if (const auto found = spots_.find(key_of(pointer)); found != spots_.end()) {
            const Spot& spot = found->second;
            return spot.heading == line ? fmt::format("{}:{}", names_[spot.name], spot.number)
                                        : place_in_sheet(names_[spot.name], spot.number, names_[spot.heading]);
        }
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
    return {};
}

void move_issues(Issues& issues, const Places& places) {
    if (places.empty()) return;
    for (Issue& issue : issues) {
        if (std::string place = places.find(issue.place); !place.empty()) issue.place = std::move(place);
        move_pointers(issue.sentence.vi, Language::vietnamese, places);
        move_pointers(issue.sentence.en, Language::english, places);
    }
}

}  // namespace hall
