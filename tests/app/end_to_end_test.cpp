/// The whole way: a real nginx, the real program, a real X server.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

#include "app/program.h"
#include "app/x_windows.h"
#include "feed/decoder.h"
#include "net/http_client.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"
#include "platform/picture_file.h"
#include "platform/xvfb.h"
#include "proof/page_maker.h"
#include "show/rundown.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr int width = 1280, height = 720;
/// A window's pixels carry no alpha, so SDL blends them by another formula than those of a picture in memory.
constexpr int rounding = 4;

std::string feed_with_title(const std::string& title) {
    return R"({"format": "hoitruong/1", "conference": {"title": ")" + title + R"("},
      "members": [{"id": "a", "name": "Tổng Liên đoàn Lao động Việt Nam"}],
      "awards": [{"id": "co", "rank": 1, "name": "Cờ thi đua", "status": "decided", "visibility": "held",
                  "decision": {"number": "12/QĐ", "date": "2022-12-15"},
                  "batches": [{"recipients": [{"member": "a"}]}]}]})";
}

class EndToEnd : public testing::Test {
protected:
    EndToEnd() : screen_(width, height), program_(home_.path(), screen_.display()) {
        auto fonts = Fonts::load(Path(HALL_SOURCE_DIR) / "fonts",
                                 *Phrases::load(Path(HALL_SOURCE_DIR) / "assets" / "phrases.txt"));
        fonts_ = std::make_unique<Fonts>(*std::move(fonts));
    }

    void show(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"show", nginx_.url("conference.json"), "--poll", "1"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        program_.start(arguments);
    }

    /// The page as the same screens draw it without a display.
    Image expected(const std::string& feed, std::size_t number, Pictures pictures = {}) {
        Snapshot snapshot;
        snapshot.pictures = std::move(pictures);
        snapshot.conference = decode_feed(feed)->conference;
        PageSettings settings;
        settings.width = width;
        settings.height = height;
        auto maker = PageMaker::make(*fonts_, settings);
        return (*maker)->picture(snapshot, make_rundown(snapshot.conference).steps.at(number))->image;
    }

    /// Waits for it.
    bool comes(const Image& wanted) {
        for (int i = 0; i < 200; ++i) {
            if (stands(wanted)) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }
    bool stands(const Image& wanted) {
        // Without PNG's compression a screenshot costs a tenth.
        const std::string seen = screen_.run("import -silent -window root -depth 8 rgb:-");
        if (seen.size() != wanted.rgba.size() / 4 * 3) return false;
        for (std::size_t pixel = 0; pixel < wanted.rgba.size() / 4; ++pixel)
            for (std::size_t channel = 0; channel < 3; ++channel)
                if (std::abs(static_cast<unsigned char>(seen[pixel * 3 + channel]) - wanted.rgba[pixel * 4 + channel]) >
                    rounding)
                    return false;
        return true;
    }
    void press(const std::string& keys) { screen_.run("xdotool key --delay 60 " + keys); }

    test::TemporaryFolder home_;
    test::Nginx nginx_;
    Xvfb screen_;
    std::unique_ptr<Fonts> fonts_;
    test::Program program_;
};

TEST_F(EndToEnd, a_remote_feed_is_shown_followed_and_outlives_its_network) {
    const std::string first = feed_with_title("Hội nghị Tổng kết năm 2022");
    const std::string second = feed_with_title("Hội nghị Tổng kết năm 2023");
    nginx_.serve("conference.json", first);
    show();
    ASSERT_TRUE(comes(expected(first, 0))) << program_.output();
    press("Home");  // an operator is at work: nothing rotates

    nginx_.serve("conference.json", second);
    const Image changed = expected(second, 0);
    ASSERT_TRUE(comes(changed)) << program_.output();

    nginx_.stop();
    for (int i = 0; i < 6; ++i) {
        std::this_thread::sleep_for(500ms);
        ASSERT_TRUE(stands(changed)) << program_.output();
    }

    EXPECT_EQ(program_.end(SIGTERM), 0);
    show({"--offline"});
    EXPECT_TRUE(comes(changed)) << program_.output();
}

TEST_F(EndToEnd, a_power_cut_in_an_award_comes_back_to_the_same_step) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    const auto steps = make_rundown(decode_feed(feed)->conference).steps;
    std::size_t armed = 0;
    while (armed < steps.size() && (steps[armed].screen != ScreenId::award_reveal || steps[armed].revealed != 0))
        ++armed;
    ASSERT_LT(armed + 1, steps.size());

    show();
    ASSERT_TRUE(comes(expected(feed, 0))) << program_.output();
    press(std::to_string(armed + 1) + " Return");
    ASSERT_TRUE(comes(expected(feed, armed))) << program_.output();
    program_.end(SIGKILL);
    show();
    ASSERT_TRUE(comes(expected(feed, armed))) << "still armed, the name not shown: " << program_.output();

    press("Page_Down");
    ASSERT_TRUE(comes(expected(feed, armed + 1))) << program_.output();
    program_.end(SIGKILL);
    nginx_.stop();
    show();
    EXPECT_TRUE(comes(expected(feed, armed + 1))) << program_.output();
    EXPECT_FALSE(stands(expected(feed, armed)));
}

TEST_F(EndToEnd, hold_and_black_cover_the_hall_and_are_remembered) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show({"--fullscreen"});
    const Image welcome = expected(feed, 0);
    ASSERT_TRUE(comes(welcome)) << program_.output();
    Image black(width, height);
    for (std::size_t i = 3; i < black.rgba.size(); i += 4) black.rgba[i] = 255;
    press("Home b");
    ASSERT_TRUE(comes(black));
    program_.end(SIGKILL);
    show();
    // The bare X screen is black too: what counts is the program's window.
    ASSERT_NE(test::XWindows(screen_.display()).wait_for("Hội Trường"), 0U);
    std::this_thread::sleep_for(500ms);
    ASSERT_TRUE(comes(black)) << program_.output();
    press("h");
    ASSERT_FALSE(stands(welcome));
    press("h");
    EXPECT_TRUE(comes(welcome));
}

TEST_F(EndToEnd, a_captive_portal_changes_nothing_on_screen) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show();
    const Image welcome = expected(feed, 0);
    ASSERT_TRUE(comes(welcome)) << program_.output();
    press("Home");
    const auto before = nginx_.requests_for("conference.json");
    nginx_.serve("conference.json", "<!DOCTYPE html><html><body>Please log in to WiFi</body></html>");
    while (nginx_.requests_for("conference.json") < before + 3) std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(stands(welcome));
    EXPECT_NE(program_.output().find("HTML"), std::string::npos) << program_.output();
}

TEST_F(EndToEnd, the_operators_window_opens_beside_the_hall_and_closes_without_harm) {
    nginx_.serve("conference.json", feed_with_title("Hội nghị Tổng kết năm 2022"));
    show({"--window", "320x180", "--console"});
    const test::XWindows windows(screen_.display());
    const auto console = windows.wait_for("Hội Trường - Điều hành");
    ASSERT_NE(console, 0U) << program_.output();
    screen_.run("xdotool mousemove 640 800 click 4 click 5");
    windows.ask_to_close(console);
    for (int i = 0; i < 100 && windows.find("Hội Trường - Điều hành") != 0; ++i) std::this_thread::sleep_for(100ms);
    EXPECT_EQ(windows.find("Hội Trường - Điều hành"), 0U);
    EXPECT_NE(windows.find("Hội Trường"), 0U) << "the hall's window stays";
    press("h");
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output();
}

std::string approved_feed(const std::string& revision, const std::string& title, const std::string& logo = {}) {
    return R"({"format": "hoitruong/1", "revision": ")" + revision +
           R"(", "conference": {"approved": "r1", "logo": ")" + logo + R"(", "title": ")" + title + R"("}})";
}

Image plain_picture(std::uint8_t red, std::uint8_t green) {
    Image made(96, 96);
    for (std::size_t pixel = 0; pixel < made.rgba.size(); pixel += 4) {
        made.rgba[pixel] = red;
        made.rgba[pixel + 1] = green;
        made.rgba[pixel + 3] = 255;
    }
    return made;
}

TEST_F(EndToEnd, approved_words_stay_until_the_operator_accepts_others_and_outlive_a_power_cut) {
    const std::string first = approved_feed("r1", "Hội nghị Tổng kết năm 2022", "cu.png");
    const std::string edited = approved_feed("r2", "Hội nghị Tổng kết năm 2033", "moi.png");
    const auto logo = std::make_shared<const Image>(plain_picture(200, 40));
    nginx_.serve("cu.png", *encode_png(*logo));
    nginx_.serve("moi.png", *encode_png(plain_picture(40, 200)));
    nginx_.serve("conference.json", first);
    show();
    ASSERT_FALSE(expected(first, 0, {{"cu.png", logo}}).rgba == expected(first, 0).rgba);
    const Image approved = expected(first, 0, {{"cu.png", logo}});
    ASSERT_TRUE(comes(approved)) << program_.output();
    nginx_.serve("conference.json", edited);
    const auto before = nginx_.requests_for("conference.json");
    while (nginx_.requests_for("conference.json") < before + 3) std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(stands(approved)) << program_.output();
    EXPECT_NE(program_.output().find("revision r2 waits: 1 differences"), std::string::npos) << program_.output();
    press("c");
    std::this_thread::sleep_for(1100ms);
    press("c");
    std::this_thread::sleep_for(500ms);
    EXPECT_TRUE(stands(approved)) << "no operator's window shows what would be accepted";

    // The cache holds the edited feed by now, with its picture.
    while (nginx_.requests_for("moi.png") == 0) std::this_thread::sleep_for(100ms);
    const auto with_picture = nginx_.requests_for("conference.json");
    while (nginx_.requests_for("conference.json") < with_picture + 3) std::this_thread::sleep_for(100ms);
    program_.end(SIGKILL);
    nginx_.stop();
    show();
    ASSERT_TRUE(comes(approved)) << program_.output();
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(stands(approved)) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(EndToEnd, words_of_nobodys_hand_are_gone_once_a_signature_is_asked_for) {
    const std::string feed = approved_feed("r1", "Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show();
    ASSERT_TRUE(comes(expected(feed, 0))) << program_.output();
    press("Home");
    EXPECT_EQ(program_.end(SIGTERM), 0);
    const std::string somebodys_key = "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=";
    const auto configuration = home_.write("signed.toml", "[feed]\npublic_key = \"" + somebodys_key + "\"\n");
    show({"--config", configuration.string()});
    const auto asked = nginx_.requests_for("conference.json");
    while (nginx_.requests_for("conference.json") < asked + 3) std::this_thread::sleep_for(100ms);
    EXPECT_FALSE(stands(expected(feed, 0))) << "what was accepted before was signed by nobody";
    EXPECT_NE(program_.output().find("conference.json.sig"), std::string::npos) << program_.output();
}

TEST_F(EndToEnd, the_operator_accepts_with_the_window_open) {
    nginx_.serve("conference.json", approved_feed("r1", "Hội nghị Tổng kết năm 2022"));
    const std::string edited = approved_feed("r2", "Hội nghị Tổng kết năm 2033");
    show({"--window", "320x180", "--console"});
    const auto said = [&](const std::string& words) {
        for (int i = 0; i < 100 && program_.output().find(words) == std::string::npos; ++i)
            std::this_thread::sleep_for(100ms);
        return program_.output().find(words) != std::string::npos;
    };
    ASSERT_NE(test::XWindows(screen_.display()).wait_for("Hội Trường - Điều hành"), 0U) << program_.output();
    while (nginx_.requests_for("conference.json") < 2) std::this_thread::sleep_for(100ms);
    nginx_.serve("conference.json", edited);
    ASSERT_TRUE(said("revision r2 waits: 1 differences")) << program_.output();
    press("c");
    std::this_thread::sleep_for(1500ms);
    EXPECT_EQ(program_.output().find("accepted revision"), std::string::npos) << "one press only asks";
    press("c");
    EXPECT_TRUE(said("accepted revision r2")) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(EndToEnd, the_only_display_is_the_halls) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show({"--console"});
    const Image welcome = expected(feed, 0);
    ASSERT_TRUE(comes(welcome)) << program_.output();
    press("Home o");
    bool told = false;
    for (int i = 0; i < 30 && !told; ++i) told = !stands(welcome);
    EXPECT_TRUE(told) << "why nothing opens stands in the corner";
    EXPECT_TRUE(comes(welcome)) << "and goes by itself";
    EXPECT_NE(program_.output().find("nothing is free beside"), std::string::npos) << program_.output();
    const test::XWindows windows(screen_.display());
    EXPECT_EQ(windows.find("Hội Trường - Điều hành"), 0U);
    press("o");
    EXPECT_NE(windows.wait_for("Hội Trường - Điều hành"), 0U) << "asked for once more, it comes";
    bool covered = false;
    for (int i = 0; i < 30 && !covered; ++i) covered = !stands(welcome);
    EXPECT_TRUE(covered);
    press("o");
    EXPECT_TRUE(comes(welcome)) << "the same key gives the hall its picture back";
    EXPECT_EQ(windows.find("Hội Trường - Điều hành"), 0U);
}

TEST_F(EndToEnd, a_button_panel_drives_the_show_and_the_lock_out_holds) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show({"--remote-api", "127.0.0.1:18088"});
    ASSERT_TRUE(comes(expected(feed, 0))) << program_.output();
    // Over one connection, so that the second comes at once.
    const auto post = [&](const std::string& path, const std::string& then = {}) {
        const auto request = [](const std::string& one, const char* connection) {
            return one.empty() ? std::string()
                               : "POST " + one +
                                     " HTTP/1.1\\r\\nHost: hall\\r\\nContent-Length: 0\\r\\nConnection: " + connection +
                                     "\\r\\n\\r\\n";
        };
        const std::string both =
            then.empty() ? request(path, "close") : request(path, "keep-alive") + request(then, "close");
        return screen_.run("bash -c 'exec 3<>/dev/tcp/127.0.0.1/18088; printf \"" + both + "\" >&3; cat <&3'");
    };
    const auto says = [](const std::string& answer, const std::string& status, const std::string& words) {
        return answer.find(" " + status + " ") != std::string::npos && answer.find(words) != std::string::npos
                   ? testing::AssertionSuccess()
                   : testing::AssertionFailure() << answer;
    };
    EXPECT_TRUE(says(post("/jump/999"), "409", "There is no step 999"));
    EXPECT_TRUE(says(post("/jump/0"), "409", "There is no step 0"));
    const std::string twice = post("/next", "/next");
    EXPECT_TRUE(says(twice, "200", R"("step":2)"));
    EXPECT_TRUE(says(twice, "409", "too soon"));
    EXPECT_TRUE(comes(expected(feed, 1)));
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(stands(expected(feed, 1))) << "the second came within the lock-out";
    EXPECT_TRUE(says(post("/hold"), "200", R"("cover":"hold")"));
    EXPECT_TRUE(says(post("/next"), "409", "press H"));
}

TEST_F(EndToEnd, where_there_is_no_message_bus_none_is_started) {
    // Where the real launcher is installed it is found first, and this one says nothing.
    const std::filesystem::path launcher = home_.path() / "bin" / "dbus-launch", asked = home_.path() / "asked";
    home_.write("bin/dbus-launch", "#!/bin/sh\ntouch " + asked.string() + "\n");
    std::filesystem::permissions(launcher, std::filesystem::perms::owner_all);
    program_.set("PATH", launcher.parent_path().string() + ":" + std::getenv("PATH"));
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show();
    ASSERT_TRUE(comes(expected(feed, 0))) << program_.output();
    EXPECT_FALSE(std::filesystem::exists(asked));
}

TEST_F(EndToEnd, a_bouncing_remote_skips_nobody) {
    const std::string feed = feed_with_title("Hội nghị Tổng kết năm 2022");
    nginx_.serve("conference.json", feed);
    show();
    ASSERT_TRUE(comes(expected(feed, 0))) << program_.output();
    press("Home");
    screen_.run("xdotool key --delay 20 Page_Down Page_Down Page_Down");
    EXPECT_TRUE(comes(expected(feed, 1)));
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(stands(expected(feed, 1)));
}

}  // namespace
}  // namespace hall
