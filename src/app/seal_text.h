#pragma once
/// A feed with its held awards sealed, and back. Pure but for random numbers.
#include <map>
#include <string>

#include "base/issue.h"
#include "base/result.h"
#include "feed/feed_files.h"
#include "sealing/key_file.h"

namespace hall {

struct SealedFeed {
    std::string document;
    std::map<std::string, std::string> beside;  ///< files for beside it; none that only a winner has
    KeyRing ring;
    std::size_t open_awards = 0;  ///< public ones, left readable
    Issues leaks;                 ///< where what is sealed can be read all the same
};

/// Errors: nothing to seal; a sealed feed that would be too large to be read.
Result<SealedFeed> seal_feed(const FeedFiles& feed, SealKind kind);

struct UnsealedFeed {
    std::string document;
    std::map<std::string, std::string> photos;
    std::size_t awards = 0;  ///< opened
};

/// Errors: the sentence of the first award that does not open.
Result<UnsealedFeed> unseal_feed(const FeedFiles& feed, const KeyRing& ring);

}  // namespace hall
