#pragma once
/// What the worker hands to the render thread: one conference as it stood at one moment, whole and immutable.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/image.h"
#include "base/issue.h"
#include "base/time.h"
#include "conference/conference.h"

namespace hall {

/// Decoded pictures by PictureRef::source. A picture that is missing or refused is simply not here.
using Pictures = std::map<std::string, std::shared_ptr<const Image>>;

struct CachedGeneration;  // feed/cache.h

struct Snapshot {
    std::uint64_t number = 0;  ///< grows by one with every change
    std::string generation;    ///< SHA-256 of the feed's bytes, of all its documents together
    Conference conference;
    bool whole = true;  ///< no section that lives elsewhere is still missing
    Issues issues;
    Pictures pictures;
    std::shared_ptr<const CachedGeneration> documents;  ///< what `conference` was read from; null: of no feed
};

/// How one section that lives elsewhere stands.
struct SourceStatus {
    std::string section;
    std::string name;                      ///< its address without query, or its file
    std::optional<Instant> last_success;   ///< when it last answered
    std::optional<Instant> content_since;  ///< when the content on screen was fetched; nothing: not yet
    Sentence fault;                        ///< empty while all is well

    bool operator==(const SourceStatus&) const = default;
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
    std::vector<SourceStatus> sources;  ///< in the order of the document
    /// The server's clock minus the steady one; nothing until it told its time, or where there is no server.
    std::optional<Milliseconds> server_ahead = {};
};

}  // namespace hall
