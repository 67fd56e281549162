#pragma once
/// How long to wait after failures, so that a hundred screens do not ask a recovering server in step.
#include <algorithm>
#include <cmath>
#include <optional>
#include <random>

#include "base/time.h"

namespace hall {

inline constexpr Seconds shortest_wait{1};
/// A hall that stays stale for minutes after its network is back is worse than one request a minute.
inline constexpr Seconds longest_wait{60};
inline constexpr Seconds longest_asked_wait{900};

/// Full jitter: anywhere from 1 s to 2^failures s, at most 60 s. What the server asked for wins, within [1 s, 900 s].
template <class Generator>
Seconds wait_after(unsigned failures, std::optional<Seconds> asked, Generator& generator) {
    if (asked) return std::clamp(*asked, shortest_wait, longest_asked_wait);
    const Seconds ceiling = std::min(longest_wait, Seconds(std::exp2(std::min(failures, 16U))));
    std::uniform_real_distribution<double> anywhere(shortest_wait.count(), std::max(ceiling, Seconds(2)).count());
    return Seconds(anywhere(generator));
}

}  // namespace hall
