#include "platform/x_errors.h"

#include <X11/Xlib.h>
#include <fmt/format.h>

#include "base/log.h"

namespace hall {
namespace {

int tell(Display*, XErrorEvent* error) {
    log_line(LogLevel::warning, "platform",
             fmt::format("X error {} of request {}.{} about {:#x}", error->error_code, error->request_code,
                         error->minor_code, error->resourceid));
    return 0;
}

}  // namespace

void survive_x_errors() { XSetErrorHandler(tell); }

}  // namespace hall
