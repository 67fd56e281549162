/// One broker, one operator, four screens: real processes, and everything that can happen to them, at random.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string_view>
#include <thread>

#include "app/program.h"
#include "link/broker.h"
#include "link/channel.h"
#include "link/listener.h"
#include "link/message.h"
#include "net/temporary_folder.h"
#include "net/wire.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t screen_count = 4;
/// The test command's; HALL_COMMANDS asks for more.
constexpr int few_commands = 40;
constexpr int between_faults = 6;  // commands
constexpr unsigned seed = 20221220;

int command_count() {
    const char* wished = std::getenv("HALL_COMMANDS");
    return wished ? std::atoi(wished) : few_commands;
}

/// The channel's own memory, unless HALL_CHANNEL_STORE asks for redis.
std::unique_ptr<test::Redis> wished_store() {
    const char* wished = std::getenv("HALL_CHANNEL_STORE");
    return wished && std::string_view(wished) == "redis" ? std::make_unique<test::Redis>() : nullptr;
}

/// What stood on a screen that was to be read: the holding screen says nothing, and before content there is none.
struct Shown {
    std::size_t step = 0;
    Cover cover = Cover::none;

    bool operator==(const Shown&) const = default;
};

class Machine {
public:
    Machine(const Path& home, const std::string& display, const std::string& token)
        : home_(home), program_(home, display) {
        std::filesystem::create_directories(home);
        const Path file = home / "token";
        if (!write_file_atomic(file, token + "\n")) throw std::runtime_error("no token file");
    }

    void start(const std::string& part, const std::string& channel, const std::string& name) {
        program_.start({"show", test::bundled, part, channel, "--token", (home_ / "token").string(), "--name", name,
                        "--window", "320x180", "--renderer", "software", "--at", "2022-12-20T09:00:00+07:00"});
    }
    test::Program& program() { return program_; }
    std::vector<Shown> shown() const {
        std::vector<Shown> all;
        for (const Play& play : read_plays(play_log_file(home_ / "state" / "hoitruong")))
            if (play.steps > 1 && play.cover != Cover::hold && play.cause != Cause::end)
                all.push_back({play.step, play.cover});
        return all;
    }
    /// The last line, hold included.
    std::optional<Shown> last() const {
        const auto plays = read_plays(play_log_file(home_ / "state" / "hoitruong"));
        if (plays.empty()) return std::nullopt;
        return Shown{plays.back().step, plays.back().cover};
    }

private:
    Path home_;
    test::Program program_;
};

/// How long screens took from command to picture, as they say themselves.
class Delays {
public:
    explicit Delays(const test::Broker& broker)
        : listener_({channel_address(broker.url()).value().screens,
                     test::operators_token,
                     {},
                     [this](const std::string& data) { hear(data); },
                     [](bool, const Sentence&) {},
                     {}}) {}

    std::vector<Milliseconds> sorted() {
        const std::lock_guard lock(mutex_);
        std::vector<Milliseconds> all;
        for (const auto& [what, delay] : delays_) all.push_back(delay);
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    void hear(const std::string& data) {
        const auto said = decode_acknowledgement(data);
        if (!said || !said->delay) return;
        const std::lock_guard lock(mutex_);
        delays_.try_emplace({said->screen, said->session, said->sequence}, *said->delay);
    }

    std::mutex mutex_;
    std::map<std::tuple<std::string, OperatorRun, std::uint64_t>, Milliseconds> delays_;
    Listener listener_;
};

class SeveralScreens : public testing::Test {
protected:
    SeveralScreens() : delays_(broker_), chair_(home_.path() / "chair", desk_.display(), test::operators_token) {
        chair_.start("--publish", broker_.url(), "chair");
        for (std::size_t i = 0; i < screen_count; ++i) {
            screens_.push_back(std::make_unique<Machine>(home_.path() / ("screen-" + std::to_string(i)),
                                                         walls_.display(), test::screens_token));
            wires_.push_back(std::make_unique<test::Wire>(broker_.server().port()));
            start(i);
        }
    }

    void start(std::size_t screen) {
        screens_[screen]->start("--follow", wires_[screen]->url("hall"), "screen-" + std::to_string(screen));
    }
    void press(const std::string& keys) { desk_.run("xdotool key --delay 2 " + keys); }
    int random(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

    void command() {
        switch (random(0, 9)) {
            case 0: return press("h");
            case 1: return press("b");
            case 2: return press("Prior");
            case 3: return press("Next");
            default: break;
        }
        std::string keys;
        for (const char digit : std::to_string(random(1, 30))) keys += std::string(1, digit) + " ";
        press(keys + "Return");
    }

    void something_goes_wrong() {
        const auto screen = static_cast<std::size_t>(random(0, screen_count - 1));
        wires_[screen]->mend();
        switch (random(0, 5)) {
            case 0:
            case 1:
                screens_[screen]->program().end(SIGKILL);
                start(screen);
                break;
            case 2:
                chair_.program().end(SIGKILL);
                chair_.start("--publish", broker_.url(), "chair");
                std::this_thread::sleep_for(1s);
                break;
            case 3:
                broker_.server().stop();
                std::this_thread::sleep_for(std::chrono::milliseconds(random(0, 300)));
                broker_.server().start();
                break;
            case 4: wires_[screen]->cut(); break;  // until it is this screen's turn again, or the end
            default:  // a screen that stands still for a while, and then hears everything at once
                ::kill(screens_[screen]->program().pid(), SIGSTOP);
                std::this_thread::sleep_for(std::chrono::milliseconds(random(50, 500)));
                ::kill(screens_[screen]->program().pid(), SIGCONT);
        }
    }

    bool all_stand_on(const Shown& wanted) {
        return std::all_of(screens_.begin(), screens_.end(),
                           [&](const auto& screen) { return screen->last() == wanted; });
    }
    /// On whatever the operator's picture shows.
    bool come_together() {
        for (int i = 0; i < 300; ++i) {
            const auto wanted = chair_.last();
            if (wanted && wanted->step > 0 && all_stand_on(*wanted)) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }

    test::TemporaryFolder home_;
    Xvfb desk_{640, 360}, walls_{640, 360};
    std::unique_ptr<test::Redis> store_ = wished_store();
    test::Broker broker_ = store_ ? test::Broker(*store_) : test::Broker();
    Delays delays_;
    std::vector<std::unique_ptr<test::Wire>> wires_;  ///< one a screen
    Machine chair_;
    std::vector<std::unique_ptr<Machine>> screens_;
    std::mt19937 random_{seed};
};

/// Whatever was readable on a screen was readable at the operator's, in the same order; some of it may be skipped.
std::string first_uncommanded(const std::vector<Shown>& seen, const std::vector<Shown>& commanded) {
    auto place = commanded.begin();
    for (const Shown& one : seen) {
        place = std::find(place, commanded.end(), one);
        if (place == commanded.end()) return "step " + std::to_string(one.step);
    }
    return {};
}

TEST_F(SeveralScreens, all_come_to_the_commanded_step_and_none_shows_another) {
    press("Home");
    ASSERT_TRUE(come_together()) << chair_.program().output() << screens_.front()->program().output();
    for (int i = 1; i <= command_count(); ++i) {
        command();
        if (i % between_faults == 0) something_goes_wrong();
    }
    press("7 Return");
    for (const auto& wire : wires_) wire->mend();
    EXPECT_TRUE(come_together());
    const std::vector<Shown> commanded = chair_.shown();
    for (const auto& screen : screens_) {
        EXPECT_GT(screen->shown().size(), 1U);
        EXPECT_EQ(first_uncommanded(screen->shown(), commanded), "");
    }
    const auto delays = delays_.sorted();
    ASSERT_FALSE(delays.empty());
    std::printf(
        "%d commands, %zu pages at the operator's; from command to picture on a screen, %zu times: median %lld "
        "ms, nine in ten within %lld ms\n",
        command_count(), commanded.size(), delays.size(), static_cast<long long>(delays[delays.size() / 2].count()),
        static_cast<long long>(delays[delays.size() * 9 / 10].count()));
}

}  // namespace
}  // namespace hall
