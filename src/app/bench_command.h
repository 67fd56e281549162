#pragma once
/// Whether this machine keeps up: what a technician asks before it goes into the hall.
#include "app/options.h"
#include "draw/fonts.h"
#include "platform/paths.h"

namespace hall {

/// Plays the entrance of one page of every screen of the feed as the show would, as fast as it can, and prints what a
/// picture took, the time to the first one and the memory. Without a display it draws into memory and says so.
/// Thread: the main thread.
Exit run_bench(const Options& options, const Paths& paths, const Fonts& fonts);

}  // namespace hall
