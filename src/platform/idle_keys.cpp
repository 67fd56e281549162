#include "platform/idle_keys.h"

#include <SDL.h>
#include <SDL_syswm.h>

#include <X11/Xlib.h>  // last: it defines words of ours as macros

namespace hall {

bool keys_are_idle(SDL_Window* window) {
    SDL_SysWMinfo facts;
    SDL_VERSION(&facts.version);
    if (SDL_GetWindowWMInfo(window, &facts) == SDL_FALSE || facts.subsystem != SDL_SYSWM_X11) return false;
    ::Display* const server = facts.info.x11.display;
    ::Window owner = None;
    int returns_to = RevertToNone;
    XGetInputFocus(server, &owner, &returns_to);
    return owner == None || owner == PointerRoot || owner == DefaultRootWindow(server);
}

}  // namespace hall
