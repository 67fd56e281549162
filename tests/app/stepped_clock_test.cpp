/// The machine's clock is set while the show runs, by hours, forward and back: as NTP does that comes late.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

#include "app/program.h"
#include "base/time.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"
#include "platform/picture_file.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto apart = 5h;
constexpr auto poll = 3s;
constexpr int visibly = 24;  // of 255
constexpr int edge = 480;    // pixels from the left; the hall's clock stands right of it

/// Three items, of which the middle one runs now, an earlier one `apart` ago, a later one in as long.
std::string feed() {
    const auto now = std::chrono::system_clock::now();
    const auto moment = [&](std::chrono::minutes from_now) {
        return format_rfc3339(std::chrono::floor<Milliseconds>(now + from_now));
    };
    std::string items;
    for (const int place : {-1, 0, 1}) {
        const auto start = place * apart - 1h;
        items += std::string(items.empty() ? "" : ",") + R"({"id": "i)" + std::to_string(place) + R"(", "start": ")" +
                 moment(start) + R"(", "end": ")" + moment(start + 2h) + R"(", "title": "Báo cáo tham luận )" +
                 std::to_string(place + 2) + R"(", "kind": "report"})";
    }
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "agenda": [)" + items +
           R"(], "rundown": [{"screen": "agenda"}]})";
}

class ASteppedClock : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(screen_.running());
        nginx_.serve("conference.json", feed());
        program_.set("LD_PRELOAD", HALL_STEPPED_CLOCK);
        program_.set("HALL_CLOCK_OFF", off_.string());
        program_.set("ASAN_OPTIONS", "verify_asan_link_order=0");
        step_to(0h);
    }
    void show(std::chrono::seconds every) {
        program_.start({"show", nginx_.url("conference.json"), "--poll", std::to_string(every.count())});
    }
    /// Written in place: the program has the file in its memory.
    void step_to(std::chrono::hours off) const {
        const std::int64_t value = std::chrono::milliseconds(off).count();
        if (!std::filesystem::exists(off_)) std::ofstream(off_, std::ios::binary) << std::string(sizeof value, '\0');
        std::fstream file(off_, std::ios::binary | std::ios::in | std::ios::out);
        file.write(reinterpret_cast<const char*>(&value), sizeof value);
    }
    Image picture() const {
        auto image = decode_picture(screen_.screenshot_png());
        return image ? *std::move(image) : Image{};
    }
    /// How many pixels are others.
    static int difference(const Image& left, const Image& right) {
        if (left.width != right.width || left.height != right.height) return left.width * left.height;
        int count = 0;
        for (int y = 0; y < left.height; ++y)
            for (int x = 0; x < std::min(left.width, edge); ++x)
                count += std::abs(left.pixel(x, y)[1] - right.pixel(x, y)[1]) > visibly;
        return count;
    }
    /// Once two pictures in a row are the same, and not black.
    Image picture_at_rest() const {
        Image before = picture();
        for (int i = 0; i < 100; ++i) {
            std::this_thread::sleep_for(300ms);
            Image now = picture();
            const bool shown = now.width > 0 && now.pixel(0, 0)[0] + now.pixel(0, 0)[1] + now.pixel(0, 0)[2] > 0;
            if (shown && difference(before, now) == 0) return now;
            before = std::move(now);
        }
        return {};
    }

    test::TemporaryFolder home_;
    const std::filesystem::path off_ = home_.path() / "off";
    test::Nginx nginx_;
    Xvfb screen_{640, 360};
    test::Program program_{home_.path(), screen_.display()};
};

TEST_F(ASteppedClock, is_followed_by_the_agenda_within_a_second) {
    const std::array<std::chrono::hours, 3> places{-apart, 0h, apart};
    std::array<Image, 3> started;  // what a show shows that starts at that time
    for (std::size_t i = 0; i < places.size(); ++i) {
        step_to(places[i]);
        show(1h);
        started[i] = picture_at_rest();
        ASSERT_GT(started[i].width, 0) << program_.output();
        ASSERT_EQ(program_.end(SIGTERM), 0);
    }
    const int differ = difference(started[0], started[1]);
    ASSERT_GT(differ, 100) << "the running item is marked";

    show(1h);
    ASSERT_GT(picture_at_rest().width, 0) << program_.output();
    for (const std::size_t place : {0U, 2U, 1U, 0U, 2U, 0U}) {
        step_to(places[place]);
        std::this_thread::sleep_for(1s);
        EXPECT_EQ(difference(picture(), started[place]), 0) << "stepped to " << places[place].count() << " h";
    }
    EXPECT_NE(program_.output().find("the clock stepped by"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(ASteppedClock, makes_no_storm_of_fetches_and_no_silence) {
    const auto requests = [&] { return static_cast<int>(nginx_.requests_for("conference.json")); };
    show(poll);
    ASSERT_GT(picture_at_rest().width, 0) << program_.output();
    const auto begin = SteadyClock::now();
    const int before = requests();
    constexpr std::array<std::chrono::hours, 6> offs{2 * apart, -apart, 24h * 365, 1h, -24h * 365 * 20, 0h};
    for (int i = 0; i < 36; ++i) {
        step_to(offs[static_cast<std::size_t>(i) % offs.size()]);
        std::this_thread::sleep_for(250ms);
    }
    const auto polls = (SteadyClock::now() - begin) / poll;
    EXPECT_LE(requests() - before, polls + 1);
    step_to(-24h * 365);  // what waits for a moment of the wall clock now waits for a year
    const int after = requests();
    for (int i = 0; i < 150 && requests() == after; ++i) std::this_thread::sleep_for(100ms);
    EXPECT_GT(requests(), after) << "it asks no more";
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

}  // namespace
}  // namespace hall
