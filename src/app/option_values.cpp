/// Values of options, on the command line and in the configuration alike.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "app/options.h"

namespace hall {
namespace {

constexpr std::array<std::string_view, 4> renderers = {"auto", "software", "opengl", "opengles2"};
constexpr int smallest_side = 64;
constexpr int largest_side = 16384;

}  // namespace

std::optional<ScreenId> role_named(const std::string& name) {
    const auto screen = screen_named(name);
    return screen && !name.starts_with("award-") ? screen : std::nullopt;
}

bool is_renderer(std::string_view name) { return std::ranges::find(renderers, name) != renderers.end(); }

std::string renderer_names() { return fmt::format("{}", fmt::join(renderers, ", ")); }

std::optional<Size> parse_size(const std::string& text) {
    Size size;
    char after = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &after) != 2) return std::nullopt;
    for (const int side : {size.width, size.height})
        if (side < smallest_side || side > largest_side) return std::nullopt;
    return size;
}

std::optional<std::uint32_t> parse_key(const std::string& text) {
    if (text == "green") return 0x00B140;
    if (text == "blue") return 0x0047BB;
    std::uint32_t colour = 0;
    const char* const end = text.data() + text.size();
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, colour, 16);
    return error == std::errc{} && stop == end ? std::optional(colour) : std::nullopt;
}

std::optional<Region> parse_region(const std::string& text) {
    Region region;
    char after = 0;
    if (std::sscanf(text.c_str(), "%5d,%5d,%5d,%5d%c", &region.x, &region.y, &region.size.width, &region.size.height,
                    &after) != 4)
        return std::nullopt;
    const auto usable = [](int side) { return side >= smallest_side && side <= largest_side; };
    if (region.x < 0 || region.y < 0 || !usable(region.size.width) || !usable(region.size.height)) return std::nullopt;
    return region;
}

}  // namespace hall
