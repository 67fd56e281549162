#pragma once
/// What the worker hands to the render thread: one conference as it stood at one moment, whole and immutable.
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "base/image.h"
#include "base/issue.h"
#include "base/time.h"
#include "conference/conference.h"

namespace hall {

/// Decoded pictures by PictureRef::source. A picture that is missing or refused is simply not here.
using Pictures = std::map<std::string, std::shared_ptr<const Image>>;

struct Snapshot {
    std::uint64_t number = 0;  ///< grows by one with every change
    std::string generation;    ///< SHA-256 of the feed's bytes
    Conference conference;
    Issues issues;
    Pictures pictures;
};

/// How the feed stands, for the operator; posted on change and never shown to the hall.
struct FeedStatus {
    std::string source;                    ///< the feed's address without query and user
    std::optional<Instant> last_success;   ///< when the source last answered (a 304 counts)
    std::optional<Instant> content_since;  ///< when the content on screen was fetched
    bool from_cache = false;               ///< nothing newer than the cached generation was seen since the start
    Sentence fault;                        ///< empty while all is well
    std::uint32_t failures = 0;            ///< in a row
    std::optional<Instant> next_try;
};

}  // namespace hall
