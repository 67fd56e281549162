#pragma once
/// Every page of the cases at every shape of wall, as `check` sees it.
#include <array>
#include <string>
#include <vector>

#include "proof/check.h"

namespace hall::tests {

struct WallSize {
    int width, height;
};
inline constexpr WallSize full_hd_wall{1920, 1080};
inline constexpr std::array<WallSize, 8> walls{
    {{1280, 720}, full_hd_wall, {3840, 2160}, {1920, 1200}, {1024, 768}, {2560, 1080}, {3840, 1080}, {1080, 1920}}};

struct Feed {
    std::string name;
    Snapshot snapshot;
};
/// "typical", "empty" and "longest" (tests/screens/cases.h), and "hard": the hardest names there are.
const std::vector<Feed>& feeds();
Feed feed_in(const std::string& folder);

/// What `check` says of the feed's pages.
CheckReport report_on(const Feed& feed, const WallSize& wall, const std::string& theme, Extent extent);

/// One line for every issue that is an error.
std::string errors_in(const CheckReport& report);

}  // namespace hall::tests
