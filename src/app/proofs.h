#pragma once
/// The commands that need no display: check and snapshot.
#include "app/options.h"
#include "draw/fonts.h"
#include "feed/worker.h"
#include "proof/page_maker.h"

namespace hall {

/// The feed settings that options ask for; `cache` where they name none.
FeedSettings feed_settings(const Options& options, const Path& cache);

/// The feed once, with what is sealed in it opened by the keys that options name: its pages as the hall will see them,
/// but for the photographs of recipients.
/// Errors: of the feed, and a sealed award that no key there opens.
Result<Snapshot> read_pages(const Options& options, const Path& cache);

/// The pages that options ask for. The Error is a moment that cannot be read.
Result<PageSettings> page_settings(const Options& options, const Conference& conference);

Exit run_check(const Options& options, const Path& cache, const Fonts& fonts);
Exit run_snapshot(const Options& options, const Path& cache, const Fonts& fonts);

}  // namespace hall
