#include "app/quiet_hours.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/program.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

LocalTime at(int hour, int minute) {
    LocalTime time;
    time.hour = hour;
    time.minute = minute;
    return time;
}

TEST(QuietHours, go_over_midnight) {
    const auto night = parse_quiet_hours("22:00-06:30");
    ASSERT_TRUE(night);
    EXPECT_TRUE(night->contains(at(22, 0)));
    EXPECT_TRUE(night->contains(at(3, 0)));
    EXPECT_TRUE(night->contains(at(6, 29)));
    EXPECT_FALSE(night->contains(at(6, 30)));
    EXPECT_FALSE(night->contains(at(21, 59)));
    const auto noon = parse_quiet_hours("12:00-13:00");
    ASSERT_TRUE(noon);
    EXPECT_TRUE(noon->contains(at(12, 30)));
    EXPECT_FALSE(noon->contains(at(13, 0)));
}

TEST(QuietHours, that_are_none_are_refused) {
    for (const char* const wrong : {"", "22-6", "25:00-06:00", "22:61-06:00", "22:00-06:00x", "-1:00-06:00"})
        EXPECT_FALSE(parse_quiet_hours(wrong)) << wrong;
}

TEST(QuietHours, have_no_picture_until_an_operator_comes) {
    const test::TemporaryFolder home;
    const Xvfb server(640, 360);
    ASSERT_TRUE(server.running());
    std::ofstream(home.path() / "hall.toml") << "[display]\nquiet = \"00:00-24:00\"\n";
    test::Program program(home.path(), server.display());
    program.start({"show", test::bundled, "--config", (home.path() / "hall.toml").string()});
    const auto dark = [&] {
        return server.run("import -silent -window root -depth 8 rgb:-").find_first_not_of('\0') == std::string::npos;
    };
    const auto becomes = [&](bool wanted) {
        for (int i = 0; i < 100 && dark() != wanted; ++i) std::this_thread::sleep_for(100ms);
        return dark() == wanted;
    };
    for (int i = 0; i < 100 && !std::filesystem::exists(home.path() / "run/hoitruong/status.json"); ++i)
        std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(becomes(true)) << program.output();
    server.run("xdotool key Home");
    EXPECT_TRUE(becomes(false)) << program.output();
    server.run("xdotool key a");
    EXPECT_TRUE(becomes(true)) << "the clock drives again";
    EXPECT_EQ(program.end(SIGTERM), 0);
}

}  // namespace
}  // namespace hall
