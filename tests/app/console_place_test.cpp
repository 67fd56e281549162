/// The operator's window never lies over the hall's unasked.
#include <gtest/gtest.h>

#include "app/console_place.h"

namespace hall {
namespace {

constexpr Size wanted{1280, 900}, least{900, 520};

bool apart(const Region& a, const Region& b) {
    return a.x + a.size.width <= b.x || b.x + b.size.width <= a.x || a.y + a.size.height <= b.y ||
           b.y + b.size.height <= a.y;
}

bool within(const Region& a, const Region& display) {
    return a.x >= display.x && a.y >= display.y && a.x + a.size.width <= display.x + display.size.width &&
           a.y + a.size.height <= display.y + display.size.height;
}

TEST(ConsolePlace, beside_the_halls_window_and_on_its_display) {
    for (const Region& display : {Region{0, 0, {1280, 720}}, Region{0, 0, {1920, 1080}}, Region{1920, 0, {2560, 1440}}})
        for (const Region& halls :
             {Region{display.x, display.y, {320, 180}}, Region{display.x + 100, display.y + 20, {640, 360}},
              Region{display.x, display.y, {1280, 720}}}) {
            const auto place = place_beside(display, halls, wanted, least);
            if (!place) continue;
            EXPECT_TRUE(apart(*place, halls));
            EXPECT_TRUE(within(*place, display));
            EXPECT_GE(place->size.width, least.width);
            EXPECT_GE(place->size.height, least.height);
            EXPECT_LE(place->size.width, wanted.width);
        }
    EXPECT_TRUE(place_beside({0, 0, {1280, 720}}, {0, 0, {320, 180}}, wanted, least));
}

TEST(ConsolePlace, nowhere_where_too_little_is_free) {
    EXPECT_FALSE(place_beside({0, 0, {1280, 720}}, {0, 0, {1280, 720}}, wanted, least));
    EXPECT_FALSE(place_beside({0, 0, {1280, 720}}, {320, 180, {640, 360}}, wanted, least));
}

TEST(ConsolePlace, is_there_beside_the_largest_size_that_is_advised) {
    for (const Size display : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{1080, 1920}})
        for (const Size shape : {display, Size{1280, 720}, Size{800, 600}}) {
            const auto size = size_beside(display, shape, least);
            ASSERT_TRUE(size);
            EXPECT_TRUE(place_beside({0, 0, display}, {0, 0, *size}, wanted, least)) << size->width;
            const Size larger{size->width + 32, (size->width + 32) * shape.height / shape.width};
            const bool fits =
                larger.width <= shape.width && place_beside({0, 0, display}, {0, 0, larger}, wanted, least);
            EXPECT_FALSE(fits) << larger.width;
        }
    EXPECT_FALSE(size_beside({1024, 600}, {1024, 600}, least));
}

TEST(ConsolePlace, alone_on_a_display_it_fits_that) {
    const Region small{1280, 0, {1024, 600}};
    EXPECT_EQ(place_on(small, wanted), small);
    EXPECT_EQ(place_on({0, 0, {1920, 1080}}, wanted), (Region{320, 90, {1280, 900}}));
}

}  // namespace
}  // namespace hall
