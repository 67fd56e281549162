#include "app/x_windows.h"

#include <X11/Xlib.h>

#include <chrono>
#include <thread>

namespace hall::test {

struct XWindows::Server {
    Display* display;

    std::string title_of(XWindows::Id window) const {
        Atom type = 0;
        int format = 0;
        unsigned long length = 0, rest = 0;
        unsigned char* bytes = nullptr;
        XGetWindowProperty(display, window, XInternAtom(display, "WM_NAME", False), 0, 256, False, AnyPropertyType,
                           &type, &format, &length, &rest, &bytes);
        if (!bytes) return {};
        std::string title(reinterpret_cast<char*>(bytes), length);
        XFree(bytes);
        return title;
    }
};

XWindows::XWindows(const std::string& display) : server_(new Server{XOpenDisplay(display.c_str())}) {}

XWindows::~XWindows() {
    if (server_->display) XCloseDisplay(server_->display);
    delete server_;
}

XWindows::Id XWindows::find(const std::string& title) const {
    if (!server_->display) return 0;
    Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    // A window that closed between the two questions would end this process by an error.
    XGrabServer(server_->display);
    XQueryTree(server_->display, DefaultRootWindow(server_->display), &root, &parent, &children, &count);
    Id found = 0;
    for (unsigned i = 0; i < count && found == 0; ++i)
        if (server_->title_of(children[i]) == title) found = children[i];
    XUngrabServer(server_->display);
    XFlush(server_->display);
    if (children) XFree(children);
    return found;
}

XWindows::Id XWindows::wait_for(const std::string& title) const {
    for (int i = 0; i < 200; ++i) {
        if (const Id found = find(title)) return found;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return 0;
}

void XWindows::ask_to_close(Id window) const {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(server_->display, "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(XInternAtom(server_->display, "WM_DELETE_WINDOW", False));
    XSendEvent(server_->display, window, False, NoEventMask, &event);
    XSync(server_->display, False);
}

}  // namespace hall::test
