/// A request about a window that has gone must not end the show.
#include <gtest/gtest.h>
#include <stdlib.h>

#include "platform/session.h"
#include "platform/xvfb.h"

#include <X11/Xlib.h>  // last: it defines words of ours as macros

namespace hall {
namespace {

TEST(XErrors, are_survived) {
    const Xvfb server(640, 360);
    ASSERT_TRUE(server.running());
    setenv("DISPLAY", server.display().c_str(), 1);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    {
        const auto session = Session::open();
        ASSERT_TRUE(session.ok());
        auto* const display = XOpenDisplay(server.display().c_str());
        ASSERT_NE(display, nullptr);
        const auto window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 8, 8, 0, 0, 0);
        XDestroyWindow(display, window);
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.format = 32;
        XSendEvent(display, window, False, 0, &event);
        XSync(display, False);  // the error has come by now; Xlib's own handler would have ended the test
        XCloseDisplay(display);
    }
    unsetenv("DISPLAY");
    unsetenv("SDL_VIDEODRIVER");
}

}  // namespace
}  // namespace hall
