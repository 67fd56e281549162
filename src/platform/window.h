#pragma once
/// A window: the show's, filling a display without a cursor, or the operator's.
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "platform/displays.h"

struct SDL_Window;

namespace hall {

enum class Cursor { hidden, shown };

struct Place {
    int x = 0, y = 0;
};

struct WindowWish {
    std::string title = {};
    std::string display = {};  ///< see find_display; where none fits the first is taken and the log says so
    int width = 0;             ///< pixels; 0 fills the display
    int height = 0;            ///< pixels; 0 fills the display
    Cursor cursor = Cursor::hidden;
    std::optional<Place> place = {};  ///< pixels on the desktop; nothing: centred on the display
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
    /// The one it is on; number 0 where no display is lit any more.
    Display display() const;
    Place place() const;  ///< pixels on the desktop
    int width() const;    ///< pixels
    int height() const;   ///< pixels
    bool fills_display() const { return wish_.width == 0 || wish_.height == 0; }
    /// It fills another display than the one that it was told by name or number, which is not there.
    bool is_displaced() const;
    /// After a display came, went or changed: on the wanted one, filling it as it is now. The same display is found
    /// again on another connector; where it is gone the window stays where it is, or goes to the first that is left.
    void refit();
    /// Once a turn: takes the keyboard where nobody has it and no window manager gives it to anybody.
    void take_idle_keys();

private:
    Window(SDL_Window* window, WindowWish wish) : window_(window), wish_(std::move(wish)) {}
    void place(const Display& display, Arranged windows);

    SDL_Window* window_;
    WindowWish wish_;
    std::optional<Display> wanted_ = std::nullopt;  ///< the display that fitted the wish, once one did
};

/// For the events: whether the cursor is to be seen over that window.
Cursor cursor_over(SDL_Window* window);

}  // namespace hall
