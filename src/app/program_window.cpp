#include "app/program_window.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/brand.h"

namespace hall {

Result<std::unique_ptr<ProgramWindow>> ProgramWindow::open(const Options& options, const Fonts& fonts,
                                                           const Theme& theme) {
    WindowWish wish;
    wish.title = "Hội Trường";
    wish.display = options.display;
    if (options.window) {
        wish.width = options.window->width;
        wish.height = options.window->height;
    }
    std::unique_ptr<ProgramWindow> made(new ProgramWindow(options));
    auto window = Window::open(wish);
    if (!window) return window.error();
    made->window_ = *std::move(window);
    auto renderer = make_window_renderer(made->window_->handle(), options.renderer);
    if (!renderer) return renderer.error();
    made->renderer_ = *std::move(renderer);
    made->palette_ = std::make_unique<Palette>(fonts, *made->renderer_, theme);
    return made;
}

void ProgramWindow::take(const Snapshot& snapshot) { dress(*palette_, snapshot, options_.theme); }

/// The region where one is set and lies within the window, else all of it.
Viewport ProgramWindow::viewport(const Snapshot& snapshot) const {
    const Wall& wall = options_.wall;
    Viewport made;
    made.width = renderer_->width();
    made.height = renderer_->height();
    if (wall.region && wall.region->x + wall.region->size.width <= made.width &&
        wall.region->y + wall.region->size.height <= made.height) {
        made.x = wall.region->x;
        made.y = wall.region->y;
        made.width = wall.region->size.width;
        made.height = wall.region->size.height;
    }
    made.distance = static_cast<float>(options_.distance.value_or(snapshot.conference.identity.viewing_distance));
    made.least_em = least_em_pixels;
    made.reserve_left = wall.reserve_left;
    made.reserve_bottom = wall.reserve_bottom;
    made.overscan = wall.overscan;
    if (wall.key) made.key = rgb(*wall.key);
    if (options_.reduced_motion) made.entrances = Entering::reduced;
    return made;
}

PageRecord ProgramWindow::draw(const OnAir& on_air, Now now) {
    const PageRecord drawn =
        draw_program(sheet_.begin(renderer_->width(), renderer_->height()), *palette_, viewport(on_air.snapshot()),
                     {on_air.snapshot(), on_air.rundown(), on_air.state(), now});
    renderer_->clear();
    renderer_->draw(sheet_.list());
    renderer_->present();
    palette_->trim();
    return drawn;
}

float ProgramWindow::shape() const {
    return static_cast<float>(renderer_->width()) / static_cast<float>(std::max(1, renderer_->height()));
}

std::string ProgramWindow::describe() const {
    return fmt::format("screen {}x{}, renderer {}", renderer_->width(), renderer_->height(), renderer_->name());
}

DisplayReport ProgramWindow::report() const {
    DisplayReport report;
    const Display display = window_->display();
    report.name = display.name;
    if (display.number > 0) {
        report.width = renderer_->width();
        report.height = renderer_->height();
    }
    report.renderer = renderer_->name();
    return report;
}

}  // namespace hall
