// What must hold on every screen at every shape of wall (look.md 1.3, L4 and L5).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "screens/cases.h"
#include "screens/furniture.h"
#include "screens/golden.h"
#include "screens/studio.h"

namespace hall::tests {
namespace {

struct Wall {
    const char* name;
    int width, height;
};
constexpr std::array<Wall, 6> walls{{{"16:9", 1920, 1080},
                                     {"16:10", 1920, 1200},
                                     {"4:3", 1440, 1080},
                                     {"21:9", 2520, 1080},
                                     {"32:9", 3840, 1080},
                                     {"9:16", 1080, 1920}}};
constexpr float rounding = 1;  ///< pixels

struct Drawn {
    PageRecord record;
    Box safe;
    std::string where;
    bool wide = false;
};

/// Every screen, case, page and wall, drawn once.
const std::vector<Drawn>& everywhere() {
    static const std::vector<Drawn> all = [] {
        std::vector<Drawn> drawn;
        Studio studio;
        for (const Wall& wall : walls) {
            Viewport viewport;
            viewport.width = wall.width;
            viewport.height = wall.height;
            const auto width = static_cast<float>(wall.width);
            const auto height = static_cast<float>(wall.height);
            const float stage = std::min(width, height * 16 / 9);
            const Box safe{(width - stage) / 2 + stage * 0.05F, height * 0.05F, stage * 0.9F, height * 0.9F};
            for (std::size_t index = 0; index < screen_count; ++index) {
                const auto screen = static_cast<ScreenId>(index);
                for (const Case& example : cases()) {
                    int page = 0;
                    for (const Step& step : steps_of(example.conference, screen)) {
                        drawn.push_back(
                            {studio.record(viewport, example.conference, step, moment_of(screen)), safe,
                             fmt::format("{} {} {} page {}", name_of(screen), example.name, wall.name, ++page),
                             wall.width * 9 >= wall.height * 16});
                    }
                }
            }
        }
        return drawn;
    }();
    return all;
}

bool meet(const Box& one, const Box& other) {
    return one.x + rounding < other.right() && other.x + rounding < one.right() && one.y + rounding < other.bottom() &&
           other.y + rounding < one.bottom();
}

bool is_inside(const Box& inner, const Box& outer) {
    return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding &&
           inner.right() <= outer.right() + rounding && inner.bottom() <= outer.bottom() + rounding;
}

TEST(Layout, no_two_texts_touch) {
    for (const Drawn& drawn : everywhere()) {
        const auto& runs = drawn.record.runs;
        for (std::size_t one = 0; one < runs.size(); ++one) {
            for (std::size_t other = one + 1; other < runs.size(); ++other) {
                for (const Box& upper : runs[one].ink) {
                    for (const Box& lower : runs[other].ink) {
                        EXPECT_FALSE(meet(upper, lower))
                            << drawn.where << ": “" << runs[one].text << "” and “" << runs[other].text << "”";
                    }
                }
            }
        }
    }
}

TEST(Layout, all_ink_is_inside_the_safe_area) {
    for (const Drawn& drawn : everywhere()) {
        for (const hall::Run& run : drawn.record.runs) {
            for (const Box& ink : run.ink) {
                EXPECT_TRUE(is_inside(ink, drawn.safe)) << drawn.where << ": “" << run.text << "”";
            }
        }
    }
}

// On narrower walls a text may take more lines than its screen asked for; the two tests above see that there is room.
TEST(Layout, every_text_fits_its_place_on_a_wide_wall) {
    for (const Drawn& drawn : everywhere()) {
        if (!drawn.wide) continue;
        for (const hall::Run& run : drawn.record.runs) {
            EXPECT_TRUE(run.fits) << drawn.where << ": “" << run.text << "”";
        }
    }
}

TEST(Layout, every_text_is_as_large_as_the_last_row_needs) {
    for (const Drawn& drawn : everywhere()) {
        if (drawn.safe.h > drawn.safe.w) continue;  // an upright wall is read from nearer
        const float percent = drawn.safe.h / 90;
        for (const hall::Run& run : drawn.record.runs) {
            const float least = least_cap_height(spec_of(run.style.type).tier, Viewport().distance);
            EXPECT_GE(run.cap_height, least * percent - rounding) << drawn.where << ": “" << run.text << "”";
        }
    }
}

// The operator's pictures of the hall: what they show must be what the hall sees, also where type is forced large.
TEST(Layout, a_smaller_picture_of_a_wall_is_laid_out_as_the_wall_is) {
    constexpr float scale = 0.5F;
    Viewport wall;
    wall.width = 1024;
    wall.height = 576;
    wall.least_em = least_em_pixels;
    wall.distance = 9;
    wall.reserve_left = 20;
    Studio studio;
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        for (const Case& example : cases()) {
            const Step step = steps_of(example.conference, screen).front();
            const PageRecord large = studio.record(wall, example.conference, step, moment_of(screen));
            const PageRecord small = studio.record(wall.at(40, 30, scale), example.conference, step, moment_of(screen));
            ASSERT_EQ(small.runs.size(), large.runs.size()) << name_of(screen) << ' ' << example.name;
            for (std::size_t run = 0; run < large.runs.size(); ++run) {
                EXPECT_EQ(small.runs[run].text, large.runs[run].text) << name_of(screen) << ' ' << example.name;
                EXPECT_NEAR(small.runs[run].em, large.runs[run].em * scale, 0.5F) << large.runs[run].text;
                EXPECT_NEAR(small.runs[run].first_baseline, 30 + large.runs[run].first_baseline * scale, rounding)
                    << large.runs[run].text;
            }
        }
    }
}

}  // namespace
}  // namespace hall::tests
