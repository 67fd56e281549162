#include "platform/displays.h"

#include <SDL.h>

#include <algorithm>
#include <charconv>

#include "platform/randr.h"

namespace hall {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool contains(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char left, char right) { return lower(left) == lower(right); }) != text.end();
}

bool same(std::string_view left, std::string_view right) {
    return left.size() == right.size() && contains(left, right);
}

}  // namespace

Desktop desktop() {
    const char* driver = SDL_GetCurrentVideoDriver();
    Desktop found;
    if (driver != nullptr && std::string_view(driver) == "x11") {
        if (auto now = randr_desktop()) return *std::move(now);
        if (!window_manager_runs()) found.windows = Arranged::by_us;
    }
    for (int index = 0; index < SDL_GetNumVideoDisplays(); ++index) {
        SDL_Rect bounds{};
        if (SDL_GetDisplayBounds(index, &bounds) != 0) {
            continue;
        }
        const char* name = SDL_GetDisplayName(index);
        found.displays.push_back({index + 1, name == nullptr ? "" : name, bounds.x, bounds.y, bounds.w, bounds.h});
    }
    return found;
}

std::optional<Display> find_display(const std::vector<Display>& among, std::string_view wanted) {
    int number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool numbered = error == std::errc() && end == wanted.data() + wanted.size();
    const auto first = [&](const auto& fits) -> std::optional<Display> {
        const auto found = std::find_if(among.begin(), among.end(), fits);
        return found == among.end() ? std::nullopt : std::optional(*found);
    };
    if (wanted.empty()) return first([](const Display&) { return true; });
    if (numbered)
        if (auto display = first([&](const Display& one) { return one.number == number; })) return display;
    if (auto display = first([&](const Display& one) {
            return same(one.connector, wanted) || same(one.name, wanted) || same(one.serial, wanted);
        }))
        return display;
    if (numbered) return std::nullopt;
    return first([&](const Display& one) { return contains(one.name, wanted) || contains(one.connector, wanted); });
}

std::string lasting_name(const std::vector<Display>& among, const Display& display) {
    for (const auto part : {&Display::connector, &Display::serial, &Display::name}) {
        const auto found = (display.*part).empty() ? std::nullopt : find_display(among, display.*part);
        if (found && found->number == display.number) return display.*part;
    }
    return std::to_string(display.number);
}

std::optional<Display> same_display(const std::vector<Display>& among, const Display& before) {
    for (const auto part : {&Display::connector, &Display::serial, &Display::name}) {
        for (const Display& display : among) {
            if ((before.*part).empty() || display.*part != before.*part) continue;
            // Two of one make are two.
            const bool another = part == &Display::name && !before.serial.empty() && !display.serial.empty();
            if (!another) return display;
        }
    }
    return std::nullopt;
}

std::optional<Display> own_display(const std::vector<Display>& among, const std::string& wanted,
                                   const std::optional<Display>& found) {
    auto named = find_display(among, wanted);
    if (!found) return named;
    const bool exactly = named && !wanted.empty() && (named->connector == wanted || named->serial == wanted);
    if (exactly) return named;
    const auto same = same_display(among, *found);
    const bool by_name = !wanted.empty() && find_display({{.number = 0, .name = found->name}}, wanted);
    return !by_name || (same && find_display({*same}, wanted)) ? same : named;
}

}  // namespace hall
