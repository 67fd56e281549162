#pragma once
/// The commands that ask a show from another process: status and log.
#include "app/options.h"
#include "platform/paths.h"

namespace hall {

Exit run_status(const Options& options, const Paths& paths);
Exit run_log(const Options& options, const Paths& paths);

}  // namespace hall
