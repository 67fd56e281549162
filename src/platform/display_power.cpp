#include "platform/display_power.h"

#include <SDL.h>

#include <string_view>

#include <X11/Xlib.h>  // last: they define words of ours as macros
#include <X11/extensions/dpms.h>

namespace hall {

namespace {

bool on_x11() {
    const char* driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && std::string_view(driver) == "x11";
}

/// Calls with(server) where the server can switch its displays' power.
void where_power_is_ours(const auto& with) {
    if (!on_x11()) return;
    Display* const server = XOpenDisplay(nullptr);
    if (server == nullptr) return;
    int event = 0, error = 0;
    if (DPMSQueryExtension(server, &event, &error) != False && DPMSCapable(server) != False) with(server);
    XCloseDisplay(server);
}

}  // namespace

void set_display_power(Power power) {
    where_power_is_ours([&](Display* server) {
        DPMSEnable(server);
        DPMSSetTimeouts(server, 0, 0, 0);  // nobody but us puts it out
        DPMSForceLevel(server, power == Power::on ? DPMSModeOn : DPMSModeOff);
    });
}

void wake_display() {
    where_power_is_ours([](Display* server) {
        CARD16 level = DPMSModeOn;
        BOOL enabled = False;
        if (DPMSInfo(server, &level, &enabled) != False && enabled != False && level != DPMSModeOn)
            DPMSForceLevel(server, DPMSModeOn);
    });
}

}  // namespace hall
