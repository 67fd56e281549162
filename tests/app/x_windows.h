#pragma once
/// Windows of another program on an X display, by title; closed as a window manager would ask it.
#include <string>

namespace hall::test {

/// Xlib stays in the source: its macros (Status, None) are our words too.
class XWindows {
public:
    using Id = unsigned long;

    explicit XWindows(const std::string& display);
    ~XWindows();
    XWindows(const XWindows&) = delete;
    XWindows& operator=(const XWindows&) = delete;

    /// 0 where there is none.
    Id find(const std::string& title) const;
    /// Waits for it, 0 after twenty seconds.
    Id wait_for(const std::string& title) const;
    /// WM_DELETE_WINDOW: what the button in the title bar sends.
    void ask_to_close(Id window) const;

private:
    struct Server;
    Server* server_;
};

}  // namespace hall::test
