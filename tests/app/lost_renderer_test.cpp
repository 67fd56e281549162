/// What a renderer holds is gone: noticed by pixels that do not come back, and made anew.
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "app/program.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

TEST(ALostRenderer, is_made_anew_and_counted) {
    const test::TemporaryFolder home;
    const Xvfb screen(640, 360);
    test::Program program(home.path(), screen.display());
    test::Program asker(home.path(), "", "asked.txt");
    const auto says = [&](const std::string& wanted) {
        for (int i = 0; i < 300; ++i) {
            asker.run({"status", "--json"});
            if (asker.output().find(wanted) != std::string::npos) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    };
    const auto wish = home.path() / "lose";
    program.set("LD_PRELOAD", HALL_LOST_READINGS);
    program.set("HALL_LOSE", wish.string());
    program.set("ASAN_OPTIONS", "verify_asan_link_order=0");
    program.start({"show", test::bundled});
    ASSERT_TRUE(says("\"rebuilds\": 0")) << asker.output() << program.output();
    screen.run("xdotool key Home");  // an operator is at work: nothing moves, and no picture is owed
    std::ofstream(wish) << "now";
    ASSERT_TRUE(says("\"rebuilds\": 1")) << asker.output() << program.output();
    EXPECT_NE(program.output().find("the renderer is lost"), std::string::npos);
    const std::string seen = screen.run("import -silent -window root -depth 8 rgb:-");
    EXPECT_NE(seen.find_first_not_of('\0'), std::string::npos) << "a black screen";
    EXPECT_EQ(program.end(SIGTERM), 0);
}

}  // namespace
}  // namespace hall
