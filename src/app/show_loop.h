#pragma once
/// The show: windows, worker and state, and the frame that everyone reads first.
#include "app/options.h"
#include "draw/fonts.h"
#include "platform/paths.h"

namespace hall {

/// Runs until somebody ends it. Thread: the main thread, which becomes the render thread.
Exit run_show(const Options& options, const Paths& paths, const Fonts& fonts);

}  // namespace hall
