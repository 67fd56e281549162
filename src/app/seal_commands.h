#pragma once
/// `hoitruong seal` and `hoitruong unseal`, for the desk that keeps the results.
#include "app/options.h"

namespace hall {

/// Writes the sealed feed and its keys. To mend: something sealed can be read elsewhere in the feed.
Exit run_seal(const Options& options, const Path& cache);
Exit run_unseal(const Options& options, const Path& cache);

}  // namespace hall
