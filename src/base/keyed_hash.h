#pragma once
/// Numbers for tables of texts that others write.
#include <cstdint>
#include <string_view>

namespace hall {

/// SipHash with a key of this process's own: no file can be written whose texts all want the same slot. Thread: any.
std::uint64_t keyed_hash(std::string_view text);

}  // namespace hall
