#pragma once
/// The index file of one cached generation, as text. Room-private.
#include <optional>
#include <string>
#include <string_view>

#include "feed/cache.h"

namespace hall {

struct CacheIndex {
    std::string document_hash;
    Validators validators;
    Instant fetched{};
    std::vector<CachedPicture> pictures;
};

std::string write_index(const CacheIndex& index);
/// Nothing for anything this version did not write.
std::optional<CacheIndex> read_index(std::string_view text);
bool is_hash(std::string_view name);

}  // namespace hall
