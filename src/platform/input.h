#pragma once
/// Waits for events without burning the processor, and can be woken by any thread.
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "platform/event.h"

namespace hall {

/// Whether keys type characters besides being keys: off, an input method swallows no command.
enum class Characters { off, on };

/// Thread: render thread, but for `wake`. Made while the Session is open; outlived by it. Also hides and shows the
/// cursor as it moves between windows.
class Input {
public:
    Input();
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    /// Everything that has happened; where nothing has, waits up to `timeout` for the first. Empty after the timeout.
    std::vector<Event> wait_events(Milliseconds timeout);

    /// Ends a wait, or the next one. Thread: any. Many calls may make one event.
    void wake();
    void use(Characters characters);

private:
    bool wait_on_descriptor(Milliseconds timeout);
    bool take_wake();

    int wake_descriptor_;
    std::uint32_t wake_event_;
    bool blocks_;  ///< SDL can sleep on this driver; elsewhere it would poll every millisecond
};

}  // namespace hall
