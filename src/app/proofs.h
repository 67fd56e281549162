#pragma once
/// The commands that need no display: check and snapshot.
#include "app/options.h"
#include "draw/fonts.h"
#include "feed/worker.h"

namespace hall {

/// The feed settings that options ask for; `cache` where they name none.
FeedSettings feed_settings(const Options& options, const Path& cache);

Exit run_check(const Options& options, const Path& cache, const Fonts& fonts);
Exit run_snapshot(const Options& options, const Path& cache, const Fonts& fonts);

}  // namespace hall
