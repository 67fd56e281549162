#pragma once
/// The display connectors of the machine as the kernel sees them: for setting up where no display can be opened yet.
#include <string>
#include <vector>

#include "base/file.h"

namespace hall {

struct Connector {
    std::string name;     ///< as an X server calls it, "HDMI-1"
    std::string monitor;  ///< what the monitor calls itself; may be empty
};

/// Those with something plugged in, by name. `folder`: /sys/class/drm. Thread: any.
std::vector<Connector> plugged_in(const Path& folder);

}  // namespace hall
