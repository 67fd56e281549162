#pragma once
/// The service manager: told when the show is on, and fed while it goes on (systemd's notify protocol).
#include <optional>
#include <string>

#include "base/time.h"

namespace hall {

/// Thread: render thread. Everything here does nothing where no service manager listens ($NOTIFY_SOCKET).
class Watchdog {
public:
    Watchdog();

    /// The first picture stands. Told once.
    void ready();
    /// A turn of the loop ended well. Told at most four times in the watched interval.
    void feed();
    /// One line for `systemctl status`, where it has changed.
    void say(const std::string& line);
    void stopping();
    /// Another thread has been silent for longer than `patience`. Where it still is a second later, so that it is not
    /// the machine that stood still, the service manager is asked for a new start: nothing else brings the thread back.
    void doubt();
    /// How long another thread may be silent: on a slow disk, over a large spreadsheet.
    Milliseconds patience() const;
    /// How long the loop may sleep: often enough to feed in time.
    Milliseconds longest_sleep() const;

private:
    Milliseconds interval_{0};             ///< 0: not watched
    Milliseconds fed_{0};                  ///< steady time
    std::optional<Milliseconds> doubted_;  ///< steady time of the first doubt since
    bool ready_ = false;
    std::string said_;
};

}  // namespace hall
