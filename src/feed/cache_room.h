#pragma once
/// What stands in a cache folder, and what may go to make room. Room-private.
#include <cstdint>
#include <string_view>
#include <vector>

#include "feed/cache.h"

namespace hall {

inline constexpr std::size_t most_index_bytes = 64U << 20U;
inline constexpr std::string_view index_suffix = ".index";
inline constexpr std::string_view previous_suffix = ".previous";

/// Removes bodies that no index names and that are older than the grace.
void collect_bodies(const Path& folder, const CacheLimits& limits);

/// True once a body of `wanted` bytes fits: collects, then drops indexes with what only they name, oldest first, those
/// in `last` after all others, those in `kept` never. Where not even that suffices, nothing is dropped.
bool make_room(const Path& folder, const CacheLimits& limits, std::uintmax_t wanted, const std::vector<Path>& kept,
               const std::vector<Path>& last);

}  // namespace hall
