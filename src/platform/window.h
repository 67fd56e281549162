#pragma once
/// A window: the show's, filling a display without a cursor, or the operator's.
#include <memory>
#include <string>

#include "base/result.h"

struct SDL_Window;

namespace hall {

enum class Cursor { hidden, shown };

struct WindowWish {
    std::string title = {};
    std::string display = {};  ///< see find_display; where none fits the first is taken and the log says so
    int width = 0;             ///< pixels; 0 fills the display
    int height = 0;            ///< pixels; 0 fills the display
    Cursor cursor = Cursor::hidden;
};

/// Thread: render thread. The Session outlives it, it outlives its renderer.
class Window {
public:
    static Result<std::unique_ptr<Window>> open(const WindowWish& wish);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    SDL_Window* handle() const { return window_; }
    unsigned id() const;  ///< as in Event::window
    int display() const;  ///< number from 1 of the display it is on
    int width() const;    ///< pixels
    int height() const;   ///< pixels
    bool fills_display() const { return wish_.width == 0 || wish_.height == 0; }
    /// After a display came or went: back on the wanted one, full-screen again (some compositors forget).
    void refit();

private:
    Window(SDL_Window* window, WindowWish wish) : window_(window), wish_(std::move(wish)) {}

    SDL_Window* window_;
    WindowWish wish_;
};

/// For the events: whether the cursor is to be seen over that window.
Cursor cursor_over(SDL_Window* window);

}  // namespace hall
