#include "app/program_window.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/hint.h"
#include "base/log.h"
#include "screens/brand.h"

namespace hall {
namespace {

constexpr Milliseconds look_interval{10'000};

std::optional<Place> corner_of(const std::string& wanted) {
    const auto display = find_display(displays(), wanted);
    if (!display) return std::nullopt;
    return Place{display->x, display->y};
}

/// Nothing lies over it.
bool is_solemn(const Rundown& rundown, const ShowState& state) {
    if (state.cover != Cover::none || state.step >= rundown.steps.size()) return state.cover == Cover::black;
    const ScreenId screen = rundown.steps[state.step].screen;
    return screen == ScreenId::flag || screen == ScreenId::silence;
}

}  // namespace

Result<std::unique_ptr<ProgramWindow>> ProgramWindow::open(const Options& options, const Fonts& fonts,
                                                           const Theme& theme) {
    WindowWish wish;
    wish.title = "Hội Trường";
    wish.display = options.display;
    if (options.window) {
        wish.width = options.window->width;
        wish.height = options.window->height;
        // In a corner it leaves room for the operator's window.
        if (options.console) wish.place = corner_of(options.display);
    }
    std::unique_ptr<ProgramWindow> made(new ProgramWindow(options, fonts));
    auto window = Window::open(wish);
    if (!window) return window.error();
    made->window_ = *std::move(window);
    if (const Status ready = made->make_renderer(theme); !ready) return ready.error();
    return made;
}

Status ProgramWindow::make_renderer(const Theme& theme) {
    auto renderer = make_window_renderer(window_->handle(), options_.renderer);
    if (!renderer) return renderer.error();
    renderer_ = *std::move(renderer);
    palette_ = std::make_unique<Palette>(fonts_, *renderer_, theme);
    return Done{};
}

/// A reset graphics card tells nobody on Linux (SDL 2 sends no event there): everything it held is black.
void ProgramWindow::look_at_renderer(const Snapshot& snapshot, Milliseconds steady) {
    if (!lost_ && steady - looked_ < look_interval) return;
    looked_ = steady;
    if (!lost_ && renderer_->answers()) return;
    log_line(LogLevel::warning, "app", "the renderer is lost and made anew");
    palette_.reset();
    renderer_.reset();
    const Status made = make_renderer(theme_of(snapshot.conference, options_.theme));
    if (!made) log_line(LogLevel::error, "app", made.error().sentence.en);
    lost_ = false;
    broken_ = !made;
    if (broken_) return;
    ++rebuilds_;
    take(snapshot);
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

PageRecord ProgramWindow::draw(const ProgramInput& input, const std::string& hint) {
    look_at_renderer(input.snapshot, input.now.steady);
    if (broken_) return {};
    ShowState shown = input.state;
    if (quiet_) shown.cover = Cover::black;
    ImDrawList& list = sheet_.begin(renderer_->width(), renderer_->height());
    const Viewport place = viewport(input.snapshot);
    const PageRecord drawn = draw_program(list, *palette_, place, {input.snapshot, input.rundown, shown, input.now});
    if (!hint.empty() && !is_solemn(input.rundown, shown)) draw_hint(list, *palette_, place, hint);
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
    report.rebuilds = rebuilds_;
    report.textures = textures();
    return report;
}

}  // namespace hall
