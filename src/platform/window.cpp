#include "platform/window.h"

#include <SDL.h>

#include <string_view>
#include <utility>

#include "base/log.h"
#include "platform/displays.h"
#include "platform/idle_keys.h"
#include "platform/randr.h"

namespace hall {
namespace {

constexpr auto* cursor_key = "hall.cursor";
char cursor_hidden_mark = 0;  // only its address is used

bool on_x11() {
    const char* driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && std::string_view(driver) == "x11";
}

std::optional<Display> fitting(const std::vector<Display>& all, const std::string& wanted) {
    auto found = find_display(all, wanted);
    if (!found) log_line(LogLevel::warning, "platform", "no display fits '" + wanted + "'; taking the first");
    return found;
}

bool is_number(const std::string& text) { return text.find_first_not_of("0123456789") == std::string::npos; }

void show_cursor(Cursor cursor) { SDL_ShowCursor(cursor == Cursor::hidden ? SDL_DISABLE : SDL_ENABLE); }

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowWish& wish) {
    const Desktop around = desktop();
    const auto& all = around.displays;
    const auto wanted = fitting(all, wish.display);
    const Display display = wanted ? *wanted : all.empty() ? Display{} : all.front();
    const bool fills = wish.width == 0 || wish.height == 0;
    const int wide = fills ? display.width : wish.width;
    const int high = fills ? display.height : wish.height;
    // Never exclusive full-screen: X11 does not always restore the mode, and resizes every monitor.
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE;
    int x = display.x + (display.width - wide) / 2;
    int y = display.y + (display.height - high) / 2;
    if (wish.place) {
        x = wish.place->x;
        y = wish.place->y;
    }
    if (fills && around.windows == Arranged::by_us) {  // nobody else gives the window its display's size
        flags = SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_BORDERLESS;
    } else if (fills) {
        flags = SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_FULLSCREEN_DESKTOP;
        if (!on_x11()) x = y = static_cast<int>(SDL_WINDOWPOS_UNDEFINED_DISPLAY(display.number - 1));
    }
    SDL_Window* window = SDL_CreateWindow(wish.title.c_str(), x, y, wide, high, flags);
    if (window == nullptr) {
        const std::string reason = SDL_GetError();
        return fault("Không mở được cửa sổ trên màn hình: " + reason,
                     "No window can be opened on the display: " + reason);
    }
    tell_display_changes(window);
    if (wish.cursor == Cursor::hidden) {
        SDL_SetWindowData(window, cursor_key, &cursor_hidden_mark);
    }
    show_cursor(wish.cursor);
    std::unique_ptr<Window> made(new Window(window, wish));
    made->wanted_ = wanted;
    return made;
}

Window::~Window() { SDL_DestroyWindow(window_); }

unsigned Window::id() const { return SDL_GetWindowID(window_); }

Display Window::display() const {
    int x = 0, y = 0, wide = 0, high = 0;
    SDL_GetWindowPosition(window_, &x, &y);
    SDL_GetWindowSize(window_, &wide, &high);
    const int middle_x = x + wide / 2, middle_y = y + high / 2;
    const auto all = displays();
    for (const Display& one : all)
        if (middle_x >= one.x && middle_x < one.x + one.width && middle_y >= one.y && middle_y < one.y + one.height)
            return one;
    return all.empty() ? Display{.number = 0} : all.front();
}

Place Window::place() const {
    Place at;
    SDL_GetWindowPosition(window_, &at.x, &at.y);
    return at;
}

int Window::width() const {
    int wide = 0;
    SDL_GetWindowSizeInPixels(window_, &wide, nullptr);
    return wide;
}

int Window::height() const {
    int high = 0;
    SDL_GetWindowSizeInPixels(window_, nullptr, &high);
    return high;
}

bool Window::is_displaced() const {
    if (!fills_display() || wish_.display.empty()) return false;
    const auto all = displays();
    // A number tells a display only at the start: later the next one has moved up to it.
    return !own_display(all, wish_.display, wanted_) && (is_number(wish_.display) || !find_display(all, wish_.display));
}

void Window::refit() {
    if (on_x11()) light_displays();
    if (!fills_display()) {
        return;
    }
    const Desktop around = desktop();
    const auto& all = around.displays;
    if (all.empty()) {
        log_line(LogLevel::warning, "platform", "no display is lit; the picture waits for one");
        return;
    }
    if (const auto there = own_display(all, wish_.display, wanted_)) {
        if (!wanted_ || same_display({*there}, *wanted_)) wanted_ = there;
        return place(*there, around.windows);
    }
    // Until it is back.
    const auto instead = fitting(all, wish_.display);
    place(instead ? *instead : all.front(), around.windows);
}

void Window::take_idle_keys() {
    if (SDL_GetKeyboardFocus() == nullptr && keys_are_idle(window_) && !window_manager_runs())
        SDL_SetWindowInputFocus(window_);
}

void Window::place(const Display& display, Arranged windows) {
    if (windows == Arranged::by_us) {
        SDL_SetWindowPosition(window_, display.x, display.y);
        SDL_SetWindowSize(window_, display.width, display.height);
        return;
    }
    const Display on = this->display();
    if (on.x != display.x || on.y != display.y) {
        SDL_SetWindowFullscreen(window_, 0);
        SDL_SetWindowPosition(window_, display.x, display.y);
    }
    SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

Cursor cursor_over(SDL_Window* window) {
    return window != nullptr && SDL_GetWindowData(window, cursor_key) != nullptr ? Cursor::hidden : Cursor::shown;
}

}  // namespace hall
