#pragma once
/// The command `setup`: a machine that shows this feed on this display from the next boot on.
#include "app/options.h"
#include "platform/paths.h"

namespace hall {

/// Asks on the terminal what the options do not say. Where there is none, what would be asked has to be said or
/// configured already. What nobody says stays as the configuration has it. Writes nothing before everything is known
/// and the feed was read.
Exit run_setup(const Options& options, const Paths& paths);

}  // namespace hall
