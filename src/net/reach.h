#pragma once
/// How far away an address is. Room-private but for tests. Thread: any; pure.
#include <string_view>

namespace hall {

/// From the nearest to the farthest.
enum class Reach {
    own_link,  ///< this machine, or what only its own link knows
    network,   ///< private to a house's network (RFC 1918, 6598, 4193)
    internet,
};

/// Of an IPv4 or IPv6 address in numbers.
Reach reach_of(std::string_view address);

}  // namespace hall
