#include "platform/window.h"

#include <SDL.h>

#include <utility>

#include "base/log.h"
#include "platform/displays.h"

namespace hall {
namespace {

constexpr auto* cursor_key = "hall.cursor";
char cursor_hidden_mark = 0;  // only its address is used

Display choose_display(const std::string& wanted) {
    const auto all = displays();
    if (auto found = find_display(all, wanted)) {
        return *found;
    }
    log_line(LogLevel::warning, "platform", "no display fits '" + wanted + "'; taking the first");
    return all.empty() ? Display{} : all.front();
}

void show_cursor(Cursor cursor) { SDL_ShowCursor(cursor == Cursor::hidden ? SDL_DISABLE : SDL_ENABLE); }

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowWish& wish) {
    const Display display = choose_display(wish.display);
    const bool fills = wish.width == 0 || wish.height == 0;
    const int wide = fills ? display.width : wish.width;
    const int high = fills ? display.height : wish.height;
    const int index = display.number - 1;
    const auto position =
        static_cast<int>(fills ? SDL_WINDOWPOS_UNDEFINED_DISPLAY(index) : SDL_WINDOWPOS_CENTERED_DISPLAY(index));
    // Never exclusive full-screen: X11 does not always restore the mode, and resizes every monitor.
    const Uint32 flags =
        SDL_WINDOW_ALLOW_HIGHDPI | static_cast<Uint32>(fills ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE);
    SDL_Window* window = SDL_CreateWindow(wish.title.c_str(), position, position, wide, high, flags);
    if (window == nullptr) {
        const std::string reason = SDL_GetError();
        return fault("Không mở được cửa sổ trên màn hình: " + reason,
                     "No window can be opened on the display: " + reason);
    }
    if (wish.cursor == Cursor::hidden) {
        SDL_SetWindowData(window, cursor_key, &cursor_hidden_mark);
    }
    show_cursor(wish.cursor);
    return std::unique_ptr<Window>(new Window(window, wish));
}

Window::~Window() { SDL_DestroyWindow(window_); }

unsigned Window::id() const { return SDL_GetWindowID(window_); }

int Window::display() const { return SDL_GetWindowDisplayIndex(window_) + 1; }

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

void Window::refit() {
    if (!fills_display()) {
        return;
    }
    const Display display = choose_display(wish_.display);
    if (SDL_GetWindowDisplayIndex(window_) != display.number - 1) {
        SDL_SetWindowFullscreen(window_, 0);
        SDL_SetWindowPosition(window_, display.x, display.y);
    }
    SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

Cursor cursor_over(SDL_Window* window) {
    return window != nullptr && SDL_GetWindowData(window, cursor_key) != nullptr ? Cursor::hidden : Cursor::shown;
}

}  // namespace hall
