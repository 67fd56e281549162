#pragma once
/// The display connectors of the machine as the kernel sees them: for setting up where no display can be opened yet.
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/time.h"

namespace hall {

struct Connector {
    std::string name;     ///< as an X server calls it, "HDMI-1"
    std::string monitor;  ///< what the monitor calls itself; may be empty
};

/// Those with something plugged in, in the kernel's order, which is SDL's on the bare kernel display. `folder`:
/// /sys/class/drm. Thread: any.
std::vector<Connector> plugged_in(const Path& folder);

/// Whether a display is plugged in where none was at the start. Thread: one at a time.
class ConnectorWatch {
public:
    /// `folder`: as of plugged_in.
    explicit ConnectorWatch(Path folder) : folder_(std::move(folder)), first_(plugged_in(folder_)) {}

    /// Looks at most every five seconds. One that is unplugged or switched off is no change: it mostly comes back.
    bool changed(Milliseconds steady);

private:
    Path folder_;
    std::vector<Connector> first_;
    Milliseconds looked_{0};
};

}  // namespace hall
