/// A recorded run shown again: the real program on a real X server, twice.
#include "app/replay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/program.h"
#include "app/x_windows.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

const Instant morning = *parse_instant("2026-11-20T08:00:00+07:00", TimeZone());

Play play(Milliseconds after, std::size_t step, Cover cover = Cover::none, Cause cause = Cause::operated) {
    return {morning + after, step, 40, "members", cover, cause};
}

TEST(Replaying, the_last_day_of_a_log_is_taken_line_by_line) {
    const test::TemporaryFolder folder;
    PlayLog log(folder.path() / "plays.jsonl");
    for (const Play& one :
         {play(0ms, 7), play(24h, 1, Cover::none, Cause::start), play(24h + 1s, 2),
          play(24h + 2s, 2, Cover::none, Cause::called), play(24h + 3s, 3), play(24h + 4s, 3, Cover::none, Cause::end)})
        log.add(one);
    auto replay = Replay::open(folder.path() / "plays.jsonl");
    ASSERT_TRUE(replay) << replay.error().sentence.en;
    EXPECT_EQ(replay->begins(), morning + 24h);
    EXPECT_EQ(replay->take(morning + 24h)->step, 1U);
    EXPECT_EQ(replay->take(morning + 24h), nullptr) << "not due yet";
    EXPECT_EQ(replay->next(), morning + 24h + 1s);
    EXPECT_EQ(replay->take(morning + 25h)->step, 2U);
    EXPECT_EQ(replay->take(morning + 25h)->step, 3U);
    EXPECT_EQ(replay->take(morning + 25h), nullptr);
    EXPECT_FALSE(replay->next());
}

TEST(Replaying, a_log_without_plays_is_refused) {
    const test::TemporaryFolder folder;
    EXPECT_FALSE(Replay::open(folder.path() / "plays.jsonl"));
    EXPECT_FALSE(Replay::open(folder.write("plays.jsonl", "hello\n")));
}

TEST(Replaying, every_line_is_reached_from_wherever_the_show_is) {
    Rundown rundown;
    rundown.steps.resize(9);
    for (std::size_t i = 0; i < rundown.steps.size(); ++i) rundown.steps[i].key = std::to_string(i);
    ShowState state = first_state(rundown, {morning, 0ms});
    Milliseconds steady = 0ms;
    for (const Play& wanted : {play(0ms, 1), play(0ms, 2), play(0ms, 3), play(0ms, 3, Cover::hold),
                               play(0ms, 6, Cover::black), play(0ms, 6), play(0ms, 5), play(0ms, 6)}) {
        for (const Command& command : commands_for(wanted, state, steady))
            state = apply(state, command, rundown, {morning, steady});
        EXPECT_EQ(state.step + 1, wanted.step);
        EXPECT_EQ(state.cover, wanted.cover);
        EXPECT_EQ(state.drive, Drive::by_operator);
        steady += 10ms;  // within the lock-out
    }
}

struct Shown {
    std::size_t step, steps;
    std::string screen;
    Cover cover;
    Attendance noted;

    bool operator==(const Shown&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Shown& one) {
    return out << one.step << '/' << one.steps << ' ' << one.screen << ' ' << static_cast<int>(one.cover) << ' '
               << static_cast<int>(one.noted);
}

std::vector<Shown> shown_in(const Path& log) {
    std::vector<Shown> all;
    for (const Play& one : read_plays(log))
        if (one.steps > 1 && one.cause != Cause::end)
            all.push_back({one.step, one.steps, one.screen, one.cover, one.remark.attendance});
    return all;
}

TEST(Replaying, a_recorded_run_comes_again_in_the_same_order) {
    const test::TemporaryFolder home;
    const Xvfb screen(1280, 1000);
    test::Program program(home.path(), screen.display());
    const Path log = play_log_file(home.path() / "state" / "hoitruong");
    const std::string feed = test::bundled;
    const auto comes = [&](const auto& condition) {
        for (int i = 0; i < 150 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    };
    program.start({"show", feed, "--window", "320x90", "--renderer", "software", "--console", "--at",
                   "2022-12-20T09:00:00+07:00"});
    ASSERT_NE(test::XWindows(screen.display()).wait_for("Hội Trường - Điều hành"), 0U) << program.output();
    ASSERT_TRUE(comes([&] { return !shown_in(log).empty(); })) << program.output();
    const auto press = [&](const char* keys, std::size_t lines) {
        const std::size_t wanted = shown_in(log).size() + lines;
        screen.run(std::string("xdotool key --delay 40 ") + keys);
        ASSERT_TRUE(comes([&] { return shown_in(log).size() >= wanted; })) << keys << '\n' << program.output();
    };
    press("Home Page_Down", 1);
    press("1 2 Return", 1);
    press("m 1", 1);
    press("m 4", 2);  // the remark, and a rundown that is shorter
    press("h", 1);
    press("h", 1);
    press("Page_Up", 1);
    EXPECT_EQ(program.end(SIGTERM), 0);
    const auto recorded = shown_in(log);

    program.start(
        {"show", feed, "--window", "320x90", "--renderer", "software", "--replay", log.string(), "--speed", "4"});
    const Path again = play_log_file(home.path() / "state" / "hoitruong" / "replay");
    comes([&] { return shown_in(again).size() >= recorded.size(); });
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(program.end(SIGTERM), 0) << program.output();
    EXPECT_EQ(shown_in(again), recorded) << program.output();
    EXPECT_EQ(shown_in(log), recorded) << "the log that is replayed stays as it is";
}

}  // namespace
}  // namespace hall
