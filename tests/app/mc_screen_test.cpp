/// The MC's page and the screens of the real program, with what the operator notes and types, over a real broker.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/program.h"
#include "app/x_windows.h"
#include "base/file.h"
#include "link/broker.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view plate = "\x0B\x4F\x8A";  // look.md 5.1: what the operator's line stands on

bool eventually(const std::function<bool()>& so) {
    for (int i = 0; i < 300; ++i) {
        if (so()) return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

class McScreen : public testing::Test {
protected:
    Path home(const std::string& name) {
        std::filesystem::create_directories(folder_.path() / name);
        return folder_.path() / name;
    }
    std::vector<std::string> show(const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"show",     test::bundled, "--renderer",
                                           "software", "--at",        "2022-12-20T09:00:00+07:00"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    }
    std::string token(const std::string& name, const std::string& words) {
        const Path file = home(name) / "token";
        EXPECT_TRUE(write_file_atomic(file, words + "\n"));
        return file.string();
    }
    void press(const std::string& keys) { desk_.run("xdotool key --delay 30 " + keys); }
    std::optional<Play> last_play(const std::string& name) {
        const auto plays = read_plays(play_log_file(folder_.path() / name / "state" / "hoitruong"));
        return plays.empty() ? std::nullopt : std::optional(plays.back());
    }

    test::TemporaryFolder folder_;
    Xvfb desk_{1600, 900};
};

TEST_F(McScreen, it_opens_beside_the_halls_and_never_over_it) {
    test::Program program(home("desk"), desk_.display());
    program.start(show({"--window", "640x360", "--mc"}));
    test::XWindows windows(desk_.display());
    EXPECT_NE(windows.wait_for("Hội Trường - MC"), 0U) << program.output();
    EXPECT_NE(windows.wait_for("Hội Trường"), 0U);
    EXPECT_EQ(program.end(SIGTERM), 0) << program.output();

    program.start(show({"--mc", "--lang", "vi"}));  // the journal is English all the same
    ASSERT_NE(windows.wait_for("Hội Trường"), 0U);
    EXPECT_TRUE(eventually([&] { return program.output().find("no display but the hall's") != std::string::npos; }))
        << program.output();
    EXPECT_EQ(windows.find("Hội Trường - MC"), 0U);
}

TEST_F(McScreen, what_the_operator_types_and_notes_reaches_the_screens_that_follow) {
    test::Broker broker;
    Xvfb stage{640, 360}, wall{640, 360};
    test::Program chair(home("chair"), desk_.display()), mc(home("mc"), stage.display()),
        screen(home("screen"), wall.display());
    chair.start(show({"--window", "640x360", "--console", "--publish", broker.url(), "--token",
                      token("chair", test::operators_token)}));
    const auto follow = [&](const std::string& name, std::vector<std::string> more) {
        more.insert(more.end(),
                    {"--follow", broker.url(), "--token", token(name, test::screens_token), "--name", name});
        return show(more);
    };
    mc.start(follow("mc", {"--mc=only"}));
    screen.start(follow("screen", {}));
    test::XWindows windows(desk_.display());
    ASSERT_NE(windows.wait_for("Hội Trường - Điều hành"), 0U) << chair.output();
    press("1 2 Return");
    const auto stands = [&](const std::string& name, std::size_t step) {
        return eventually([&] {
            const auto play = last_play(name);
            return play && play->step == step && play->cover == Cover::none;
        });
    };
    for (const char* name : {"chair", "mc", "screen"}) ASSERT_TRUE(stands(name, 12)) << name << chair.output();
    EXPECT_EQ(stage.pixels_of(plate), 0U);

    press("F10 c h o Return");
    EXPECT_TRUE(eventually([&] { return stage.pixels_of(plate) > 0; })) << "the line is on the MC's page";
    EXPECT_EQ(wall.pixels_of(plate), 0U) << "and never on the wall";

    const std::size_t steps = last_play("screen")->steps;
    press("m 4");
    press("1 Return");
    for (const char* name : {"chair", "mc", "screen"}) ASSERT_TRUE(stands(name, 1)) << name;
    const std::size_t fewer = last_play("chair")->steps;
    EXPECT_LT(fewer, steps) << "one recipient is skipped";
    EXPECT_EQ(last_play("screen")->steps, fewer);

    press("F6 c h a y Return");
    EXPECT_TRUE(eventually([&] { return wall.pixels_of(plate) > 0; })) << "an urgent notice is for the wall";
}

TEST_F(McScreen, a_machine_that_takes_over_goes_on_where_the_other_stood) {
    test::Broker broker;
    Xvfb wall{640, 360}, spares{640, 360};
    test::Program chair(home("chair"), desk_.display()), spare(home("spare"), spares.display()),
        screen(home("screen"), wall.display());
    const auto with_token = [&](const std::string& name, const char* secret, std::vector<std::string> more) {
        more.insert(more.end(), {"--token", token(name, secret), "--name", name});
        return show(more);
    };
    const auto commands = [&](const std::string& name) {
        return with_token(name, test::operators_token, {"--window", "640x360", "--publish", broker.url()});
    };
    const auto stands = [&](const std::string& name, std::size_t step) {
        return eventually([&] {
            const auto play = last_play(name);
            return play && play->step == step && play->cover == Cover::none;
        });
    };
    // The spare was used for something else before, so that it has a place of its own.
    spare.start(show({"--window", "640x360"}));
    ASSERT_TRUE(stands("spare", 1)) << spare.output();
    spares.run("xdotool key --delay 30 5 Return");
    ASSERT_TRUE(stands("spare", 5));
    spare.end(SIGTERM);
    chair.start(commands("chair"));
    screen.start(with_token("screen", test::screens_token, {"--follow", broker.url()}));
    ASSERT_TRUE(stands("chair", 1)) << chair.output();
    press("1 2 Return");
    for (const char* name : {"chair", "screen"}) ASSERT_TRUE(stands(name, 12)) << name;
    chair.end(SIGKILL);
    spare.start(commands("spare"));
    ASSERT_TRUE(stands("spare", 12)) << spare.output();
    spares.run("xdotool key Page_Down");
    ASSERT_TRUE(stands("spare", 13));
    EXPECT_TRUE(stands("screen", 13));
    const auto plays = read_plays(play_log_file(folder_.path() / "screen" / "state" / "hoitruong"));
    std::vector<std::size_t> since;  // it stood on the award; a cover counts as another step
    for (const Play& play : plays) {
        const std::size_t step = play.cover == Cover::none ? play.step : 0;
        if ((!since.empty() || step == 12) && (since.empty() || since.back() != step)) since.push_back(step);
    }
    EXPECT_EQ(since, (std::vector<std::size_t>{12, 13})) << "the screen never left the award";
}

}  // namespace
}  // namespace hall
