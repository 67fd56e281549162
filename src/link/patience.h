#pragma once
/// How long to wait before the channel is tried again: a hall waits for it, so not long. Room-private.
#include <algorithm>
#include <random>

#include "base/time.h"

namespace hall {

inline constexpr Milliseconds shortest_patience{50};
inline constexpr Milliseconds longest_patience{3000};

/// Full jitter: anywhere between the shortest and a ceiling that doubles with every failure in a row.
template <class Generator>
Milliseconds patience_after(unsigned failures, Generator& generator) {
    const Milliseconds ceiling =
        std::min(longest_patience, Milliseconds(shortest_patience * (1 << std::min(failures, 10U))));
    std::uniform_int_distribution<Milliseconds::rep> anywhere(shortest_patience.count(), ceiling.count());
    return Milliseconds(anywhere(generator));
}

}  // namespace hall
