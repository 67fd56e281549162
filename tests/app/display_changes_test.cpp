/// The real program on a real Xorg whose screens change, come, go, and whose server is started again.
/// HALL_DISPLAY_ROUNDS says how often; `./run displays` makes a hundred.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "app/program.h"
#include "net/temporary_folder.h"
#include "platform/picture_file.h"
#include "platform/xorg.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto allowed = 5s;
constexpr int restart_me = 75;

int rounds(int usual) {
    const char* wanted = std::getenv("HALL_DISPLAY_ROUNDS");
    return wanted ? std::atoi(wanted) : usual;
}

class ShowOnXorg : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(server_.running()) << "Xorg did not start"; }
    void show(const std::string& display = {}) {
        std::vector<std::string> words = {"show", test::bundled};
        if (!display.empty()) words.insert(words.end(), {"--display", display});
        program_.start(words);
    }
    /// The picture covers that part of the desktop: its ground is in all corners, and letters stand on it.
    static bool covers(const Image& desktop, int x, int y, int width, int height) {
        if (desktop.width < x + width || desktop.height < y + height) return false;
        const auto is_dark = [&](int at_x, int at_y) {
            const auto* pixel = desktop.pixel(at_x, at_y);
            return pixel[0] + pixel[1] + pixel[2] == 0;
        };
        for (const int at_x : {x, x + width - 1})
            for (const int at_y : {y, y + height - 1})
                if (is_dark(at_x, at_y)) return false;
        const auto* corner = desktop.pixel(x, y);
        for (int at_y = y; at_y < y + height; at_y += 8)
            for (int at_x = x; at_x < x + width; ++at_x)
                if (desktop.pixel(at_x, at_y)[1] > corner[1] + 100) return true;
        return false;
    }
    bool picture_stands(int x, int y, int width, int height) {
        const auto end = SteadyClock::now() + allowed;
        do {
            const auto desktop = decode_picture(server_.screenshot_png());
            if (desktop && covers(*desktop, x, y, width, height)) return true;
            std::this_thread::sleep_for(50ms);
        } while (SteadyClock::now() < end);
        return false;
    }

    test::TemporaryFolder home_;
    Xorg server_{home_.path() / "xorg.log"};
    test::Program program_{home_.path(), server_.display()};
};

TEST_F(ShowOnXorg, the_picture_fills_every_mode) {
    struct Mode {
        const char* name;
        int width, height;
    };
    constexpr std::array<Mode, 4> modes{
        {{"1280x720", 1280, 720}, {"800x600", 800, 600}, {"720x1280", 720, 1280}, {"640x360", 640, 360}}};
    show();
    ASSERT_TRUE(picture_stands(0, 0, 640, 360)) << program_.output();
    const int count = rounds(static_cast<int>(modes.size()));
    for (int i = 0; i < count; ++i) {
        const Mode& mode = modes[static_cast<std::size_t>(i) % modes.size()];
        server_.mode("DUMMY0", mode.name);
        ASSERT_TRUE(picture_stands(0, 0, mode.width, mode.height)) << i << ": " << mode.name << '\n'
                                                                   << program_.output();
        ASSERT_EQ(server_.size(), std::to_string(mode.width) + " x " + std::to_string(mode.height));
    }
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(ShowOnXorg, the_picture_goes_where_its_display_goes) {
    show("DUMMY1");
    ASSERT_TRUE(picture_stands(0, 0, 640, 360)) << program_.output();
    const int count = rounds(2);
    for (int i = 0; i < count; ++i) {
        server_.mode("DUMMY1", "800x600", "--pos 640x0");
        ASSERT_TRUE(picture_stands(640, 0, 800, 600)) << i << '\n' << program_.output();
        server_.mode("DUMMY1", "720x1280", "--pos 640x80");
        ASSERT_TRUE(picture_stands(640, 80, 720, 1280)) << i << '\n' << program_.output();
        server_.put_out("DUMMY1");
        ASSERT_TRUE(picture_stands(640, 0, 1280, 720)) << i << '\n' << program_.output();
    }
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(ShowOnXorg, a_dark_display_is_lit_at_the_start_and_later) {
    server_.put_out("DUMMY0");
    show();
    for (int i = 0; i < rounds(2); ++i) {
        ASSERT_TRUE(picture_stands(0, 0, 1280, 720)) << i << '\n' << program_.output();
        server_.put_out("DUMMY0");
    }
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(ShowOnXorg, a_lost_server_is_a_wish_to_be_started_again) {
    const int count = rounds(2);
    for (int i = 0; i < count; ++i) {
        show();
        ASSERT_TRUE(picture_stands(0, 0, 640, 360)) << i << '\n' << program_.output();
        server_.restart();
        ASSERT_TRUE(server_.running());
        ASSERT_EQ(program_.wait(), restart_me) << program_.output();
    }
    show();
    EXPECT_TRUE(picture_stands(0, 0, 640, 360)) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

}  // namespace
}  // namespace hall
