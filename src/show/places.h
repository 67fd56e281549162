#pragma once
/// Places in a rundown, for the functions that change a state.
#include <cstddef>
#include <optional>
#include <string>

#include "show/state.h"

namespace hall {

/// On air at `step` (the last one where it is past the end); an empty rundown changes nothing.
ShowState placed(ShowState state, std::size_t step, const Rundown& rundown, Entry entry, Milliseconds since);

std::optional<std::size_t> step_with_key(const Rundown& rundown, const std::string& key);

/// The first step that is by_time; 0 where there is none.
std::size_t first_unattended(const Rundown& rundown);

}  // namespace hall
