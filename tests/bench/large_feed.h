#pragma once
/// Feeds as large as the decoder admits, sound to the last record: no doubt, no repair. Equal on every run.
#include <cstddef>
#include <string>

namespace hall::bench {

/// The names of organisations and of their representatives, in which no two are alike.
std::string organisation(std::size_t number);
std::string person(std::size_t number);

/// Members with role, group and a representative, as many as `bytes` hold; no more bytes than that.
std::string feed_of_size(std::size_t bytes);
/// Members with id and name only.
std::string feed_of_members(std::size_t members);

/// The conference that comes with the program, as it stands on disk.
std::string bundled_feed();

}  // namespace hall::bench
