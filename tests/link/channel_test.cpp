/// Publisher and followers on a real broker.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

#include "link/broker.h"
#include "link/follower.h"
#include "link/messages.h"
#include "link/poster.h"
#include "link/publisher.h"
#include "net/temporary_folder.h"
#include "net/wire.h"

namespace hall {
namespace {

using test::Broker;

ChannelSettings settings_of(const Broker& broker, const std::string& token, const std::string& name = {}) {
    ChannelSettings settings{channel_address(broker.url()).value()};
    settings.token = token;
    settings.name = name;
    settings.repeat = Milliseconds(200);
    return settings;
}

/// The patience of a test is not what it measures.
bool eventually(const std::function<bool()>& so) {
    for (int i = 0; i < 2000; ++i) {
        if (so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

/// A screen that obeys and says so, without a picture.
class Screen {
public:
    explicit Screen(ChannelSettings settings) : follower_(std::make_unique<Follower>(std::move(settings))) {}

    std::size_t step() {
        look();
        return obeyed_ ? obeyed_->state.step : 0;
    }
    ChannelStatus status() {
        look();
        return status_;
    }
    std::size_t obeyed() const { return count_; }
    Follower& follower() { return *follower_; }

private:
    void look() {
        if (const auto status = follower_->statuses().take()) status_ = *status;
        const auto message = follower_->messages().take();
        if (!message) return;
        ++count_;
        obeyed_ = *message;
        follower_->shown(test::acknowledgement_of(*message, ""));
    }

    std::unique_ptr<Follower> follower_;
    std::optional<ShowMessage> obeyed_;
    ChannelStatus status_;
    std::size_t count_ = 0;
};

class Operator {
public:
    explicit Operator(ChannelSettings settings) : publisher_(waking(std::move(settings), ready_)) {
        ready_ = &publisher_;
        take_over(publisher_);
    }
    ~Operator() { ready_ = nullptr; }
    void be_at(std::size_t step) {
        ShowMessage message = test::lively_message();
        message.state.step = step;
        publisher_.publish(message);
    }
    ScreensReport screens() {
        if (const auto report = publisher_.screens().take()) screens_ = *report;
        return screens_;
    }
    ChannelStatus status() {
        if (const auto status = publisher_.statuses().take()) status_ = *status;
        return status_;
    }

    /// What it was told of an operator before it.
    std::optional<std::size_t> inherited() const {
        return inherited_ < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(inherited_));
    }

private:
    void take_over(Publisher& publisher) {
        const auto before = publisher.inherited().take();
        if (!before) return;
        inherited_ = static_cast<int>(before->state.step);
        publisher.begin();
    }
    ChannelSettings waking(ChannelSettings settings, std::atomic<Publisher*>& ready) {
        settings.wake = [this, &ready] {
            if (Publisher* const publisher = ready.load()) take_over(*publisher);
        };
        return settings;
    }

    std::atomic<Publisher*> ready_ = nullptr;
    std::atomic<int> inherited_ = -1;
    Publisher publisher_;
    ScreensReport screens_;
    ChannelStatus status_;
};

TEST(Channel, screens_come_to_the_operators_step_and_the_operator_knows) {
    Broker broker;
    Operator chair(settings_of(broker, test::operators_token));
    chair.be_at(1);
    Screen north(settings_of(broker, test::screens_token, "north"));
    EXPECT_TRUE(eventually([&] { return north.step() == 1; })) << "who joins late";
    Screen south(settings_of(broker, test::screens_token, "south"));
    chair.be_at(2);
    EXPECT_TRUE(eventually([&] { return north.step() == 2 && south.step() == 2; }));
    EXPECT_TRUE(eventually([&] { return chair.screens().showing() == 2; }));
    EXPECT_EQ(summary(chair.screens()).en, "2 of 2 screens show step 3.");
    EXPECT_TRUE(eventually([&] { return north.follower().clock().unsure().has_value(); }));
    EXPECT_LT(std::chrono::abs(*north.follower().clock().wall_error()), Milliseconds(1000));
}

TEST(Channel, a_repeated_message_is_obeyed_once) {
    Broker broker;
    Operator chair(settings_of(broker, test::operators_token));
    chair.be_at(4);
    chair.be_at(4);
    Screen north(settings_of(broker, test::screens_token, "north"));
    ASSERT_TRUE(eventually([&] { return north.step() == 4; }));
    const auto first = north.status().heard;
    EXPECT_TRUE(eventually([&] { return north.status().heard > first; })) << "the repetition is a sign of life";
    EXPECT_EQ(north.obeyed(), 1U);
}

TEST(Channel, a_broker_that_was_restarted_learns_the_state_again) {
    Broker broker;
    Operator chair(settings_of(broker, test::operators_token));
    Screen north(settings_of(broker, test::screens_token, "north"));
    chair.be_at(1);
    ASSERT_TRUE(eventually([&] { return north.step() == 1; }));
    broker.server().stop();
    ASSERT_TRUE(eventually([&] { return !north.status().open && !chair.status().fault.empty(); }));
    EXPECT_FALSE(north.status().fault.empty());
    chair.be_at(2);
    broker.server().start();
    EXPECT_TRUE(eventually([&] { return north.step() == 2; }));
    Screen late(settings_of(broker, test::screens_token, "late"));
    EXPECT_TRUE(eventually([&] { return late.step() == 2; }));
    EXPECT_TRUE(eventually([&] { return chair.status().fault.empty() && north.status().open; }));
    EXPECT_TRUE(eventually([&] { return chair.screens().showing() == 2; }));
}

TEST(Channel, a_network_that_falls_silent_is_noticed_and_once_it_speaks_the_screen_is_at_the_step) {
    Broker broker;
    test::Wire wire(broker.server().port());
    Operator chair(settings_of(broker, test::operators_token));
    ChannelSettings settings = settings_of(broker, test::screens_token, "north");
    settings.address = channel_address(wire.url("hall")).value();
    Screen north(std::move(settings));
    chair.be_at(1);
    ASSERT_TRUE(eventually([&] { return north.step() == 1; }));
    wire.cut();
    chair.be_at(2);
    EXPECT_TRUE(eventually([&] { return !north.status().open && !north.status().fault.empty(); }))
        << "nothing was closed: it must count the seconds itself";
    EXPECT_EQ(north.step(), 1U);
    wire.mend();
    EXPECT_TRUE(eventually([&] { return north.step() == 2 && north.status().open; }));
}

TEST(Channel, the_operator_that_was_started_last_commands_whatever_the_clocks_say) {
    Broker broker;
    Screen north(settings_of(broker, test::screens_token, "north"));
    {
        // A program whose clock is far ahead was here, and is not any more.
        Poster ahead({channel_address(broker.url()).value().state,
                      channel_address(broker.url()).value().time,
                      test::operators_token,
                      {},
                      Milliseconds(200),
                      [](const Sentence&) {}});
        ShowMessage message = test::lively_message();
        message.session.started = Instant(Milliseconds(4'000'000'000'000));
        ahead.post(encode(message));
        ASSERT_TRUE(eventually([&] { return north.step() == message.state.step; }));
    }
    Operator first(settings_of(broker, test::operators_token));
    first.be_at(1);
    ASSERT_TRUE(eventually([&] { return north.step() == 1; }));
    Operator second(settings_of(broker, test::operators_token));
    second.be_at(2);
    ASSERT_TRUE(eventually([&] { return north.step() == 2; }));
    EXPECT_EQ(second.inherited(), 1U) << "what the first had commanded";
    EXPECT_TRUE(eventually([&] { return first.status().fault.en.find("Another machine") == 0; }));
    first.be_at(3);
    second.be_at(4);
    EXPECT_TRUE(eventually([&] { return north.step() == 4; }));
    EXPECT_TRUE(second.status().fault.empty());
    EXPECT_TRUE(first.status().replaced);
    EXPECT_FALSE(second.status().replaced);
}

TEST(Channel, a_restarted_screen_knows_what_it_obeyed_last) {
    Broker broker;
    const test::TemporaryFolder folder;
    ChannelSettings settings = settings_of(broker, test::screens_token, "north");
    settings.mark = folder.path() / "state" / "mark";
    Operator chair(settings_of(broker, test::operators_token));
    chair.be_at(1);
    {
        Screen north(settings);
        ASSERT_TRUE(eventually([&] { return north.step() == 1; }));
        ASSERT_TRUE(eventually([&] { return std::filesystem::exists(settings.mark); }));
    }
    Screen north(settings);
    EXPECT_TRUE(eventually([&] { return north.step() == 1; }));
}

TEST(Channel, two_nodes_of_one_store_are_one_channel) {
    const test::Redis store;
    Broker here(store), there(store);
    Operator chair(settings_of(here, test::operators_token));
    chair.be_at(1);
    Screen north(settings_of(there, test::screens_token, "north"));
    EXPECT_TRUE(eventually([&] { return north.step() == 1; })) << "who joins late at the other node";
    chair.be_at(2);
    EXPECT_TRUE(eventually([&] { return north.step() == 2; }));
    EXPECT_TRUE(eventually([&] { return chair.screens().showing() == 1; })) << "heard at the operator's node";
    here.server().stop();
    there.server().stop();
    there.server().start();
    Screen late(settings_of(there, test::screens_token, "late"));
    EXPECT_TRUE(eventually([&] { return late.step() == 2; })) << "the store kept it, and nobody repeats it";
}

TEST(Channel, a_refused_token_is_told_in_words) {
    Broker broker;
    Operator chair(settings_of(broker, "guessed"));
    chair.be_at(1);
    EXPECT_TRUE(eventually([&] { return !chair.status().fault.empty(); }));
    Screen north(settings_of(broker, "guessed", "north"));
    EXPECT_TRUE(eventually([&] { return north.status().fault.en.find("allow") != std::string::npos; }));
}

}  // namespace
}  // namespace hall
