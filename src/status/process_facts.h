#pragma once
/// What the kernel says about a process.
#include <cstdint>
#include <optional>

#include "status/report.h"

namespace hall {

/// When it started, in clock ticks since boot; nothing where there is no such process, or only its remains.
std::optional<std::uint64_t> start_ticks_of(int pid);

/// Of this process. Costs about a millisecond.
MemoryReport own_memory();

}  // namespace hall
