#pragma once
/// Whether somebody has to look at a show, and what to do.
#include <vector>

#include "base/sentence.h"
#include "show/state.h"
#include "status/report.h"

namespace hall {

/// A render loop whose last turn is older than this hangs: it turns at least every five seconds, the file is written
/// every ten, or some seconds later while a heartbeat's server is waited for.
inline constexpr std::chrono::seconds longest_silence{25};

/// What is wrong with a running show, gravest first; empty: all is well. `now`: both clocks of this machine.
std::vector<Sentence> wrongs(const StatusReport& report, Now now);

}  // namespace hall
