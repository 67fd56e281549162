#include "app/console_place.h"

#include <algorithm>
#include <array>

namespace hall {
namespace {

int right_of(const Region& one) { return one.x + one.size.width; }
int bottom_of(const Region& one) { return one.y + one.size.height; }
int area_of(const Region& one) { return std::max(0, one.size.width) * std::max(0, one.size.height); }

}  // namespace

std::optional<Region> place_beside(const Region& display, const Region& halls, Size wanted, Size least) {
    const int right = right_of(display), bottom = bottom_of(display);
    const std::array strips = {
        Region{right_of(halls), display.y, {right - right_of(halls), display.size.height}},
        Region{display.x, display.y, {halls.x - display.x, display.size.height}},
        Region{display.x, bottom_of(halls), {display.size.width, bottom - bottom_of(halls)}},
        Region{display.x, display.y, {display.size.width, halls.y - display.y}},
    };
    const Region* best = nullptr;
    for (const Region& strip : strips) {
        if (strip.size.width < least.width || strip.size.height < least.height) continue;
        if (!best || area_of(strip) > area_of(*best)) best = &strip;
    }
    if (!best) return std::nullopt;
    return Region{
        best->x, best->y, {std::min(best->size.width, wanted.width), std::min(best->size.height, wanted.height)}};
}

std::optional<Size> size_beside(Size display, Size shape, Size least) {
    constexpr int step = 16, smallest = 320;  // pixels
    if (shape.width <= 0 || shape.height <= 0) return std::nullopt;
    const int beside = display.width - least.width,
              above = (display.height - least.height) * shape.width / shape.height;
    const int width = std::min(std::max(beside, above), shape.width) / step * step;
    const int height = width * shape.height / shape.width;
    if (width < smallest || height > display.height) return std::nullopt;
    return Size{width, height};
}

Region place_on(const Region& display, Size wanted) {
    const Size size{std::min(display.size.width, wanted.width), std::min(display.size.height, wanted.height)};
    return {display.x + (display.size.width - size.width) / 2, display.y + (display.size.height - size.height) / 2,
            size};
}

}  // namespace hall
