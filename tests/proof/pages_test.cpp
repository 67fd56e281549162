/// Every screen's pages against every rule: typical, empty, longest and hardest texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "draw/theme.h"
#include "proof/walls.h"

namespace hall::tests {
namespace {

std::string name_of_case(const std::string& text) {
    std::string name = text;
    std::ranges::replace(name, '-', '_');
    return name;
}

class Pages : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
protected:
    static const Feed& feed() { return feeds()[std::get<0>(GetParam())]; }
    static std::size_t other() { return std::get<1>(GetParam()); }

    static void expect_sound(const WallSize& wall, const std::string& theme, Extent extent) {
        const std::string errors = errors_in(report_on(feed(), wall, theme, extent));
        EXPECT_TRUE(errors.empty()) << '\n' << errors;
    }
};

class PagesInThemes : public Pages {};
TEST_P(PagesInThemes, break_no_rule) { expect_sound(full_hd_wall, themes()[other()].name, Extent::whole); }

class PagesOnWalls : public Pages {};
TEST_P(PagesOnWalls, break_no_rule_of_size_and_place) { expect_sound(walls[other()], "", Extent::words); }

constexpr std::size_t feed_count = 4;
constexpr std::size_t theme_count = 3;

TEST(Pages, are_looked_at_in_every_feed_and_theme) {
    EXPECT_EQ(feeds().size(), feed_count);
    EXPECT_EQ(themes().size(), theme_count);
}

using Place = testing::TestParamInfo<std::tuple<std::size_t, std::size_t>>;

std::string in_theme(const Place& place) {
    const auto [feed, theme] = place.param;
    return name_of_case(feeds()[feed].name + "_" + themes()[theme].name);
}

std::string on_wall(const Place& place) {
    const auto [feed, wall] = place.param;
    return feeds()[feed].name + "_" + std::to_string(walls[wall].width) + "x" + std::to_string(walls[wall].height);
}

INSTANTIATE_TEST_SUITE_P(All, PagesInThemes,
                         testing::Combine(testing::Range<std::size_t>(0, feed_count),
                                          testing::Range<std::size_t>(0, theme_count)),
                         in_theme);
INSTANTIATE_TEST_SUITE_P(All, PagesOnWalls,
                         testing::Combine(testing::Range<std::size_t>(0, feed_count),
                                          testing::Range<std::size_t>(0, walls.size())),
                         on_wall);

}  // namespace
}  // namespace hall::tests
