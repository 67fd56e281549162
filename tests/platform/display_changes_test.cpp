/// Screens that change under a running window, on a real Xorg.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "net/temporary_folder.h"
#include "platform/displays.h"
#include "platform/input.h"
#include "platform/outputs.h"
#include "platform/session.h"
#include "platform/window.h"
#include "platform/xorg.h"

namespace hall {
namespace {

constexpr Milliseconds long_wait{5'000};  // ends a test that would hang; no test waits it out

class DisplayChanges : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(server_.running()) << "Xorg did not start";
        setenv("DISPLAY", server_.display().c_str(), 1);
        setenv("SDL_VIDEODRIVER", "x11", 1);
        auto session = Session::open();
        ASSERT_TRUE(session.ok()) << session.error().sentence.en;
        session_ = std::move(*session);
        input_ = std::make_unique<Input>();
    }
    void TearDown() override {
        window_.reset();
        input_.reset();
        session_.reset();
        unsetenv("DISPLAY");
        unsetenv("SDL_VIDEODRIVER");
    }
    void open(const WindowWish& wish = {}) {
        auto window = Window::open(wish);
        ASSERT_TRUE(window.ok()) << window.error().sentence.en;
        window_ = std::move(*window);
    }
    /// Lets the window follow until it has that size, as the show's loop does.
    bool becomes(int width, int height) {
        const auto end = std::chrono::steady_clock::now() + long_wait;
        while (window_->width() != width || window_->height() != height) {
            if (std::chrono::steady_clock::now() > end) return false;
            for (const Event& event : input_->wait_events(Milliseconds(200)))
                if (event.kind == EventKind::displays_changed) window_->refit();
        }
        return true;
    }
    std::string size() const { return std::to_string(window_->width()) + "x" + std::to_string(window_->height()); }

    test::TemporaryFolder folder_;
    Xorg server_{folder_.path() / "xorg.log"};
    std::unique_ptr<Session> session_;
    std::unique_ptr<Input> input_;
    std::unique_ptr<Window> window_;
};

TEST_F(DisplayChanges, a_window_follows_the_mode) {
    open();
    for (const auto& [name, width, height] :
         {std::tuple{"1280x720", 1280, 720}, {"720x1280", 720, 1280}, {"640x360", 640, 360}}) {
        server_.mode("DUMMY0", name);
        EXPECT_TRUE(becomes(width, height)) << name << ": " << size();
        EXPECT_EQ(displays().at(0).width, width);
    }
}

TEST_F(DisplayChanges, a_display_that_went_dark_is_lit_again) {
    open();
    server_.put_out("DUMMY0");
    const auto end = std::chrono::steady_clock::now() + long_wait;
    while (displays().empty() && std::chrono::steady_clock::now() < end)
        for (const Event& event : input_->wait_events(Milliseconds(200)))
            if (event.kind == EventKind::displays_changed) window_->refit();
    ASSERT_FALSE(displays().empty());
    EXPECT_EQ(window_->display().connector, "DUMMY0");
    EXPECT_TRUE(becomes(displays()[0].width, displays()[0].height)) << size();
}

TEST_F(DisplayChanges, the_wanted_display_is_taken_when_it_comes_and_followed) {
    open({.display = "DUMMY1"});
    EXPECT_EQ(size(), "640x360");
    server_.mode("DUMMY1", "1280x720", "--right-of DUMMY0");
    EXPECT_TRUE(becomes(1280, 720)) << size();
    EXPECT_EQ(window_->display().connector, "DUMMY1");
    EXPECT_EQ(window_->display().x, 640);
    server_.mode("DUMMY1", "800x600", "--left-of DUMMY0");
    EXPECT_TRUE(becomes(800, 600)) << size();
    EXPECT_EQ(window_->display().connector, "DUMMY1");
    EXPECT_EQ(window_->display().x, 0);
}

TEST_F(DisplayChanges, a_number_stays_with_its_screen) {
    server_.mode("DUMMY1", "1280x720", "--right-of DUMMY0");
    open({.display = "2"});
    EXPECT_EQ(size(), "1280x720");
    server_.run("xrandr --output DUMMY1 --primary");  // now it is number 1
    server_.mode("DUMMY1", "800x600");
    EXPECT_TRUE(becomes(800, 600)) << size();
}

TEST(AMonitor, tells_its_name_and_its_serial) {
    std::array<unsigned char, 128> block{};
    const auto describe = [&](std::size_t which, unsigned char kind, const std::string& text) {
        unsigned char* const one = block.data() + 54 + which * 18;
        one[3] = kind;
        std::fill(one + 5, one + 18, ' ');
        std::copy(text.begin(), text.end(), one + 5);
        one[5 + text.size()] = '\n';
    };
    describe(1, 0xFC, "EPSON PJ");
    EXPECT_EQ(monitor_of(block.data(), block.size()).name, "EPSON PJ");
    EXPECT_EQ(monitor_of(block.data(), block.size()).serial, "");
    block[12] = 0x60;
    block[13] = 0x22;
    EXPECT_EQ(monitor_of(block.data(), block.size()).serial, "8800");
    describe(3, 0xFF, "X6KN12");
    EXPECT_EQ(monitor_of(block.data(), block.size()).serial, "X6KN12");
    EXPECT_EQ(monitor_of(block.data(), 127).name, "") << "a broken block says nothing";
}

TEST(ADisplay, is_found_again_by_its_connector_or_as_the_same_monitor) {
    const Display before{.number = 2, .name = "EPSON", .connector = "HDMI-1"};
    const Display other{.number = 1, .name = "DELL", .connector = "DP-1"};
    EXPECT_EQ(same_display({other, before}, before)->number, 2);
    EXPECT_EQ(same_display({other, {.number = 3, .name = "EPSON", .connector = "HDMI-2"}}, before)->number, 3);
    EXPECT_EQ(same_display({other, {.number = 4, .name = "SONY", .connector = "HDMI-1"}}, before)->number, 4);
    const Display first{.number = 1, .name = "EPSON", .connector = "DP-1", .serial = "X1"};
    const Display second{.number = 2, .name = "EPSON", .connector = "DP-2", .serial = "X2"};
    const Display moved{.number = 3, .name = "EPSON", .connector = "HDMI-1", .serial = "X2"};
    EXPECT_EQ(same_display({first, moved}, second)->number, 3) << "two of one model";
    EXPECT_FALSE(same_display({first}, second)) << "the other of that model is not it";
    EXPECT_FALSE(same_display({other}, before));
    EXPECT_FALSE(same_display({other}, Display{}));
}

TEST(ADisplay, has_a_name_that_lasts_longer_than_its_number_where_that_finds_it) {
    const Display hall{.number = 1, .name = "EPSON"};
    const auto name = [&](const Display& display) { return lasting_name({hall, display}, display); };
    EXPECT_EQ(name({.number = 2, .name = "EPSON", .connector = "HDMI-1", .serial = "X1"}), "HDMI-1");
    EXPECT_EQ(name({.number = 2, .name = "EPSON", .serial = "X1"}), "X1");
    EXPECT_EQ(name({.number = 2, .name = "DELL"}), "DELL");
    EXPECT_EQ(name({.number = 2, .name = "EPSON"}), "2") << "the name would find the hall's";
    EXPECT_EQ(name({.number = 2, .name = "1"}), "2") << "and so would this";
}

TEST(ADisplay, is_a_windows_own_by_what_is_written_of_it) {
    const Display first{.number = 1, .name = "EPSON", .connector = "HDMI-1", .serial = "A1"};
    const Display second{.number = 2, .name = "EPSON", .connector = "HDMI-2", .serial = "B2"};
    const Display foreign{.number = 1, .name = "DELL", .connector = "HDMI-1", .serial = "D3"};
    Display moved = first;
    moved.number = 3;
    moved.connector = "DP-1";
    const auto number = [](const std::optional<Display>& one) { return one ? one->number : 0; };

    EXPECT_EQ(number(own_display({first, second}, "2", {})), 2);
    EXPECT_EQ(number(own_display({first}, "1", second)), 0) << "whoever moved up to a number is another";
    EXPECT_EQ(number(own_display({second}, "HDMI-1", first)), 0) << "the other of that model is another";
    EXPECT_EQ(number(own_display({second, moved}, "HDMI-1", first)), 3) << "the same on another connector";
    EXPECT_EQ(number(own_display({foreign, moved}, "HDMI-1", moved)), 1) << "what is written goes first";
    EXPECT_EQ(number(own_display({foreign, second}, "EPSON", first)), 2) << "another monitor in the old socket";
    EXPECT_EQ(number(own_display({foreign}, "EPSON", first)), 0);
    EXPECT_EQ(number(own_display({foreign}, "", first)), 1) << "nobody asked for a name";
}

}  // namespace
}  // namespace hall
