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

/// How long a source read every `poll` seconds is at most left alone after failures: a poll and a half, so that a hall
/// is well again within two, the answer included. The jitter keeps screens from asking in step all the same.
constexpr Seconds longest_wait_for(Seconds poll) { return std::clamp(1.5 * poll, 1.5 * shortest_wait, longest_wait); }

/// Full jitter: anywhere from 1 s to 2^failures s, at most `longest`, which is 1 s or more.
/// What the server asked for wins, within [1 s, 900 s].
template <class Generator>
Seconds wait_after(unsigned failures, std::optional<Seconds> asked, Generator& generator, Seconds longest) {
    if (asked) return std::clamp(*asked, shortest_wait, longest_asked_wait);
    const Seconds ceiling = std::min(longest, Seconds(std::exp2(std::min(failures, 16U))));
    std::uniform_real_distribution<double> anywhere(shortest_wait.count(), ceiling.count());
    return Seconds(anywhere(generator));
}

}  // namespace hall
