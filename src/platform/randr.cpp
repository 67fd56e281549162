#include "platform/randr.h"

#include <SDL.h>
#include <SDL_syswm.h>

#include <algorithm>
#include <memory>
#include <string>

#include "platform/outputs.h"

#include <X11/Xlib.h>  // last: they define words of ours as macros
#include <X11/extensions/Xrandr.h>

namespace hall {
namespace {

constexpr int unknown_event = -1;
int first_randr_event = unknown_event;  // the server's number for RandR's first event; the render thread's

int keep_display_changes(void*, SDL_Event* event) {
    return event->type != SDL_SYSWMEVENT || is_display_change(*event) ? 1 : 0;
}

}  // namespace

std::optional<Desktop> randr_desktop() {
    const Outputs outputs;
    if (!outputs.known()) return std::nullopt;
    Desktop found;
    found.windows = outputs.managed() ? Arranged::by_others : Arranged::by_us;
    const auto is_seen = [](const Output& one) { return one.lit() && one.connected; };
    const bool any = std::any_of(outputs.all().begin(), outputs.all().end(), is_seen);
    for (const Output& output : outputs.all())
        if (output.lit() && (output.connected || !any))
            found.displays.push_back({static_cast<int>(found.displays.size()) + 1,
                                      output.monitor.name.empty() ? output.name : output.monitor.name, output.x,
                                      output.y, output.width, output.height, output.name, output.monitor.serial});
    return found;
}

void light_displays() {
    Outputs outputs;
    if (outputs.known() && !outputs.managed()) outputs.light();
}

bool window_manager_runs() { return Outputs().managed(); }

void tell_display_changes(SDL_Window* window) {
    SDL_SysWMinfo facts;
    SDL_VERSION(&facts.version);
    int first_error = 0;
    if (SDL_GetWindowWMInfo(window, &facts) == SDL_FALSE || facts.subsystem != SDL_SYSWM_X11) return;
    ::Display* const server = facts.info.x11.display;
    if (XRRQueryExtension(server, &first_randr_event, &first_error) == False) {
        first_randr_event = unknown_event;
        return;
    }
    XRRSelectInput(server, DefaultRootWindow(server), 0);  // the server keeps a client's first mask otherwise
    XRRSelectInput(server, DefaultRootWindow(server), RRScreenChangeNotifyMask);
    SDL_SetEventFilter(keep_display_changes, nullptr);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool is_display_change(const SDL_Event& event) {
    return event.type == SDL_SYSWMEVENT && event.syswm.msg != nullptr && event.syswm.msg->subsystem == SDL_SYSWM_X11 &&
           first_randr_event != unknown_event &&
           event.syswm.msg->msg.x11.event.type == first_randr_event + RRScreenChangeNotify;
}

}  // namespace hall
