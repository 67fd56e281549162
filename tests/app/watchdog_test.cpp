/// The real program under a service manager's socket: when it says that it is on, and when it stops saying so.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "app/frozen_thread.h"
#include "app/notify_socket.h"
#include "app/program.h"
#include "base/file.h"
#include "net/temporary_folder.h"
#include "platform/watchdog.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;
using test::NotifySocket;

class UnderAServiceManager : public testing::Test {
protected:
    void show(std::chrono::microseconds interval) {
        program_.set("NOTIFY_SOCKET", manager_.path());
        program_.set("WATCHDOG_USEC", std::to_string(interval.count()));
        program_.start({"show", test::bundled});
    }

    test::TemporaryFolder home_;
    NotifySocket manager_{home_.path() / "notify"};
    Xvfb screen_{640, 360};
    test::Program program_{home_.path(), screen_.display()};
};

TEST_F(UnderAServiceManager, it_is_ready_once_a_picture_stands_and_says_when_it_goes) {
    show(20s);
    const auto first = manager_.next(30s);
    ASSERT_EQ(first, "READY=1") << program_.output();
    const std::string seen = screen_.run("import -silent -window root -depth 8 rgb:-");
    EXPECT_NE(seen.find_first_not_of('\0'), std::string::npos) << "ready with a black screen";
    EXPECT_TRUE(manager_.comes("STATUS=step 1/20: welcome", 30s));
    EXPECT_EQ(program_.end(SIGTERM), 0);
    EXPECT_TRUE(manager_.comes("STOPPING=1", 1s));
}

TEST_F(UnderAServiceManager, it_is_watched_as_the_main_process_child_and_as_nobody_elses) {
    program_.set("WATCHDOG_PID", std::to_string(::getpid()));  // cage's, which starts it
    show(2s);
    EXPECT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
    while (manager_.next(0ms)) {
    }
    program_.set("WATCHDOG_PID", "1");
    show(2s);
    ASSERT_TRUE(manager_.comes("READY=1", 30s)) << program_.output();
    EXPECT_FALSE(manager_.comes("WATCHDOG=1", 3s));
}

TEST_F(UnderAServiceManager, a_still_picture_is_no_false_alarm) {
    constexpr auto interval = 4s;
    show(interval);
    ASSERT_TRUE(manager_.comes("STATUS=step 1/20: welcome", 30s)) << program_.output();
    screen_.run("xdotool key Home");  // an operator is at work: nothing moves
    ASSERT_TRUE(manager_.comes("WATCHDOG=1", 30s));
    for (int i = 0; i < 8; ++i) EXPECT_TRUE(manager_.comes("WATCHDOG=1", interval));
}

TEST_F(UnderAServiceManager, a_hanging_picture_is_not_fed_for) {
    constexpr auto interval = 2s;
    show(interval);
    ASSERT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << program_.output();
    {
        const test::FrozenThread hung(program_.pid());
        if (!hung.held()) GTEST_SKIP() << "this machine lets nobody hold a thread";
        while (manager_.next(0ms)) {
        }
        EXPECT_FALSE(manager_.comes("WATCHDOG=1", interval));
    }
    EXPECT_TRUE(manager_.comes("WATCHDOG=1", 30s));
}

class HangingThread : public UnderAServiceManager, public testing::WithParamInterface<const char*> {};

TEST_P(HangingThread, asks_for_a_new_start) {
    program_.set("NOTIFY_SOCKET", manager_.path());
    program_.set("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(4s).count()));
    program_.start({"show", test::bundled, "--publish", "http://127.0.0.1:9/hall"});
    ASSERT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << program_.output();
    const pid_t thread = test::thread_named(program_.pid(), GetParam());
    ASSERT_GT(thread, 0);
    const test::FrozenThread hung(thread);
    if (!hung.held()) GTEST_SKIP() << "this machine lets nobody hold a thread";
    EXPECT_TRUE(manager_.comes("WATCHDOG=trigger", 12s));
}

/// The figure of "WatchdogSec=12".
Milliseconds figure_of(const std::string& key, const std::string& unit) {
    const auto at = unit.find("\n" + key + "=");
    return at == std::string::npos ? Milliseconds{0}
                                   : std::chrono::seconds(std::stoi(unit.substr(at + key.size() + 2)));
}

TEST(Watchdog, with_the_packages_figures_the_show_is_back_15_seconds_after_a_hang) {
    const std::string unit = read_file(HALL_SOURCE_DIR "/assets/package/common.conf", 1 << 16).value();
    const Milliseconds interval = figure_of("WatchdogSec", unit), pause = figure_of("RestartSec", unit);
    ASSERT_GT(interval, 0s);
    ASSERT_GT(pause, 0s);
    ::setenv("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(interval).count()).c_str(), 1);
    const Watchdog watchdog;
    ::unsetenv("WATCHDOG_USEC");
    constexpr Milliseconds start{2000}, whole{15'000};
    EXPECT_LE(interval + pause + start, whole) << "the loop hangs just after it was fed for";
    // It is seen at the next turn, and once more at the one after.
    EXPECT_LE(watchdog.patience() + 2 * watchdog.longest_sleep() + pause + start, whole) << "another thread";
}

TEST_F(UnderAServiceManager, threads_that_nobody_answers_do_not_hang) {
    program_.set("NOTIFY_SOCKET", manager_.path());
    program_.set("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(4s).count()));
    program_.start({"show", test::bundled, "--publish", "http://127.0.0.1:9/hall"});
    ASSERT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << program_.output();
    EXPECT_FALSE(manager_.comes("WATCHDOG=trigger", 8s));
}

INSTANTIATE_TEST_SUITE_P(Threads, HangingThread, testing::Values("feed", "link-listen", "link-post", "status"));

TEST_F(UnderAServiceManager, a_worker_with_nothing_to_do_is_no_hanging_one) {
    constexpr auto interval = 1500ms;
    program_.set("NOTIFY_SOCKET", manager_.path());
    program_.set("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(interval).count()));
    program_.start({"show", "http://127.0.0.1:9/conference.json", "--offline"});
    ASSERT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << program_.output();
    const auto end = SteadyClock::now() + 5 * interval;
    while (SteadyClock::now() < end) manager_.next(50ms);
    EXPECT_TRUE(manager_.comes("WATCHDOG=1", 30s)) << "the network is not used, so its thread has ended";
}

}  // namespace
}  // namespace hall
