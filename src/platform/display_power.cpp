#include "platform/display_power.h"

#include <SDL.h>

#include <string_view>

#include <X11/Xlib.h>  // last: they define words of ours as macros
#include <X11/extensions/dpms.h>

namespace hall {

void set_display_power(Power power) {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (driver == nullptr || std::string_view(driver) != "x11") return;
    Display* const server = XOpenDisplay(nullptr);
    if (server == nullptr) return;
    int event = 0, error = 0;
    if (DPMSQueryExtension(server, &event, &error) != False && DPMSCapable(server) != False) {
        DPMSEnable(server);
        DPMSSetTimeouts(server, 0, 0, 0);  // nobody but us puts it out
        DPMSForceLevel(server, power == Power::on ? DPMSModeOn : DPMSModeOff);
    }
    XCloseDisplay(server);
}

}  // namespace hall
