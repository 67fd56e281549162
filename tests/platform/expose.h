#pragma once
/// A window that SDL believes to have lost its picture.
#include <SDL.h>

namespace hall {

/// `window`: SDL's number of it. Drops every event that waits.
inline void expose(Uint32 window) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.windowID = window;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
}

}  // namespace hall
