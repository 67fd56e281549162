// An operator's machine that starts where another one had commanded, over a real broker.
#include "app/linked.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/steady.h"
#include "conference/member_named.h"
#include "link/broker.h"
#include "link/follower.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

Now now() { return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()), steady_now()}; }

/// So many members that there are pages of them.
std::shared_ptr<const Snapshot> feed_of(std::uint64_t number, std::size_t members) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = number;
    snapshot->generation = std::to_string(number);
    for (std::size_t i = 0; i < members; ++i)
        snapshot->conference.members.push_back(test::member_named("Đơn vị " + std::to_string(i)));
    return snapshot;
}

class Desk {
public:
    Desk(const Path& folder, const test::Broker& broker) : show_(folder / "place.toml", now()) {
        options_.channel.publish = broker.url();
        options_.channel.token = folder / "token";
        EXPECT_TRUE(write_file_atomic(options_.channel.token, test::operators_token));
        Paths paths;
        paths.state = folder;
        auto opened = Linked::open(options_, paths, [] {});
        EXPECT_TRUE(opened);
        linked_ = *std::move(opened);
    }

    OnAir& show() { return show_; }
    void jump(const std::string& key) {
        const auto& steps = show_.rundown().steps;
        const auto found = std::ranges::find(steps, key, &Step::key);
        ASSERT_NE(found, steps.end()) << key;
        linked_->note_command(steady_now());
        show_.command({Verb::jump, static_cast<std::size_t>(found - steps.begin())}, now());
    }
    /// As the show's loop does; true where the feed is to be asked.
    bool turn() {
        linked_->take_news();
        const bool lacks = linked_->inherit(show_, now(), now().wall);
        asked_ |= lacks;
        linked_->publish(show_, now());
        return lacks;
    }
    bool asked() const { return asked_; }
    std::string fault() const { return linked_->report(now()).fault.en; }
    bool replaced() const { return linked_->replaced(); }

private:
    Options options_;
    OnAir show_;
    std::unique_ptr<Linked> linked_;
    bool asked_ = false;
};

class TwoDesks : public testing::Test {
protected:
    Path folder(const char* name) {
        std::filesystem::create_directories(folder_.path() / name);
        return folder_.path() / name;
    }
    static bool eventually(const auto& so, const auto&... desks) {
        for (int i = 0; i < 1500; ++i) {
            (desks->turn(), ...);
            if (so()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    /// The first commands a step, and a screen has heard it.
    void stand_on(const std::string& key) {
        first_->show().take(feed_of(1, 60), now());
        first_->jump(key);
        ChannelSettings settings{channel_address(broker_.url()).value()};
        settings.token = test::screens_token;
        Follower screen(std::move(settings));
        ASSERT_TRUE(eventually([&] { return screen.messages().take() != nullptr; }, first_));
    }

    const test::TemporaryFolder folder_;
    const test::Broker broker_;
    const std::unique_ptr<Desk> first_ = std::make_unique<Desk>(folder("first"), broker_);
};

TEST_F(TwoDesks, the_second_goes_on_where_the_first_stands_once_its_content_has_that_step) {
    stand_on("members/3");
    const auto second = std::make_unique<Desk>(folder("second"), broker_);
    second->show().take(feed_of(2, 3), now());
    ASSERT_TRUE(eventually([&] { return second->asked(); }, first_, second)) << "its content lacks the step";
    EXPECT_NE(second->fault().find("not in this one's content"), std::string::npos) << second->fault();
    EXPECT_FALSE(first_->replaced()) << "the screens are told nothing meanwhile";
    EXPECT_FALSE(second->turn()) << "the same content is not tried again";

    second->show().take(feed_of(3, 60), now());
    ASSERT_TRUE(eventually([&] { return first_->replaced(); }, first_, second));
    EXPECT_EQ(second->show().state().key, "members/3");
    EXPECT_EQ(second->fault(), "");
}

TEST_F(TwoDesks, a_command_that_was_given_to_the_second_counts) {
    stand_on("members/3");
    const auto second = std::make_unique<Desk>(folder("second"), broker_);
    second->show().take(feed_of(2, 3), now());
    ASSERT_TRUE(eventually([&] { return second->asked(); }, first_, second));
    second->jump("members/1");
    ASSERT_TRUE(eventually([&] { return first_->replaced(); }, first_, second));
    EXPECT_EQ(second->show().state().key, "members/1");
    EXPECT_EQ(second->fault(), "");
}

TEST_F(TwoDesks, a_command_before_anything_was_heard_counts) {
    stand_on("members/3");
    const auto second = std::make_unique<Desk>(folder("second"), broker_);
    second->show().take(feed_of(2, 60), now());
    second->jump("members/1");
    ASSERT_TRUE(eventually([&] { return first_->replaced(); }, first_, second));
    EXPECT_EQ(second->show().state().key, "members/1");
    EXPECT_FALSE(second->asked());
}

}  // namespace
}  // namespace hall
