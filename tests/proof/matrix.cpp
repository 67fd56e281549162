/// Every page, theme, feed and shape of wall with every rule, pixels and motion too: minutes, so not among the tests.
#include <fmt/format.h>

#include <cstdio>

#include "draw/theme.h"
#include "proof/walls.h"

int main() {
    using namespace hall;
    using namespace hall::tests;
    std::size_t faulty = 0;
    for (const WallSize& wall : walls) {
        for (const Theme& theme : themes()) {
            for (const Feed& feed : feeds()) {
                const std::string errors = errors_in(report_on(feed, wall, theme.name, Extent::whole));
                fmt::print("{}x{} {} {}: {}\n{}", wall.width, wall.height, theme.name, feed.name,
                           errors.empty() ? "sound" : "faulty", errors);
                std::fflush(stdout);
                if (!errors.empty()) ++faulty;
            }
        }
    }
    return faulty == 0 ? 0 : 1;
}
