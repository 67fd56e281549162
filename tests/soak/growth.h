#pragma once
/// What a process holds, sampled while it runs, and how fast that grows.
#include <sys/types.h>

#include <string>
#include <vector>

namespace hall::test {

struct Holding {
    double seconds = 0;  ///< since the first sample
    /// MiB; anonymous: what it allocated and wrote, whatever neighbours share of its libraries.
    double anonymous = 0, proportional = 0, resident = 0;
    double descriptors = 0, threads = 0, textures = 0;
};

/// By /proc, and `report`: the show's status.json, for the textures. All 0 where the process is gone.
Holding holding_of(pid_t pid, const std::string& report);
/// Growth an hour by least squares of the samples after `warm_up` seconds.
double slope(const std::vector<Holding>& samples, double Holding::*what, double warm_up);

}  // namespace hall::test
