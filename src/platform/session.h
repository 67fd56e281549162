#pragma once
/// SDL's video, opened with the settings of a machine nobody sits at, and closed with this object.
#include <memory>

#include "base/result.h"

namespace hall {

/// Thread: render thread. One at a time; outlives every window. Ignores SIGPIPE for the whole program.
class Session {
public:
    /// To be called before any thread starts. Where no message bus is there SDL's library for it would start one: by a
    /// fork amid our threads, whose child may wait for ever for what another of them held, and the show with it.
    static void start_no_bus();
    /// To be called before any thread starts. The keyboard's dead keys and its Compose key make no letters then. What
    /// they make is read when a session opens: thousands of lines, which take as long as all else that SDL does.
    static void compose_no_letters();
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
