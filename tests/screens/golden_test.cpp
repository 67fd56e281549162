// Every screen as it was when somebody last looked at it: its words first, then its pixels.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "platform/picture_file.h"
#include "screens/cases.h"
#include "screens/golden.h"
#include "screens/studio.h"

namespace hall::tests {
namespace {

constexpr std::size_t pages_kept = 6;  ///< of one screen in one case
#ifdef HALL_EXACT_PIXELS
constexpr int tolerance = 0;
#else
constexpr int tolerance = 24;  ///< other versions of FreeType and SDL round edges differently
#endif

TEST(Golden, every_screen_says_what_it_said) {
    Studio studio;
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        for (const Case& example : cases()) {
            std::string text;
            const std::vector<Step> steps = steps_of(example.conference, screen);
            for (std::size_t page = 0; page < std::min(steps.size(), pages_kept); ++page) {
                text += "# " + std::to_string(page + 1) + "\n";
                text += describe(studio.record({}, example.conference, steps[page], moment_of(screen)));
            }
            const std::string name = std::string(name_of(screen)) + "-" + std::string(example.name) + ".txt";
            EXPECT_EQ(differs_from_golden(name, text), "") << name;
        }
    }
}

TEST(Golden, every_screen_looks_as_it_looked) {
    Studio studio;
    for (std::size_t index = 0; index < screen_count; ++index) {
        const auto screen = static_cast<ScreenId>(index);
        for (const Case& example : cases()) {
            if (example.name == "empty") continue;  // its words say all, and every picture weighs
            const Step step = steps_of(example.conference, screen).back();
            const Image image = studio.picture(640, 360, example.conference, step, moment_of(screen));
            const std::string name = std::string(name_of(screen)) + "-" + std::string(example.name) + ".png";
            EXPECT_EQ(differs_from_golden(name, image, tolerance), "") << name;
        }
    }
}

TEST(Golden, a_page_is_the_same_pixels_every_time) {
    Studio studio;
    const Case& example = cases().front();
    const Step step = steps_of(example.conference, ScreenId::welcome).back();
    const Image once = studio.picture(640, 360, example.conference, step, moment_of(ScreenId::welcome));
    const Image again = studio.picture(640, 360, example.conference, step, moment_of(ScreenId::welcome));
    EXPECT_EQ(once.rgba, again.rgba);
}

}  // namespace
}  // namespace hall::tests
