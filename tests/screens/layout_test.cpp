// What must hold on every screen at every shape of wall (look.md 1.3, L4 and L5).
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
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
void PrintTo(const Wall& wall, std::ostream* out) { *out << wall.name; }
constexpr std::array<Wall, 6> walls{{{"16_to_9", 1920, 1080},
                                     {"16_to_10", 1920, 1200},
                                     {"4_to_3", 1440, 1080},
                                     {"21_to_9", 2520, 1080},
                                     {"32_to_9", 3840, 1080},
                                     {"9_to_16", 1080, 1920}}};
constexpr float rounding = 1;  ///< pixels

struct Drawn {
    PageRecord record;
    Box safe;
    std::string where;
};

/// Every screen, case and page on one shape of wall.
std::vector<Drawn> drawn_on(const Wall& wall) {
    std::vector<Drawn> drawn;
    Studio studio;
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
            for (const Step& step : steps_of(example.conference, screen))
                drawn.push_back({studio.record(viewport, example.conference, step, moment_of(screen)), safe,
                                 fmt::format("{} {} page {}", name_of(screen), example.name, ++page)});
        }
    }
    return drawn;
}

bool meet(const Box& one, const Box& other) {
    return one.x + rounding < other.right() && other.x + rounding < one.right() && one.y + rounding < other.bottom() &&
           other.y + rounding < one.bottom();
}

bool is_inside(const Box& inner, const Box& outer) {
    return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding &&
           inner.right() <= outer.right() + rounding && inner.bottom() <= outer.bottom() + rounding;
}

void expect_apart(const Drawn& drawn) {
    const auto& runs = drawn.record.runs;
    for (std::size_t one = 0; one < runs.size(); ++one)
        for (std::size_t other = one + 1; other < runs.size(); ++other)
            for (const Box& upper : runs[one].ink)
                for (const Box& lower : runs[other].ink)
                    EXPECT_FALSE(meet(upper, lower))
                        << drawn.where << ": “" << runs[one].text << "” and “" << runs[other].text << "”";
}

void expect_safe(const Drawn& drawn) {
    for (const hall::Run& run : drawn.record.runs)
        for (const Box& ink : run.ink)
            EXPECT_TRUE(is_inside(ink, drawn.safe)) << drawn.where << ": “" << run.text << "”";
}

void expect_fitting(const Drawn& drawn) {
    for (const hall::Run& run : drawn.record.runs) EXPECT_TRUE(run.fits) << drawn.where << ": “" << run.text << "”";
}

void expect_readable(const Drawn& drawn) {
    const float percent = drawn.safe.h / 90;
    for (const hall::Run& run : drawn.record.runs) {
        const float least = least_cap_height(spec_of(run.style.type).tier, Viewport().distance);
        EXPECT_GE(run.cap_height, least * percent - rounding) << drawn.where << ": “" << run.text << "”";
    }
}

class Layout : public testing::TestWithParam<Wall> {};

TEST_P(Layout, texts_have_their_places_and_are_as_large_as_the_last_row_needs) {
    const Wall& wall = GetParam();
    const bool wide = wall.width * 9 >= wall.height * 16, upright = wall.height > wall.width;
    for (const Drawn& drawn : drawn_on(wall)) {
        expect_apart(drawn);
        expect_safe(drawn);
        // On narrower walls a text may take more lines than its screen asked for; the two above see that there is room.
        if (wide) expect_fitting(drawn);
        if (!upright) expect_readable(drawn);  // an upright wall is read from nearer
    }
}

INSTANTIATE_TEST_SUITE_P(Walls, Layout, testing::ValuesIn(walls), [](const auto& test) { return test.param.name; });

TEST(Covenant, all_who_sign_are_on_the_picture_however_far_the_last_row_is) {
    Conference conference;
    conference.covenant.title = "Giao ước thi đua năm 2027";
    conference.covenant.pledges = {"Thi đua"};
    for (const char* name :
         {"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Tổng Liên đoàn Lao động Việt Nam",
          "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Liên hiệp Phụ nữ Việt Nam", "Hội Nông dân Việt Nam",
          "Hội Cựu chiến binh Việt Nam", "Liên hiệp các Hội Văn học nghệ thuật Việt Nam",
          "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam", "Liên hiệp các tổ chức hữu nghị Việt Nam",
          "Liên minh Hợp tác xã Việt Nam", "Phòng Thương mại và Công nghiệp Việt Nam", "Hội Chữ thập đỏ Việt Nam"}) {
        conference.covenant.signatories.push_back({conference.members.size(), SignatoryState::waiting});
        Member member;
        member.name = name;
        conference.members.push_back(member);
    }
    Studio studio;
    for (const int distance : {6, 7, 8, 9, 10}) {
        for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1024, 768}}) {
            if (distance == 10 && height == 768) continue;  // a name of three lines is too tall there
            conference.identity.viewing_distance = distance;
            Viewport viewport;
            viewport.width = width;
            viewport.height = height;
            viewport.distance = static_cast<float>(distance);
            const Box safe =
                Box{0, 0, viewport.exact_width(), viewport.exact_height()}.inset(viewport.exact_height() / 20);
            for (const Step& step : steps_of(conference, ScreenId::covenant))
                expect_safe({studio.record(viewport, conference, step, {}), safe,
                             fmt::format("{} at {}x{}", step.key, width, height)});
        }
    }
}

// The operator's pictures of the hall: what they show must be what the hall sees, also where type is forced large.
TEST(Thumbnail, a_smaller_picture_of_a_wall_is_laid_out_as_the_wall_is) {
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

/// The lines of a page, and what it has no room for.
std::string lines_of(const PageRecord& record) {
    std::string lines;
    for (const Run& run : record.runs) lines += run.text + "\n";
    for (const std::string& text : record.left_out) lines += "without " + text + "\n";
    return lines;
}

TEST(Screens, say_the_same_lines_in_the_operators_small_picture_of_a_wall) {
    Studio studio;
    for (const Wall& wall : {Wall{"small", 640, 360}, Wall{"projector", 1280, 800}, walls[0], walls[5]}) {
        Viewport viewport;
        viewport.width = wall.width;
        viewport.height = wall.height;
        viewport.least_em = least_em_pixels;
        for (std::size_t index = 0; index < screen_count; ++index) {
            const auto screen = static_cast<ScreenId>(index);
            if (screen == ScreenId::test_card) continue;  // it tells its own size
            for (const Case& example : cases())
                for (const Step& step : steps_of(example.conference, screen)) {
                    const auto lines = [&](const Viewport& place) {
                        return lines_of(studio.record(place, example.conference, step, moment_of(screen)));
                    };
                    const std::string there = lines(viewport);
                    for (const float width : {300.0F, 431.4F, 449.6F, 617.0F})
                        EXPECT_EQ(lines(viewport.at(700, 50, width / static_cast<float>(wall.width))), there)
                            << wall.name << " " << width << " " << name_of(screen) << " " << example.name;
                }
        }
    }
}

TEST(AgendaDay, on_a_small_wall_the_titles_begin_beside_the_times_and_not_in_them) {
    Studio studio;
    Viewport viewport;
    viewport.width = 640;
    viewport.height = 360;
    viewport.least_em = least_em_pixels;
    for (const Step& step : steps_of(cases()[0].conference, ScreenId::agenda_day)) {
        const PageRecord page = studio.record(viewport, cases()[0].conference, step, moment_of(ScreenId::agenda_day));
        float times_end = 0, titles_begin = viewport.exact_width();
        for (const hall::Run& run : page.runs) {
            if (run.style.type == Type::body_strong && run.style.ink == Ink::accent && run.text.size() == 5)
                times_end = std::max(times_end, run.ink[0].right());
            else if (run.style.ink == Ink::primary)
                titles_begin = std::min(titles_begin, run.ink[0].x);
        }
        EXPECT_GT(times_end, 0);
        EXPECT_GT(titles_begin, times_end + 4);
    }
}

}  // namespace
}  // namespace hall::tests
