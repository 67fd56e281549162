#include "proof/paper.h"

#include <algorithm>
#include <cmath>

#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/renderer.h"

namespace hall {
namespace {

constexpr Seconds settled{1e6};
/// Paper is read from near; no name gets smaller than 16 pt by it (type_scale.h, must_read).
constexpr float reading_distance = 3 * a4_short;  ///< dots

/// Black on white, for a laser printer.
const Theme& white() {
    static const Theme theme = [] {
        Theme made = theme_named("nga");
        made.name = "giay";
        made.ground = Ground::light;
        made.top = made.centre = made.bottom = made.corner = rgb(0xFFFFFF);
        made.tint = made.band = rgb(0xFFFFFF, 0);
        for (Colour& ink : made.inks) ink = rgb(0x000000);
        made.inks[static_cast<std::size_t>(Ink::secondary)] = rgb(0x333333);
        made.inks[static_cast<std::size_t>(Ink::accent)] = rgb(0x8A1010);
        made.inks[static_cast<std::size_t>(Ink::line)] = rgb(0x999999);
        return made;
    }();
    return theme;
}

}  // namespace

struct Paper::Parts {
    int width, height;
    std::unique_ptr<Renderer> renderer;
    Sheet sheet;
    Palette palette;

    Parts(const Fonts& fonts, int w, int h, std::unique_ptr<Renderer> made)
        : width(w), height(h), renderer(std::move(made)), palette(fonts, *renderer, white()) {}
};

Paper::Paper(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Paper::~Paper() = default;

Result<std::unique_ptr<Paper>> Paper::make(const Fonts& fonts, int width, int height) {
    auto renderer = make_memory_renderer(width, height);
    if (!renderer) return renderer.error();
    return std::unique_ptr<Paper>(new Paper(std::make_unique<Parts>(fonts, width, height, *std::move(renderer))));
}

void Paper::draw(const std::function<void(Canvas&)>& with) {
    const Box whole{0, 0, static_cast<float>(parts_->width), static_cast<float>(parts_->height)};
    draw({whole}, [&](Canvas& canvas, std::size_t) { with(canvas); });
}

void Paper::draw(const std::vector<Box>& parts, const std::function<void(Canvas&, std::size_t)>& with) {
    ImDrawList& list = parts_->sheet.begin(parts_->width, parts_->height);
    Viewport viewport;
    viewport.width = parts_->width;
    viewport.height = parts_->height;
    Canvas(list, parts_->palette, viewport, settled).fill(rgb(0xFFFFFF));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        viewport.x = static_cast<int>(std::lround(parts[i].x));
        viewport.y = static_cast<int>(std::lround(parts[i].y));
        viewport.width = static_cast<int>(std::lround(parts[i].w));
        viewport.height = static_cast<int>(std::lround(parts[i].h));
        viewport.distance = reading_distance / static_cast<float>(std::min(viewport.width, viewport.height));
        Canvas canvas(list, parts_->palette, viewport, settled);
        with(canvas, i);
    }
}

Result<Image> Paper::pixels() {
    parts_->renderer->clear();
    parts_->renderer->draw(parts_->sheet.list());
    auto image = parts_->renderer->read();
    parts_->palette.trim();
    return image;
}

}  // namespace hall
