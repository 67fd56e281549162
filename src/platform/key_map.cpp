#include "platform/key_map.h"

#include <SDL.h>

namespace hall {
namespace {

constexpr Key counted(Key first, int offset) { return static_cast<Key>(static_cast<int>(first) + offset); }

Key by_symbol(SDL_Keycode symbol) {
    if (symbol >= SDLK_a && symbol <= SDLK_z) return counted(Key::a, symbol - SDLK_a);
    if (symbol >= SDLK_0 && symbol <= SDLK_9) return counted(Key::digit_0, symbol - SDLK_0);
    if (symbol >= SDLK_F1 && symbol <= SDLK_F12) return counted(Key::f1, symbol - SDLK_F1);
    if (symbol >= SDLK_KP_1 && symbol <= SDLK_KP_9) return counted(Key::digit_1, symbol - SDLK_KP_1);
    switch (symbol) {
        case SDLK_KP_0: return Key::digit_0;
        case SDLK_SPACE: return Key::space;
        case SDLK_RETURN:
        case SDLK_RETURN2:
        case SDLK_KP_ENTER: return Key::enter;
        case SDLK_ESCAPE: return Key::escape;
        case SDLK_BACKSPACE: return Key::backspace;
        case SDLK_TAB: return Key::tab;
        case SDLK_INSERT: return Key::insert;
        case SDLK_DELETE: return Key::erase;
        case SDLK_PAGEUP: return Key::page_up;
        case SDLK_PAGEDOWN: return Key::page_down;
        case SDLK_HOME: return Key::home;
        case SDLK_END: return Key::end;
        case SDLK_LEFT: return Key::left;
        case SDLK_RIGHT: return Key::right;
        case SDLK_UP: return Key::up;
        case SDLK_DOWN: return Key::down;
        case SDLK_PERIOD:
        case SDLK_KP_PERIOD: return Key::period;
        case SDLK_COMMA: return Key::comma;
        case SDLK_MINUS:
        case SDLK_KP_MINUS: return Key::minus;
        case SDLK_PLUS:
        case SDLK_EQUALS:
        case SDLK_KP_PLUS: return Key::plus;
        case SDLK_SLASH:
        case SDLK_KP_DIVIDE: return Key::slash;
        default: return Key::none;
    }
}

Key by_place(SDL_Scancode place) {
    if (place >= SDL_SCANCODE_A && place <= SDL_SCANCODE_Z) return counted(Key::a, place - SDL_SCANCODE_A);
    if (place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_9) return counted(Key::digit_1, place - SDL_SCANCODE_1);
    if (place == SDL_SCANCODE_0) return Key::digit_0;
    if (place == SDL_SCANCODE_PERIOD) return Key::period;
    return Key::none;
}

}  // namespace

Key key_of(const SDL_Keysym& symbol) {
    const Key key = by_symbol(symbol.sym);
    return key == Key::none ? by_place(symbol.scancode) : key;
}

}  // namespace hall
