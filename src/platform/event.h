#pragma once
/// What people and the machine tell the program, as plain values.
#include <optional>

namespace hall {

/// Letters, digits and function keys stand in rows, so that they can be reckoned with.
enum class Key {
    // clang-format off
    none,
    a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
    digit_0, digit_1, digit_2, digit_3, digit_4, digit_5, digit_6, digit_7, digit_8, digit_9,
    f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
    space, enter, escape, backspace, tab, insert, erase,
    page_up, page_down, home, end, left, right, up, down,
    period, comma, minus, plus, slash,
    // clang-format on
};

enum class EventKind {
    key,               ///< pressed
    key_up,            ///< let go
    character,         ///< what a key types on its layout; comes after its `key`
    quit_request,      ///< the desktop wants the program to end
    close_request,     ///< somebody closes the window
    size_changed,      ///< of the window, pixels
    renderer_lost,     ///< what the renderer held is gone
    exposed,           ///< the window's picture is to be shown again
    displays_changed,  ///< a screen came, went or turned
    mouse_move,
    mouse_down,
    mouse_up,
    mouse_wheel,  ///< `y` notches, positive away from the user
    wake,         ///< somebody called Input::wake
};

struct Event {
    EventKind kind = EventKind::wake;
    unsigned window = 0;  ///< Window::id, 0 where the event has none
    Key key = Key::none;
    bool control = false;
    bool shift = false;
    bool alt = false;
    char32_t character = 0;
    bool repeat = false;  ///< the key is held down; a presenter remote's bounce is not this
    int x = 0;            ///< mouse: pixels in the window
    int y = 0;            ///< mouse: pixels in the window
    int button = 0;       ///< mouse: 1 left, 2 middle, 3 right

    bool operator==(const Event&) const = default;
};

/// 0-9 for a digit key (of the row or the keypad).
constexpr std::optional<int> digit_of(Key key) {
    if (key < Key::digit_0 || key > Key::digit_9) return std::nullopt;
    return static_cast<int>(key) - static_cast<int>(Key::digit_0);
}

}  // namespace hall
