#pragma once
/// From everything that was fetched to one conference. Room-private. Thread: any; pure.
#include <optional>
#include <vector>

#include "base/result.h"
#include "feed/cache.h"
#include "feed/decoder.h"
#include "feed/source.h"

namespace hall {

struct Composed {
    Decoded decoded;
    std::vector<CachedPart> parts;  ///< those given that the document names
};

/// Converts what is not in our format, reads the document, then its parts in place of its own sections. An Error where
/// the document or one of the parts it names cannot be read.
/// `earlier`: the same feed's, composed without parts.
Result<Composed> compose(const CachedGeneration& generation, const std::optional<Earlier>& earlier = {});
/// SHA-256 of all its documents together.
std::string generation_name(const CachedGeneration& generation);

/// The document in our own format, without its parts.
Result<std::string> own_document(const CachedGeneration& generation);

/// What kind of document came; an Error where it is none, or may have lost its end unseen. A part may be a list alone.
enum class DocumentRole { feed, part };
Result<FeedKind> kind_of(const Body& body, DocumentRole role);
/// The last word of a path or URL: "members.csv".
std::string short_name(std::string_view name);

}  // namespace hall
