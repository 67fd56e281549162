#include "app/console_window.h"

#include <utility>

#include "platform/displays.h"

namespace hall {
namespace {

constexpr int width = 1280, height = 900;  // pixels

}  // namespace

bool ConsoleWindow::has_place_beside(const Window& halls) { return !halls.fills_display() || displays().size() > 1; }

Result<std::unique_ptr<ConsoleWindow>> ConsoleWindow::open(const Window& halls, const Fonts& fonts, const Theme& theme,
                                                           const ConsoleWindowWish& wish) {
    if (!has_place_beside(halls))
        return fault(
            "Không mở cửa sổ người vận hành: máy chỉ có một màn hình và khán phòng đang xem nó. Hãy cắm thêm màn "
            "hình, hoặc chạy với --window.",
            "The operator's window stays closed: there is one display and the hall is looking at it. Plug in another, "
            "or run with --window.");
    WindowWish asked;
    asked.title = "Hội Trường - Điều hành";
    asked.width = width;
    asked.height = height;
    asked.cursor = Cursor::shown;
    const int taken = halls.display().number;
    for (const Display& display : displays())
        if (display.number != taken) asked.display = std::to_string(display.number);
    auto window = Window::open(asked);
    if (!window) return window.error();
    auto renderer = make_window_renderer((*window)->handle(), wish.renderer);
    if (!renderer) return renderer.error();

    std::unique_ptr<ConsoleWindow> made(new ConsoleWindow);
    made->window_ = *std::move(window);
    made->renderer_ = *std::move(renderer);
    made->console_ = std::make_unique<Console>(*made->renderer_, fonts, theme, wish.font_file, wish.language);
    return made;
}

bool ConsoleWindow::take(const Event& event) {
    if (event.kind == EventKind::mouse_wheel) {
        mouse_.wheel += static_cast<float>(event.y);
        return false;
    }
    mouse_.x = static_cast<float>(event.x);
    mouse_.y = static_cast<float>(event.y);
    if (event.kind == EventKind::mouse_move || event.button != 1) return false;
    mouse_.left = event.kind == EventKind::mouse_down;
    return true;
}

std::vector<Command> ConsoleWindow::draw(const ConsoleInput& input) {
    auto commands = console_->draw(input, mouse_);
    mouse_.wheel = 0;
    return commands;
}

}  // namespace hall
