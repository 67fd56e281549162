/// The real program through days: a feed that is edited, a server that fails, displays that change, an operator at the
/// keys, round after round. Every round ends at the same page and size, where what the program holds is measured.
/// HALL_SOAK_MINUTES: how long (`./run soak`). HALL_SOAK_RATE: the program's clocks run so many times as fast
/// (libfaketime).
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stop_token>
#include <thread>

#include "app/notify_socket.h"
#include "app/program.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"
#include "platform/xorg.h"
#include "soak/growth.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr double usual_minutes = 0.4;
constexpr double long_enough_to_judge = 20;  // minutes
constexpr double warm_up_share = 0.25;
constexpr double most_mebibytes_an_hour = 0.5;
constexpr double most_others_an_hour = 1;
/// Of the package's units (assets/package/common.conf).
constexpr std::chrono::seconds watched_interval = 12s;
constexpr auto* fake_clock = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

double setting(const char* name, double usual) {
    const char* wanted = std::getenv(name);
    return wanted ? std::atof(wanted) : usual;
}

std::string bundled_feed() {
    std::ifstream file(HALL_SOURCE_DIR "/assets/conference/conference.json");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string with(std::string text, const std::string& old, const std::string& fresh) {
    const auto at = text.find(old);
    return at == std::string::npos ? text : text.replace(at, old.size(), fresh);
}

class Soak : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(server_.running()) << "Xorg did not start";
        if (rate_ > 1) {
            program_.set("LD_PRELOAD", fake_clock);
            program_.set("FAKETIME", "+0 x" + std::to_string(static_cast<int>(rate_)));
        }
        if (rate_ <= 1) {  // its patience would end as much sooner as its clocks run
            program_.set("NOTIFY_SOCKET", manager_.path());
            program_.set("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(watched_interval).count()));
        }
        nginx_.serve("conference.json", feed_);
        program_.start({"show", nginx_.url("conference.json"), "--poll", rate_ > 1 ? "60" : "1"});
    }

    static void pause(std::chrono::milliseconds duration = 300ms) { std::this_thread::sleep_for(duration); }
    void press(const std::string& keys) const { server_.run("xdotool key --delay 60 " + keys); }

    void edit(int round) const {
        const std::string number = std::to_string(round);
        nginx_.serve("conference.json",
                     with(with(feed_, "minh-hoa-1", "soak-" + number), "năm 2022\"", "năm 2022, lần " + number + "\""));
        pause(1200ms);
    }
    void fail(int round) {
        if (round % 3 == 0) {
            nginx_.stop();
            pause(1500ms);
            nginx_.start();
        } else {
            nginx_.serve("conference.json", round % 3 == 1 ? feed_.substr(0, feed_.size() / 2) : "<html>login</html>");
            pause(1500ms);
        }
        nginx_.serve("conference.json", feed_);
    }
    void change_displays(int round) const {
        server_.mode("DUMMY0", round % 2 == 0 ? "1280x720" : "720x1280");
        pause(700ms);
        if (round % 5 == 0) server_.put_out("DUMMY0");
        pause();
        server_.mode("DUMMY0", "640x360");
    }
    void operate(int round) const {
        press("Home");
        for (int i = 0; i <= round % 4; ++i) {
            press("Page_Down");
            pause(900ms);
        }
        press("h h b b L");
        press(std::to_string(1 + round % 9) + " Return");
        pause();
        press("a");
        pause(1s);
        press("Home");
    }
    void go_round(int round) {
        edit(round);
        change_displays(round);
        operate(round);
        fail(round);
        pause(1500ms);
    }

    /// What the service manager would see, until the program is told to end.
    void watch(const std::stop_token& stop) {
        for (auto last = SteadyClock::now(); !stop.stop_requested();) {
            const auto word = manager_.next(200ms);
            const auto now = SteadyClock::now();
            const bool fed = word && *word == "WATCHDOG=1";
            if (fed || word == "READY=1") {
                if (fed) longest_silence_ = std::max(longest_silence_, now - last);
                last = now;
            }
            if (word == "WATCHDOG=trigger") ++alarms_;
        }
    }

    const double rate_ = setting("HALL_SOAK_RATE", 1);
    const std::string feed_ = bundled_feed();
    test::TemporaryFolder home_;
    test::NotifySocket manager_{home_.path() / "notify"};
    SteadyClock::duration longest_silence_{0};  ///< between two feedings of the watchdog
    int alarms_ = 0;
    test::Nginx nginx_;
    Xorg server_{home_.path() / "xorg.log"};
    test::Program program_{home_.path(), server_.display()};
};

void print(const char* name, const std::vector<test::Holding>& samples, double test::Holding::*what, double warm_up,
           double hours) {
    std::printf("%-12s %10.1f %10.1f %12.3f %14.3f\n", name, samples.front().*what, samples.back().*what,
                slope(samples, what, warm_up), slope(samples, what, warm_up) / hours);
}

TEST_F(Soak, what_it_holds_does_not_grow) {
    const double minutes = setting("HALL_SOAK_MINUTES", usual_minutes);
    const auto start = SteadyClock::now();
    const auto since = [&] { return std::chrono::duration<double>(SteadyClock::now() - start).count(); };
    std::vector<test::Holding> samples;
    std::jthread watching([this](const std::stop_token& stop) { watch(stop); });
    for (int round = 0; round < 2 || since() < minutes * 60; ++round) {
        go_round(round);
        test::Holding now = test::holding_of(program_.pid(), (home_.path() / "run/hoitruong/status.json").string());
        now.seconds = since();
        ASSERT_GT(now.resident, 0) << "it ended in round " << round << '\n' << program_.output();
        samples.push_back(now);
        if (const char* log = std::getenv("HALL_SOAK_LOG")) {
            std::ofstream line(log, std::ios::app);
            line << round << ' ' << now.seconds << ' ' << now.proportional << ' ' << now.resident << ' '
                 << now.descriptors << ' ' << now.threads << ' ' << now.textures << '\n';
        }
    }
    watching.request_stop();
    watching.join();
    EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output();
    const double warm_up = since() * warm_up_share;
    std::printf("%zu rounds in %.1f min, %.2f days of the program's clock; growth after the first quarter\n",
                samples.size(), since() / 60, since() * rate_ / 86'400);
    std::printf("%-12s %10s %10s %12s %14s\n", "", "first", "last", "per hour", "per its hour");
    print("written, MiB", samples, &test::Holding::anonymous, warm_up, rate_);
    print("PSS, MiB", samples, &test::Holding::proportional, warm_up, rate_);
    print("RSS, MiB", samples, &test::Holding::resident, warm_up, rate_);
    print("descriptors", samples, &test::Holding::descriptors, warm_up, rate_);
    print("threads", samples, &test::Holding::threads, warm_up, rate_);
    print("textures", samples, &test::Holding::textures, warm_up, rate_);

    if (rate_ <= 1) {
        std::printf("watchdog: %d false alarms, at most %.1f s between two signs of life\n", alarms_,
                    std::chrono::duration<double>(longest_silence_).count());
        EXPECT_EQ(alarms_, 0);
        EXPECT_GT(longest_silence_, 0s) << "nobody was fed";
        EXPECT_LT(longest_silence_, watched_interval);
    }

    EXPECT_LE(samples.back().descriptors, samples.front().descriptors + 2);
    EXPECT_LE(samples.back().threads, samples.front().threads + 1);
    if (minutes < long_enough_to_judge) return;
    // Not PSS nor private pages: they grow when a neighbour that shares the libraries ends.
    for (const auto what : {&test::Holding::anonymous, &test::Holding::resident})
        EXPECT_LT(slope(samples, what, warm_up) / rate_, most_mebibytes_an_hour);
    for (const auto what : {&test::Holding::descriptors, &test::Holding::threads, &test::Holding::textures})
        EXPECT_LT(slope(samples, what, warm_up) / rate_, most_others_an_hour);
}

TEST(Growth, is_seen_after_the_warm_up_and_only_there) {
    std::vector<test::Holding> samples;
    for (int i = 0; i < 60; ++i) {
        test::Holding one;
        one.seconds = i * 60.0;
        one.resident = i < 15 ? i * 10.0 : 150;
        one.proportional = i;
        samples.push_back(one);
    }
    EXPECT_NEAR(slope(samples, &test::Holding::proportional, 900), 60, 1e-6);
    EXPECT_NEAR(slope(samples, &test::Holding::resident, 900), 0, 1e-6);
    EXPECT_GT(slope(samples, &test::Holding::resident, 0), 10);
}

}  // namespace
}  // namespace hall
