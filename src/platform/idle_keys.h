#pragma once
/// Whose the keyboard is on an X server.

struct SDL_Window;

namespace hall {

/// No window of anybody has it, as after the one that had it was closed where no window manager gives it on. Asks the
/// server. Thread: render thread.
bool keys_are_idle(SDL_Window* window);

}  // namespace hall
