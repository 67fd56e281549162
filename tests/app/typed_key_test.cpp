/// Words typed at the console, a sealed award's key among them: the real program, a real keyboard.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/program.h"
#include "app/x_windows.h"
#include "base/file.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr const char* feed = R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết"},
  "awards": [{"id": "co", "rank": 1, "name": "Cờ thi đua", "visibility": "held", "decision": {"number": "12/QĐ"},
    "batches": [{"recipients": [{"kind": "person", "name": "Nguyễn Thị Kín Đáo"}]}]}],
  "rundown": [{"screen": "welcome"}, {"screen": "award-intro", "award": "co"}, {"screen": "closing"}]})";

constexpr std::size_t armed = 3;  // as operators count

class TypedKey : public testing::Test {
protected:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    std::size_t step() const {
        const auto plays = read_plays(play_log_file(folder_.path() / "state" / "hoitruong"));
        return plays.empty() ? 0 : plays.back().step;
    }
    bool stands_on(std::size_t wanted) const {
        for (int i = 0; i < 100 && step() != wanted; ++i) std::this_thread::sleep_for(50ms);
        return step() == wanted;
    }
    void press(const std::string& keys) { screen_.run("xdotool key --delay 20 " + keys); }
    void type(const std::string& words) {
        press("F9");
        screen_.run("xdotool type --delay 4 '" + words + "'");
        press("Return");
    }
    /// NEXT, well after the last one.
    void next() {
        std::this_thread::sleep_for(1s);
        press("Page_Down");
        std::this_thread::sleep_for(500ms);
    }

    test::TemporaryFolder folder_;
    Xvfb screen_{1280, 1000};
    test::Program program_{folder_.path(), screen_.display()};
};

TEST_F(TypedKey, opens_its_award_and_a_wrong_one_opens_nothing) {
    folder_.write("desk/conference.json", feed);
    ASSERT_EQ(program_.run({"seal", path("desk"), "--out", path("sealed"), "--keys", path("keys.json")}), 0)
        << program_.output();
    const auto keys = nlohmann::json::parse(*read_file(path("keys.json"), 1U << 20U));
    const std::string words = keys.at("awards").at(0).at("words");
    std::string wrong = words;
    std::reverse(wrong.begin(), wrong.end());

    program_.start({"show", path("sealed"), "--window", "320x90", "--renderer", "software", "--console"});
    ASSERT_NE(test::XWindows(screen_.display()).wait_for("Hội Trường - Điều hành"), 0U) << program_.output();
    ASSERT_TRUE(stands_on(1)) << program_.output();
    press(std::to_string(armed) + " Return");
    ASSERT_TRUE(stands_on(armed)) << program_.output();
    next();
    EXPECT_EQ(step(), armed) << "no key is here";
    type(wrong);
    next();
    EXPECT_EQ(step(), armed) << "it is no key";
    press("F9 ctrl+u");
    press("Escape");
    type(words);
    next();
    EXPECT_TRUE(stands_on(armed + 1)) << program_.output();
    EXPECT_EQ(program_.output().find(words.substr(0, 12)), std::string::npos) << "a key stands in no log";
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(TypedKey, a_line_to_an_mc_whose_page_is_not_shown_is_no_command) {
    folder_.write("desk/conference.json", feed);
    program_.start({"show", path("desk"), "--window", "320x90", "--renderer", "software", "--console"});
    ASSERT_NE(test::XWindows(screen_.display()).wait_for("Hội Trường - Điều hành"), 0U) << program_.output();
    ASSERT_TRUE(stands_on(1)) << program_.output();
    press("F10");
    std::this_thread::sleep_for(300ms);
    press("b h 3 Return");
    std::this_thread::sleep_for(1s);
    for (const Play& play : read_plays(play_log_file(folder_.path() / "state" / "hoitruong"))) {
        EXPECT_EQ(play.step, 1U);
        EXPECT_EQ(play.cover, Cover::none);
    }
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

}  // namespace
}  // namespace hall
