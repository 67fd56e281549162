#pragma once
/// What a screen shows that is commanded from another machine.
#include <optional>

#include "show/state.h"

namespace hall {

/// `mine` after another machine's state, on this machine's rundown and steady clock. The step is found by its key,
/// since another revision of the feed may count otherwise. Nothing where this rundown has no such step: what was not
/// commanded is never shown in its place. The same step goes on where it was. `since`: when the step came on air,
/// steady time.
std::optional<ShowState> followed(const ShowState& mine, const ShowState& commanded, const Rundown& rundown,
                                  Milliseconds since, Entry entry);

}  // namespace hall
