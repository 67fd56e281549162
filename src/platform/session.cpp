#include "platform/session.h"

#include <SDL.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "base/log.h"
#include "platform/outputs.h"
#include "platform/picture_memory.h"
#include "platform/x_errors.h"

namespace hall {
namespace {

constexpr int restart_code = 75;  // the program's "start me again"

void set_kiosk_hints() {
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Hội Trường");
    SDL_SetHint(SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Hội nghị đang trình chiếu");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "1");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

/// libwayland writes a line of its own on stderr where there is no folder to look for a compositor in.
void leave_wayland_out_where_it_cannot_be() {
    const auto told = [](const char* name) { return SDL_getenv(name) != nullptr && *SDL_getenv(name) != '\0'; };
    if (!told("XDG_RUNTIME_DIR") && !told("WAYLAND_DISPLAY") && !told("WAYLAND_SOCKET"))
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,KMSDRM");
}

/// SDL falls back to drivers that show nothing; good only for whoever asked for one (SDL_VIDEODRIVER).
bool shows_nothing(std::string_view driver) { return driver == "offscreen" || driver == "dummy" || driver == "evdev"; }

Error no_display(const std::string& reason) {
    return fault("Không mở được màn hình (" + reason +
                     "). Hãy chạy trong phiên đồ họa X11 hoặc Wayland, hay từ bàn điều khiển của máy có cắm màn hình; "
                     "không có màn hình thì dùng lệnh snapshot để xuất trang thành ảnh.",
                 "No display can be opened (" + reason +
                     "). Run in an X11 or Wayland session, or from the console of a machine with a screen; "
                     "without a screen, the command snapshot writes the pages as pictures.");
}

}  // namespace

void Session::start_no_bus() {
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr) return;
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code error;
    if (runtime != nullptr && std::filesystem::exists(std::filesystem::path(runtime) / "bus", error)) return;
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

void Session::compose_no_letters() { ::setenv("XCOMPOSEFILE", "/dev/null", 0); }

Result<std::unique_ptr<Session>> Session::open() {
    signal(SIGPIPE, SIG_IGN);
    SDL_SetMemoryFunctions(picture_malloc, std::calloc, std::realloc, std::free);
    set_kiosk_hints();
    leave_wayland_out_where_it_cannot_be();
    Outputs held;  // SDL comes and goes before it stays, and many a server that loses its only client starts anew
    // SDL finds no display on a server whose screens are all dark.
    if (held.known() && !held.managed()) held.light();
    // Only video: joysticks and sensors would make SDL poll.
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return no_display(SDL_GetError());
    }
    std::unique_ptr<Session> session(new Session);
    if (shows_nothing(session->driver()) && SDL_getenv("SDL_VIDEODRIVER") == nullptr) {
        return no_display("no X11, Wayland or KMS display");
    }
    // SDL wakes a waiting loop through the window, which may be closing just then.
    if (std::string_view(session->driver()) == "x11") survive_x_errors(restart_code);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);  // SDL's own wish is 16 bits a pixel, which nothing here looks at
    SDL_DisableScreenSaver();
    SDL_StopTextInput();  // on from the start; an input method would swallow the letters that are commands
    log_line(LogLevel::info, "platform", std::string("video ") + session->driver());
    return session;
}

Session::~Session() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }

const char* Session::driver() const {
    const char* name = SDL_GetCurrentVideoDriver();
    return name == nullptr ? "" : name;
}

}  // namespace hall
