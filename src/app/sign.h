#pragma once
/// The desk signs a feed, so that screens with its public key show nothing else.
#include "app/options.h"

namespace hall {

/// Writes FEED.sig beside the file; makes the key where there is none yet, and says what the screens' configuration
/// needs.
Exit run_sign(const Options& options);

}  // namespace hall
