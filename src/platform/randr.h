#pragma once
/// The screens as the X server has them now. SDL 2.26 keeps the sizes it saw at the start.
#include <optional>
#include <vector>

#include "platform/displays.h"

union SDL_Event;
struct SDL_Window;

namespace hall {

/// Nothing where there is no X server with RandR 1.2. The primary one comes first;
/// unplugged ones count where no other is lit. By a connection of its own, so that
/// SDL's knows nothing of it; costs about a millisecond. Thread: render thread.
std::optional<Desktop> randr_desktop();
/// Lights what is plugged in and dark, as a desktop would do; under a window manager nothing is done, for its desktop
/// does it. Needs no Session. Thread: render thread.
void light_displays();
/// Somebody else arranges windows and screens. Thread: render thread.
bool window_manager_runs();

/// From here on SDL's event queue has an SDL_SYSWMEVENT for every change of the screens, and for nothing else. SDL is
/// not told of them any more: its own answer to an unplugged screen leaves windows without one.
void tell_display_changes(SDL_Window* window);
bool is_display_change(const SDL_Event& event);

}  // namespace hall
