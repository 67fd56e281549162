#pragma once
/// SDL's video, opened with the settings of a machine nobody sits at, and closed with this object.
#include <memory>

#include "base/result.h"

namespace hall {

/// Thread: render thread. One at a time; outlives every window. Ignores SIGPIPE for the whole program.
class Session {
public:
    /// The error says that there is no display and what can be done without one.
    static Result<std::unique_ptr<Session>> open();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// SDL's name for it: "x11", "wayland", "KMSDRM", ...
    const char* driver() const;

private:
    Session() = default;
};

}  // namespace hall
