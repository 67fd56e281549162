#pragma once
/// The index file of one cached generation, as text. Room-private.
#include <optional>
#include <string>
#include <string_view>

#include "feed/cache.h"

namespace hall {

struct IndexedPart {
    CachedPart part;  ///< without its bytes
    std::string hash;
};

struct CacheIndex {
    std::string document_hash;
    Validators validators;
    Instant fetched{};
    std::vector<CachedPicture> pictures;
    FeedKind kind = FeedKind::own_json;
    std::string name;
    std::vector<IndexedPart> parts;
};

std::string write_index(const CacheIndex& index);
/// Nothing for anything that neither this version nor those before it wrote: they knew no parts and no kinds.
std::optional<CacheIndex> read_index(std::string_view text);
bool is_hash(std::string_view name);

}  // namespace hall
