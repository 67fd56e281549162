/// The operator's keys on the real console.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "app/program.h"
#include "base/file.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using namespace std::string_view_literals;

constexpr auto field = "\x0F\x14\x1C"sv;  ///< what is typed stands on it, and nothing else does

/// Held, and armed on step 3.
constexpr const char* one_winner =
    R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "awards": [{"id": "a", "name": )"
    R"("Bằng khen", "batches": [{"recipients": [{"name": "Nguyễn Thị Thùy Dương"}]}]}]})";

class ConsoleKeys : public testing::Test {
protected:
    ConsoleKeys() { start(); }
    explicit ConsoleKeys(const std::vector<std::string>& arguments) { program_.start(arguments); }
    void start(const std::string& feed = test::bundled) {
        program_.start({"show", feed, "--renderer", "software", "--console", "--window", "640x360"});
    }
    void SetUp() override {
        ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program_.output();
    }
    static bool eventually(const auto& condition) {
        for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    }
    std::size_t fields() const { return screen_.pixels_of(field); }
    std::size_t step() const {
        const auto plays = read_plays(play_log_file(folder_.path() / "state" / "hoitruong"));
        return plays.empty() ? 0 : plays.back().step;
    }
    void press(const std::string& keys) { screen_.run("xdotool key --delay 60 " + keys); }
    /// How often a text stands in what is saved of the show's place.
    std::size_t saved(const std::string& text) const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "state" / "hoitruong")) {
            if (!entry.path().filename().string().starts_with("place-")) continue;
            std::ifstream file(entry.path());
            const std::string all{std::istreambuf_iterator<char>(file), {}};
            for (auto at = all.find(text); at != std::string::npos; at = all.find(text, at + 1)) ++count;
        }
        return count;
    }
    void TearDown() override { EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output(); }

    const test::TemporaryFolder folder_;
    const Xvfb screen_{1600, 900};
    test::Program program_{folder_.path(), screen_.display()};
};

TEST_F(ConsoleKeys, a_key_for_a_line_shows_the_line_whatever_lay_over_it) {
    screen_.run("xdotool mousemove 1367 490 click 1");
    ASSERT_TRUE(eventually([&] { return fields() == 0; })) << "the tab of the sources";
    screen_.run("xdotool key F7");
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
}

TEST_F(ConsoleKeys, a_click_counts_that_came_at_once_with_the_mouse) {
    screen_.run("xdotool mousemove 1411 490");  // the tab beside it
    std::this_thread::sleep_for(1s);
    ::kill(program_.pid(), SIGSTOP);
    screen_.run("xdotool mousemove 1367 490 click 1");
    ::kill(program_.pid(), SIGCONT);
    EXPECT_TRUE(eventually([&] { return fields() == 0; })) << "the tab of the sources";
}

TEST_F(ConsoleKeys, one_click_on_a_line_of_the_running_order_shows_nothing_yet_and_the_second_does) {
    screen_.run("xdotool mousemove 320 180 key Home");
    ASSERT_TRUE(eventually([&] { return step() == 1; }));
    screen_.run("xdotool mousemove 760 178 click 1");
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(step(), 1U);
    screen_.run("xdotool mousemove 760 180 click 1");
    EXPECT_TRUE(eventually([&] { return step() == 7; })) << step();
}

TEST_F(ConsoleKeys, a_remark_is_about_whom_it_was_begun_about) {
    screen_.run("xdotool mousemove 320 180");
    press("1 4 Return");  // the four of the certificate, all named at once
    ASSERT_TRUE(eventually([&] { return step() == 14; })) << step();
    press("m 1");
    ASSERT_TRUE(eventually([&] { return saved("'absent'") == 1; })) << "the last of the page";
    press("m Up 1");
    ASSERT_TRUE(eventually([&] { return saved("'absent'") == 2; })) << "the one before, not the same taken back";
    const std::size_t before = fields();
    press("m 2");
    ASSERT_TRUE(eventually([&] { return fields() > before; })) << "its line stands open";
    press("a n Page_Down");
    ASSERT_TRUE(eventually([&] { return step() == 15; })) << "the remote drives on while a name is typed";
    press("Return");
    EXPECT_TRUE(eventually([&] { return saved("stand_in = 'an'") == 1; }));
    EXPECT_EQ(saved("'absent'"), 1U);
}

TEST_F(ConsoleKeys, digits_long_after_m_are_a_step_again) {
    screen_.run("xdotool mousemove 320 180");
    press("1 4 Return");
    ASSERT_TRUE(eventually([&] { return step() == 14; })) << step();
    press("m");
    std::this_thread::sleep_for(7s);
    press("1 1 Return");
    EXPECT_TRUE(eventually([&] { return step() == 11; })) << step();
    EXPECT_EQ(saved("'absent'"), 0U);
}

TEST_F(ConsoleKeys, the_way_of_typing_that_was_chosen_holds_after_a_restart) {
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    ASSERT_TRUE(write_file_atomic(folder_.path() / "state" / "hoitruong" / "typing.txt", "vni"));
    start();
    ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program_.output();
    screen_.run("xdotool mousemove 320 180");  // keys go to the window under the pointer
    press("F7 b a 2 Return");
    EXPECT_TRUE(eventually([&] { return saved("bà") == 1; }));
}

TEST_F(ConsoleKeys, change_the_way_of_typing_with_ctrl_t_while_a_line_is_typed) {
    screen_.run("xdotool mousemove 320 180");
    press("F7 ctrl+t b a 2 Return");
    EXPECT_TRUE(eventually([&] { return saved("bà") == 1; }));
}

TEST_F(ConsoleKeys, turn_the_tabs) {
    screen_.run("xdotool mousemove 320 180");
    press("Tab");
    ASSERT_TRUE(eventually([&] { return fields() == 0; })) << "the sources";
    press("shift+Tab");
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
    press("shift+Tab");
    ASSERT_TRUE(eventually([&] { return fields() == 0; })) << "the log, the last";
    press("Tab");
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
}

TEST_F(ConsoleKeys, begin_the_next_item_when_n_is_pressed_twice_and_take_it_back) {
    screen_.run("xdotool mousemove 320 180");
    press("n");
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(saved("item_began"), 0U) << "once is a slip";
    press("n");
    ASSERT_TRUE(eventually([&] { return saved("item_began") == 1; }));
    press("shift+n");
    EXPECT_TRUE(eventually([&] { return saved("item_began") == 0; }));
}

TEST_F(ConsoleKeys, who_was_skipped_is_taken_back_by_the_same_keys) {
    screen_.run("xdotool mousemove 320 180");
    press("1 4 Return");
    ASSERT_TRUE(eventually([&] { return step() == 14; })) << step();
    press("m Up m 4");
    ASSERT_TRUE(eventually([&] { return saved("'skipped'") == 1; }));
    press("m 4");
    EXPECT_TRUE(eventually([&] { return saved("'skipped'") == 0; })) << "and nobody else is skipped";
    press("m Down m 1 m Up m Up");
    EXPECT_TRUE(eventually([&] { return saved("'absent'") == 1; })) << "the last one; and another is chosen";
    press("Page_Down");
    ASSERT_TRUE(eventually([&] { return step() == 15; }));
    std::this_thread::sleep_for(1s);
    press("Page_Up");
    ASSERT_TRUE(eventually([&] { return step() == 14; }));
    press("m 1");
    EXPECT_TRUE(eventually([&] { return saved("'absent'") == 0; })) << "the choice ended with the step";
}

TEST_F(ConsoleKeys, who_was_skipped_is_let_go_with_the_next_step) {
    screen_.run("xdotool mousemove 320 180");
    press("1 4 Return");
    ASSERT_TRUE(eventually([&] { return step() == 14; })) << step();
    press("m Up m 4");
    ASSERT_TRUE(eventually([&] { return saved("'skipped'") == 1; }));
    press("1 2 Return");  // another award's
    ASSERT_TRUE(eventually([&] { return step() == 12; })) << step();
    press("m 4");
    EXPECT_TRUE(eventually([&] { return saved("'skipped'") == 2; })) << "whoever comes now, and nobody is called back";
}

TEST_F(ConsoleKeys, the_mouse_held_on_the_preview_peeks_as_long_as_it_is_held) {
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    start(folder_.write("conference.json", one_winner).string());
    ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program_.output();
    screen_.run("xdotool mousemove 320 180");
    press("3 Return");
    ASSERT_TRUE(eventually([&] { return step() == 3; })) << step();
    screen_.run("xdotool mousemove 1100 160");
    const auto preview = [&] {
        return screen_.run("import -silent -window root -crop 300x200+1000+60 -depth 8 rgb:-");
    };
    std::string veiled;
    EXPECT_TRUE(eventually([&] { return std::exchange(veiled, preview()) == preview(); }));
    screen_.run("xdotool mousedown 1");
    EXPECT_TRUE(eventually([&] { return preview() != veiled; }));
    screen_.run("xdotool mouseup 1");
    EXPECT_TRUE(eventually([&] { return preview() == veiled; }));
}

TEST_F(ConsoleKeys, a_summary_of_winners_whom_the_hall_has_not_read_is_veiled) {
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    start(folder_
              .write("conference.json",
                     R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "awards": [)"
                     R"({"id": "a", "name": "A", "batches": [{"recipients": [{"name": "Nguyễn Thị Thùy Dương"}]}]},)"
                     R"({"id": "b", "name": "B", "batches": [{"recipients": [{"name": "Trần Văn Ẩn"}]}]}]})")
              .string());
    ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program_.output();
    screen_.run("xdotool mousemove 320 180");
    press("7 Return");
    ASSERT_TRUE(eventually([&] { return step() == 7; })) << step();
    const auto preview = [&] {
        return screen_.run("import -silent -window root -crop 300x200+1000+60 -depth 8 rgb:-");
    };
    std::string veiled;
    EXPECT_TRUE(eventually([&] { return std::exchange(veiled, preview()) == preview(); }));
    screen_.run("xdotool mousemove 1100 160 mousedown 1");
    EXPECT_TRUE(eventually([&] { return preview() != veiled; }));
    screen_.run("xdotool mouseup 1");
}

TEST_F(ConsoleKeys, the_press_gets_the_names_as_they_were_announced) {
    const std::string feed = test::bundled;
    const auto first_picture = [&](const char* folder) {
        const Path out = folder_.path() / folder;
        EXPECT_EQ(program_.run({"sheet", feed, "--kind", "press", "--size", "640x360", "--out", out.string()}), 0)
            << program_.output();
        for (const auto& file : std::filesystem::directory_iterator(out))
            if (file.path().filename().string().starts_with("001-")) return *read_file(file.path(), 16U << 20U);
        return std::string();
    };
    screen_.run("xdotool mousemove 320 180");
    press("1 2 Return");
    ASSERT_TRUE(eventually([&] { return step() == 12; })) << step();
    press("m 3 a n Return");
    ASSERT_TRUE(eventually([&] { return saved("name = 'an'") == 1; }));
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    const std::string announced = first_picture("announced");
    std::filesystem::remove_all(folder_.path() / "state");
    EXPECT_NE(first_picture("fed"), announced);
    start();
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
}

TEST_F(ConsoleKeys, the_press_is_told_what_the_hall_has_not_seen) {
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    const std::string feed = folder_.write("conference.json", one_winner).string();
    const auto warns = [&] {
        const std::string out = (folder_.path() / "press").string();
        EXPECT_EQ(program_.run({"sheet", feed, "--kind", "press", "--size", "640x360", "--out", out, "--lang", "en"}),
                  0)
            << program_.output();
        return program_.output().find("1 held awards are not announced") != std::string::npos;
    };
    EXPECT_TRUE(warns()) << program_.output();
    start(feed);
    ASSERT_TRUE(eventually([&] { return fields() > 0; })) << program_.output();
    screen_.run("xdotool mousemove 320 180");
    press("3 Return");
    ASSERT_TRUE(eventually([&] { return step() == 3; })) << step();
    std::this_thread::sleep_for(1s);
    press("Page_Down");
    ASSERT_TRUE(eventually([&] { return step() == 4; })) << step();
    ASSERT_EQ(program_.end(SIGTERM), 0) << program_.output();
    EXPECT_FALSE(warns()) << program_.output();
    start();
    EXPECT_TRUE(eventually([&] { return fields() > 0; }));
}

/// As on a mini PC: one display, which the show fills, and nothing else on the server.
class ConsoleOverTheHall : public ConsoleKeys {
protected:
    ConsoleOverTheHall() : ConsoleKeys({"show", test::bundled, "--renderer", "software", "--console=over"}) {}
};

TEST_F(ConsoleOverTheHall, leaves_the_keys_to_the_hall_when_it_is_closed) {
    press("o");
    ASSERT_TRUE(eventually([&] { return fields() == 0; })) << "the hall's picture is back";
    press("1 4 Return");
    EXPECT_TRUE(eventually([&] { return step() == 14; })) << step();
}

}  // namespace
}  // namespace hall
