/// The operator's keys on the real console.
#include <gtest/gtest.h>

#include <chrono>
#include <string_view>
#include <thread>

#include "app/program.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;

constexpr auto field = "\x0F\x14\x1C"sv;  ///< what is typed stands on it, and nothing else does

TEST(ConsoleKeys, a_key_for_a_line_shows_the_line_whatever_lay_over_it) {
    const test::TemporaryFolder folder;
    const Xvfb screen(1600, 900);
    test::Program program(folder.path(), screen.display());
    program.start(
        {"show", HALL_SOURCE_DIR "/assets/conference", "--renderer", "software", "--console", "--window", "640x360"});
    const auto eventually = [](const auto& condition) {
        for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    };
    const auto fields = [&] { return screen.pixels_of(field); };
    ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program.output();
    screen.run("xdotool mousemove 1367 490 click 1");
    ASSERT_TRUE(eventually([&] { return fields() == 0; })) << "the tab of the sources";
    screen.run("xdotool key F7");
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
    EXPECT_EQ(program.end(SIGTERM), 0) << program.output();
}

TEST(ConsoleKeys, one_click_on_a_line_of_the_running_order_shows_nothing_yet_and_the_second_does) {
    const test::TemporaryFolder folder;
    const Xvfb screen(1600, 900);
    test::Program program(folder.path(), screen.display());
    program.start(
        {"show", HALL_SOURCE_DIR "/assets/conference", "--renderer", "software", "--console", "--window", "640x360"});
    const auto eventually = [](const auto& condition) {
        for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    };
    const auto step = [&] {
        const auto plays = read_plays(play_log_file(folder.path() / "state" / "hoitruong"));
        return plays.empty() ? 0 : plays.back().step;
    };
    ASSERT_TRUE(eventually([&] { return screen.pixels_of(field) > 0; })) << program.output();
    screen.run("xdotool mousemove 320 180 key Home");
    ASSERT_TRUE(eventually([&] { return step() == 1; }));
    screen.run("xdotool mousemove 760 178 click 1");
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(step(), 1U);
    screen.run("xdotool mousemove 760 180 click 1");
    EXPECT_TRUE(eventually([&] { return step() == 7; })) << step();
    EXPECT_EQ(program.end(SIGTERM), 0) << program.output();
}

}  // namespace
}  // namespace hall
