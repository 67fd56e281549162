#include "app/console_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "app/console_place.h"
#include "platform/displays.h"

namespace hall {
namespace {

constexpr Size wanted{1280, 900}, least{900, 520};

struct Spot {
    Display display;
    Region region;
    Covering covering = Covering::refused;
};

Region region_of(const Display& display) { return {display.x, display.y, {display.width, display.height}}; }

std::optional<Spot> spot_for(const Window& halls, Covering allowed, const std::vector<int>& taken) {
    std::optional<Display> same;
    for (const Display& display : displays()) {
        if (std::find(taken.begin(), taken.end(), display.number) != taken.end()) continue;
        if (display.number != halls.display().number) return Spot{display, place_on(region_of(display), wanted)};
        same = display;
    }
    if (!same) return std::nullopt;
    const Region hall{halls.place().x, halls.place().y, {halls.width(), halls.height()}};
    if (const auto beside = place_beside(region_of(*same), hall, wanted, least)) return Spot{*same, *beside};
    if (allowed == Covering::refused) return std::nullopt;
    return Spot{*same, place_on(region_of(*same), wanted), Covering::allowed};
}

Error no_place(const Window& halls) {
    const Display display = halls.display();
    const auto smaller = size_beside({display.width, display.height}, {halls.width(), halls.height()}, least);
    const std::string size = smaller ? fmt::format(" {}x{}", smaller->width, smaller->height) : std::string();
    return fault(
        fmt::format(
            "Không mở cửa sổ người vận hành: không còn chỗ bên cạnh hình mà khán phòng đang xem. Hãy cắm thêm màn "
            "hình, thu nhỏ bằng --window{}, hoặc bấm O lần nữa để mở đè lên hình.",
            size),
        fmt::format("The operator's window stays closed: nothing is free beside what the hall sees. Plug in another "
                    "display, make the show smaller with --window{}, or press O again to open it over the show.",
                    size));
}

}  // namespace

bool ConsoleWindow::has_place_beside(const Window& halls, std::size_t taken) {
    return !halls.fills_display() || displays().size() > 1 + taken;
}

Result<std::unique_ptr<ConsoleWindow>> ConsoleWindow::open(const Window& halls, const Fonts& fonts, const Theme& theme,
                                                           const ConsoleWindowWish& wish) {
    const auto spot = spot_for(halls, wish.covering, wish.taken);
    if (!spot) return no_place(halls);
    WindowWish asked;
    asked.title = "Hội Trường - Điều hành";
    asked.display = std::to_string(spot->display.number);
    asked.width = spot->region.size.width;
    asked.height = spot->region.size.height;
    asked.place = Place{spot->region.x, spot->region.y};
    asked.cursor = Cursor::shown;
    auto window = Window::open(asked);
    if (!window) return window.error();
    auto renderer = make_window_renderer((*window)->handle(), wish.renderer);
    if (!renderer) return renderer.error();

    std::unique_ptr<ConsoleWindow> made(new ConsoleWindow);
    made->covering_ = spot->covering;
    made->window_ = *std::move(window);
    made->renderer_ = *std::move(renderer);
    made->console_ =
        std::make_unique<Console>(*made->renderer_, fonts, theme, wish.font_file, wish.language, wish.typing);
    return made;
}

void ConsoleWindow::point_at(const Event& event) {
    mouse_.x = static_cast<float>(event.x);
    mouse_.y = static_cast<float>(event.y);
}

bool ConsoleWindow::take(const Event& event) {
    if (event.kind == EventKind::mouse_wheel) {
        mouse_.wheel += static_cast<float>(event.y);
        return false;
    }
    point_at(event);
    if (event.kind == EventKind::mouse_move || event.button != 1) return false;
    mouse_.left = event.kind == EventKind::mouse_down;
    return true;
}

Clicked ConsoleWindow::draw(const ConsoleInput& input) {
    auto clicked = console_->draw(input, mouse_);
    mouse_.wheel = 0;
    return clicked;
}

}  // namespace hall
