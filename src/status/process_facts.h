#pragma once
/// What the kernel says about a process.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "status/report.h"

namespace hall {

/// When it started, in clock ticks since boot; nothing where there is no such process, or only its remains.
std::optional<std::uint64_t> start_ticks_of(int pid);

struct ForeignProcess {
    int pid = 0;
    unsigned user = 0;  ///< the kernel's number

    bool operator==(const ForeignProcess&) const = default;
};
/// Whether the program, called with these words after its name, is a show.
using NamesShow = std::function<bool(const std::vector<std::string>&)>;
/// The first show that another user than `own` runs, as far as `proc` tells; nothing where none does.
std::optional<ForeignProcess> foreign_show(unsigned own, const NamesShow& names_show, const Path& proc = "/proc");

/// Of this process. Costs about a millisecond.
MemoryReport own_memory();

}  // namespace hall
