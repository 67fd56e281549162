#include "platform/x_errors.h"

#include <X11/Xlib.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/log.h"

namespace hall {
namespace {

int tell(Display*, XErrorEvent* error) {
    log_line(LogLevel::warning, "platform",
             fmt::format("X error {} of request {}.{} about {:#x}", error->error_code, error->request_code,
                         error->minor_code, error->resourceid));
    return 0;
}

int code_of_loss = 0;

/// Xlib allows no way back from here. Nothing is torn down: the place on air is on disk before it is on screen.
int end_without_server(Display*) {
    log_line(LogLevel::error, "platform", "the X server is gone");
    _exit(code_of_loss);
}

}  // namespace

void survive_x_errors(int code) {
    code_of_loss = code;
    XSetErrorHandler(tell);
    XSetIOErrorHandler(end_without_server);
}

}  // namespace hall
