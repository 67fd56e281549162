#pragma once
/// A process that looks at what strangers sent gives up everything else for good. Room-private.
#include <chrono>
#include <cstddef>

#include "base/result.h"

namespace hall {

struct SandboxLimits {
    /// Bytes of address space; not under a sanitizer, which needs more. The largest picture takes 700 MiB of it, and
    /// with its pixels leaves the show what it needs of the service's MemoryMax.
    std::size_t memory = std::size_t{768} << 20;
    std::size_t output = std::size_t{192} << 20;  ///< bytes of a file that is written
    std::chrono::seconds cpu{10};
};

/// From here on this process computes, reads and writes what it has open, and ends; any other system call kills it. No
/// way back. Load libraries before. An Error where the kernel refuses. Thread: of a process with one thread.
Status enter_sandbox(const SandboxLimits& limits = {});

}  // namespace hall
