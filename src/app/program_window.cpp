#include "app/program_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/console_place.h"
#include "app/hint.h"
#include "base/log.h"
#include "base/steady.h"
#include "screens/brand.h"
#include "screens/mc.h"

namespace hall {
namespace {

constexpr Milliseconds look_interval{10'000};
constexpr Size wanted_mc{1280, 720}, least_mc{320, 180};
constexpr const char* mc_title = "Hội Trường - MC";

std::optional<Display> mc_display(const std::string& wanted, const Display& halls, const std::vector<int>& taken) {
    auto all = displays();
    std::erase_if(all, [&](const Display& one) { return std::ranges::find(taken, one.number) != taken.end(); });
    if (wanted != mc_beside) {
        const auto named = find_display(all, wanted);
        return named && named->number != halls.number ? named : std::nullopt;
    }
    const auto other = std::ranges::find_if(all, [&](const Display& one) { return one.number != halls.number; });
    return other == all.end() ? std::nullopt : std::optional(*other);
}

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
    const Shows shows = options.mc == mc_only ? Shows::mc : Shows::hall;
    WindowWish wish;
    wish.title = shows == Shows::mc ? mc_title : "Hội Trường";
    wish.display = options.display;
    if (options.window) {
        wish.width = options.window->width;
        wish.height = options.window->height;
        // In a corner it leaves room for the operator's window and the MC's.
        if (options.console || (shows == Shows::hall && !options.mc.empty())) wish.place = corner_of(options.display);
    }
    return opened(std::unique_ptr<ProgramWindow>(new ProgramWindow(options, fonts, shows)), wish, theme);
}

std::optional<WindowWish> ProgramWindow::mc_place(const Options& options, const Window& halls,
                                                  const std::vector<int>& taken) {
    const Display on = halls.display();
    WindowWish wish;
    wish.title = mc_title;
    if (const auto display = mc_display(options.mc, on, taken)) {
        wish.display = lasting_name(displays(), *display);
        return wish;
    }
    if (halls.fills_display()) return std::nullopt;
    const Region all{on.x, on.y, {on.width, on.height}};
    const Region hall{halls.place().x, halls.place().y, {halls.width(), halls.height()}};
    // Below, the operator's window keeps the place at the side.
    const Region below{hall.x, hall.y + hall.size.height, hall.size};
    const bool fits = below.y + below.size.height <= all.y + all.size.height;
    const auto free = fits ? std::optional(below) : place_beside(all, hall, wanted_mc, least_mc);
    if (!free) return std::nullopt;
    wish.display = std::to_string(on.number);
    wish.width = free->size.width;
    wish.height = free->size.height;
    wish.place = Place{free->x, free->y};
    return wish;
}

Result<std::unique_ptr<ProgramWindow>> ProgramWindow::open_mc(const Options& options, const Fonts& fonts,
                                                              const Theme& theme, const WindowWish& place) {
    return opened(std::unique_ptr<ProgramWindow>(new ProgramWindow(options, fonts, Shows::mc)), place, theme);
}

Sentence ProgramWindow::why_broken() {
    return {"Bộ vẽ hỏng và không dựng lại được.", "The renderer is lost and cannot be made anew."};
}

Result<std::unique_ptr<ProgramWindow>> ProgramWindow::opened(std::unique_ptr<ProgramWindow> made,
                                                             const WindowWish& wish, const Theme& theme) {
    auto window = Window::open(wish);
    if (!window) return window.error();
    made->window_ = *std::move(window);
    if (const Status ready = made->make_renderer(theme); !ready) return ready.error();
    return made;
}

Status ProgramWindow::make_renderer(const Theme& theme) {
    auto renderer = make_window_renderer(window_->handle(), options_.renderer,
                                         options_.wall.key ? FirstPicture::small : FirstPicture::large);
    if (!renderer) return renderer.error();
    renderer_ = *std::move(renderer);
    looked_ = steady_now();  // what was made just now is whole, and reading back makes the first picture wait
    palette_ = std::make_unique<Palette>(fonts_, *renderer_, theme);
    return Done{};
}

/// A reset graphics card tells nobody on Linux (SDL 2 sends no event there): everything it held is black.
bool ProgramWindow::look_at_renderer(const Snapshot& snapshot, Milliseconds steady) {
    if (broken_ || (!lost_ && steady - looked_ < look_interval)) return false;
    looked_ = steady;
    if (!lost_ && renderer_->answers()) return false;
    log_line(LogLevel::warning, "app", "the renderer is lost and made anew");
    palette_.reset();
    renderer_.reset();
    const Status made = make_renderer(theme_of(snapshot.conference, options_.theme));
    if (!made) log_line(LogLevel::error, "app", made.error().sentence.en);
    lost_ = false;
    broken_ = !made;
    if (broken_) return true;
    ++rebuilds_;
    take(snapshot);
    return true;
}

void ProgramWindow::take(const Snapshot& snapshot) {
    measured_.reset();
    dress(*palette_, snapshot, options_.theme);
}

/// The region where one is set and lies within the window, else all of it.
Viewport ProgramWindow::viewport(const Snapshot& snapshot) const {
    const Wall& wall = options_.wall;
    Viewport made;
    made.width = renderer_->width();
    made.height = renderer_->height();
    made.least_em = least_em_pixels;
    if (shows_ == Shows::mc) {
        made.distance = mc_distance;
        return made;
    }
    if (wall.region && wall.region->x + wall.region->size.width <= made.width &&
        wall.region->y + wall.region->size.height <= made.height) {
        made.x = wall.region->x;
        made.y = wall.region->y;
        made.width = wall.region->size.width;
        made.height = wall.region->size.height;
    }
    made.distance = static_cast<float>(options_.distance.value_or(snapshot.conference.identity.viewing_distance));
    made.reserve_left = wall.reserve_left;
    made.reserve_bottom = wall.reserve_bottom;
    made.overscan = wall.overscan;
    if (wall.key) made.key = rgb(*wall.key);
    made.entrances = options_.reduced_motion ? Entering::reduced : pace_.entering();
    return made;
}

PageRecord ProgramWindow::draw_page(ImDrawList& list, const ProgramInput& input, const std::string& hint) {
    const Viewport place = viewport(input.snapshot);
    if (shows_ == Shows::mc && !quiet_)
        return draw_mc(list, *palette_, place, {input.snapshot, input.rundown, input.state, input.now});
    ShowState shown = input.state;
    if (quiet_) shown.cover = Cover::black;
    PageRecord drawn = draw_program(list, *palette_, place, {input.snapshot, input.rundown, shown, input.now});
    if (!hint.empty() && !is_solemn(input.rundown, shown)) draw_hint(list, *palette_, place, hint);
    return drawn;
}

PageRecord ProgramWindow::draw(const ProgramInput& input, const std::string& hint) {
    const Milliseconds begun = steady_now();
    PageRecord drawn = draw_page(sheet_.begin(renderer_->width(), renderer_->height()), input, hint);
    renderer_->clear();
    renderer_->draw(sheet_.list());
    renderer_->present();
    palette_->trim();
    if (pace_.drawn(begun, steady_now(), drawn.moving ? Moving::yes : Moving::no))
        log_line(LogLevel::warning, "app",
                 pace_.entering() == Entering::full    ? "motion is tried in full again"
                 : pace_.entering() == Entering::plain ? "drawing is slow: no slips of paper fall for a while"
                                                       : "drawing is slow: pages come in short fades for a while");
    return drawn;
}

ProgramWindow::Misfits ProgramWindow::misfits(const OnAir& on_air, const Step& step, Instant now) {
    if (broken_ || lost_ || shows_ == Shows::mc) return {};
    const Snapshot& snapshot = on_air.snapshot();
    const int width = renderer_->width(), height = renderer_->height();
    if (measured_ && measured_->key == step.key && measured_->width == width && measured_->height == height)
        return measured_->misfits;
    Viewport place = viewport(snapshot);
    place.texts = Texts::measured;
    const PageRecord page =
        draw_settled(sheet_.begin(renderer_->width(), renderer_->height()), *palette_, place, snapshot, step, now);
    const auto cut = std::ranges::count(page.runs, false, &Run::fits);
    measured_ = {step.key, width, height, {static_cast<std::size_t>(cut), page.left_out.size(), page.covered.size()}};
    return measured_->misfits;
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
    if (window_->is_displaced()) report.absent.push_back({options_.display, shows_ == Shows::mc ? mc_page : ""});
    return report;
}

}  // namespace hall
