#pragma once
/// From keys to commands: keyboard and presenter remote speak the same few.
#include <optional>
#include <string>

#include "app/options.h"
#include "base/time.h"
#include "platform/event.h"
#include "show/state.h"

namespace hall {

struct Wish {
    std::optional<Command> command;
    bool quit = false;
    bool console = false;  ///< open the operator's window
    bool refresh = false;  ///< ask the feed now
    bool accept = false;   ///< what waits at the door may be shown
};

/// Space, Page Down, Right: next; Page Up, Left: back; Home; number + Enter: jump; H hold; B or . black; L the
/// speaker's name; O console; A gives control back to the clock; R asks the feed now; C accepts what
/// waits; Ctrl+Q quit; Ctrl+H and Ctrl+B hold and black where H and B are text. A remote's other keys (F5, Esc) and key
/// repeat do nothing, and neither do the keys outside the set that is obeyed.
class Keys {
public:
    explicit Keys(KeySet obeyed = KeySet::all) : obeyed_(obeyed) {}
    /// `steady`: when, on the clock that never jumps.
    Wish press(const Event& key, Milliseconds steady);
    /// Digits typed so far for a jump; any other key forgets them, and so do five seconds without one.
    const std::string& typed() const { return typed_; }

private:
    KeySet obeyed_;
    std::string typed_;
    Milliseconds typed_at_{0};
};

}  // namespace hall
