#pragma once
/// Secrets that stand in files, never on a command line or in the configuration that others may read.
#include <string>

#include "app/options.h"
#include "base/file.h"
#include "base/result.h"

namespace hall {

/// One line of text. An Error where others than its owner may read the file, or it holds anything else.
Result<std::string> read_secret(const Path& file);

/// Reads what the options name: the token's file and the feed's public key. For a show a token that cannot be read
/// becomes a note: what is kept on this machine is more than no picture. A channel does not go without its own.
Status load_secrets(Options& options);

}  // namespace hall
