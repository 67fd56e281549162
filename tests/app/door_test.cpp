/// What the hall sees of a feed that is edited: from files on disk through the feed's reader to the show, from one life
/// of the program to the next.
#include "app/door.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "feed/cache.h"
#include "feed/screen.h"
#include "feed/worker.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

const Instant morning = *parse_instant("2022-12-20T07:00:00+07:00", TimeZone());

Now at(int seconds) { return {morning, std::chrono::seconds(seconds)}; }

struct Words {
    std::string revision;
    std::string approved;
    std::string name = "Hà";
    std::string start = "08:00";
    std::string notice{};
    std::string photo{};
};

std::string feed_of(const Words& words) {
    return R"({"format": "hoitruong/1", "revision": ")" + words.revision +
           R"(", "conference": {"title": "Hội nghị", "approved": ")" + words.approved +
           R"("}, "agenda": [{"id": "mot", "start": "2022-12-20T)" + words.start +
           R"(", "end": "2022-12-20T11:00", "title": "Khai mạc"}],
           "awards": [{"id": "co", "rank": 1, "name": "Cờ", "visibility": "held",
                       "batches": [{"recipients": [{"kind": "person", "name": ")" +
           words.name + R"(", "photo": ")" + words.photo + R"("}]}]},
                      {"id": "bang", "rank": 2, "name": "Bằng", "visibility": "held",
                       "batches": [{"recipients": [{"kind": "person", "name": "Hải"}]}]}],
           "notices": [{"id": "n", "text": ")" +
           words.notice + R"("}]})";
}

class DoorTest : public testing::Test {
protected:
    DoorTest() { live(); }

    /// Another life of the program with the same folders.
    void live() {
        on_air_ = std::make_unique<OnAir>(folder_.path() / "place.toml", at(0));
        door_ = std::make_unique<Door>(AcceptedWords(folder_.path() / "accepted", "feed"));
        put(door_->start(morning));
    }
    void comes(const Words& words) {
        std::ofstream(folder_.path() / "conference.json") << feed_of(words);
        FeedSettings settings;
        settings.feed = (folder_.path() / "conference.json").string();
        auto snapshot = read_feed_once(settings);
        ASSERT_TRUE(snapshot) << snapshot.error().sentence.en;
        put(door_->offer(std::make_shared<const Snapshot>(*std::move(snapshot)), *on_air_));
    }
    void put(Door::Held snapshot) {
        if (snapshot) on_air_->take(std::move(snapshot), at(0));
    }
    void go_to(const std::string& key) {
        const auto& steps = on_air_->rundown().steps;
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.key == key; });
        ASSERT_NE(found, steps.end());
        on_air_->command({Verb::jump, static_cast<std::size_t>(found - steps.begin())}, at(0));
        put(door_->look(*on_air_));
    }
    void press(int seconds) { put(door_->press(std::chrono::seconds(seconds))); }

    std::string name() const {
        const Conference& conference = on_air_->snapshot().conference;
        return conference.awards.empty() ? "" : conference.awards[0].batches[0].recipients[0].name;
    }
    WaitsFor waits() const { return door_->waiting().why; }

    test::TemporaryFolder folder_;
    std::unique_ptr<OnAir> on_air_;
    std::unique_ptr<Door> door_;
};

TEST_F(DoorTest, without_approval_every_edit_is_shown_at_once) {
    comes({"r1", ""});
    comes({"r2", "", "Hạ"});
    EXPECT_EQ(name(), "Hạ");
    EXPECT_EQ(waits(), WaitsFor::nothing);
}

TEST_F(DoorTest, an_edit_of_approved_words_waits_and_is_told) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ"});
    EXPECT_EQ(name(), "Hà");
    EXPECT_EQ(waits(), WaitsFor::acceptance);
    ASSERT_EQ(door_->waiting().differences.size(), 1U);
    EXPECT_EQ(door_->waiting().differences[0].before, "Hà");
    EXPECT_EQ(door_->waiting().differences[0].after, "Hạ");
    EXPECT_EQ(door_->waiting().revision, "r2");
}

TEST_F(DoorTest, an_edit_that_takes_the_approval_away_waits_too) {
    comes({"r1", "r1"});
    comes({"r2", "", "Hạ"});
    EXPECT_EQ(name(), "Hà");
}

TEST_F(DoorTest, times_and_notices_pass_while_words_wait) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ", "08:30", "Mời vào phòng"});
    EXPECT_EQ(name(), "Hà");
    EXPECT_EQ(on_air_->snapshot().conference.agenda[0].start, *parse_instant("2022-12-20T08:30:00+07:00", TimeZone()));
    EXPECT_EQ(on_air_->snapshot().conference.notices[0].text, "Mời vào phòng");
    comes({"r3", "r1", "Hà", "08:45"});
    EXPECT_EQ(waits(), WaitsFor::nothing) << "no word is another any more";
    EXPECT_EQ(on_air_->snapshot().conference.revision, "r3");
}

TEST_F(DoorTest, what_the_leadership_approves_anew_needs_no_operator) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ"});
    comes({"r3", "r3", "Hạ"});
    EXPECT_EQ(name(), "Hạ");
    comes({"r4", "r3", "Hã"});
    EXPECT_EQ(name(), "Hạ");
}

TEST_F(DoorTest, an_approval_that_comes_later_protects_what_it_approves) {
    comes({"r1", ""});
    comes({"r2", "r1", "Hạ"});
    EXPECT_EQ(name(), "Hà") << "r1 is on air, and r1 is what was approved";
}

TEST_F(DoorTest, the_operator_accepts_by_two_deliberate_presses) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ"});
    press(100);
    EXPECT_TRUE(door_->waiting().asked);
    EXPECT_EQ(name(), "Hà") << "one press only asks";
    press(100);
    EXPECT_EQ(name(), "Hà") << "a bouncing key is one press";
    press(111);
    EXPECT_EQ(name(), "Hà") << "the first press is forgotten after ten seconds";
    press(113);
    EXPECT_EQ(name(), "Hạ");
    EXPECT_EQ(waits(), WaitsFor::nothing);
    comes({"r3", "r1", "Hã"});
    EXPECT_EQ(name(), "Hạ") << "what was accepted is protected like what was approved";
}

TEST_F(DoorTest, nobody_accepts_what_changed_between_the_presses) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ"});
    press(100);
    comes({"r3", "r1", "Hã"});
    EXPECT_FALSE(door_->waiting().asked);
    press(102);
    EXPECT_EQ(name(), "Hà");
    press(104);
    EXPECT_EQ(name(), "Hã");
}

TEST_F(DoorTest, during_an_award_news_waits_until_it_is_left) {
    comes({"r1", ""});
    go_to("award:co/b0/r0");
    comes({"r2", "", "Hạ"});
    EXPECT_EQ(name(), "Hà");
    EXPECT_EQ(waits(), WaitsFor::award);
    go_to("award:co/intro");
    EXPECT_EQ(name(), "Hà") << "another step of the same award";
    go_to("award:bang/intro");
    EXPECT_EQ(name(), "Hạ");
    EXPECT_EQ(waits(), WaitsFor::nothing);
}

TEST_F(DoorTest, during_an_award_the_operator_may_accept) {
    comes({"r1", ""});
    go_to("award:co/intro");
    comes({"r2", "", "Hạ"});
    press(100);
    press(102);
    EXPECT_EQ(name(), "Hạ");
}

TEST_F(DoorTest, what_waited_for_an_award_still_waits_for_acceptance_where_words_are_approved) {
    comes({"r1", "r1"});
    go_to("award:co/intro");
    comes({"r2", "r1", "Hạ"});
    EXPECT_EQ(waits(), WaitsFor::award);
    go_to("welcome");
    EXPECT_EQ(name(), "Hà");
    EXPECT_EQ(waits(), WaitsFor::acceptance);
}

TEST_F(DoorTest, after_a_restart_the_door_still_holds) {
    comes({"r1", "r1"});
    comes({"r2", "r1", "Hạ"});
    live();
    EXPECT_EQ(name(), "Hà") << "before anything was read";
    comes({"r2", "r1", "Hạ"});
    EXPECT_EQ(name(), "Hà");
    EXPECT_EQ(waits(), WaitsFor::acceptance);
    press(100);
    press(102);
    live();
    EXPECT_EQ(name(), "Hạ") << "what was accepted last";
}

TEST_F(DoorTest, a_restart_during_an_award_comes_back_to_its_words) {
    comes({"r1", ""});
    go_to("award:co/b0/r0");
    comes({"r2", "", "Hạ"});
    live();
    EXPECT_EQ(on_air_->state().key, "award:co/b0/r0");
    comes({"r2", "", "Hạ"});
    EXPECT_EQ(name(), "Hà");
    go_to("award:bang/intro");
    EXPECT_EQ(name(), "Hạ");
    live();
    EXPECT_EQ(name(), "") << "nothing is approved and no award was on air: nothing is remembered";
}

TEST_F(DoorTest, a_disk_that_keeps_nothing_is_told) {
    std::ofstream(folder_.path() / "accepted") << "a file where the folder should be";
    comes({"r1", "r1"});
    EXPECT_EQ(name(), "Hà");
    EXPECT_FALSE(door_->waiting().fault.empty());
}

TEST_F(DoorTest, a_following_screen_takes_what_was_accepted_on_the_operators_machine_and_nothing_else) {
    comes({"1", "1"});
    const std::string approved = on_air_->snapshot().generation;
    comes({"2", "1", "Hà Anh"});
    ASSERT_EQ(door_->waiting().why, WaitsFor::acceptance);
    EXPECT_FALSE(door_->accepted_there({}));
    EXPECT_FALSE(door_->accepted_there(approved)) << "the operator still shows the approved words";
    const std::string edited = sha256_hex(feed_of({"2", "1", "Hà Anh"}));
    put(door_->accepted_there(edited));
    EXPECT_NE(on_air_->snapshot().generation, approved);
    EXPECT_EQ(on_air_->snapshot().conference.revision, "2");
    EXPECT_EQ(door_->waiting().why, WaitsFor::nothing);
}

/// One life of the program's parts from a server to what is on air, with the folders of the lives before.
class Life {
public:
    Life(const Path& home, const std::string& feed, Network network)
        : on_air_(home / "place.toml", at(0)), door_(AcceptedWords(home / "accepted", feed)) {
        const Door::Held accepted = door_.start(morning);
        FeedSettings settings = screen_.settings(feed, home / "cache");
        settings.network = network;
        settings.on_air = accepted;
        worker_ = std::make_unique<FeedWorker>(settings);
        put(accepted);
    }

    bool comes(const std::function<bool()>& wanted) {
        return screen_.wait(*worker_, [&](const test::Screen& screen) {
            if (screen.snapshot && screen.snapshot->number != offered_) {
                offered_ = screen.snapshot->number;
                put(door_.offer(screen.snapshot, on_air_));
            }
            return wanted();
        });
    }
    void refresh() { worker_->refresh(); }
    void accept() {
        put(door_.press(std::chrono::seconds(100)));
        put(door_.press(std::chrono::seconds(102)));
    }
    WaitsFor waits() const { return door_.waiting().why; }
    std::string name() const {
        const auto& awards = on_air_.snapshot().conference.awards;
        return awards.empty() ? "" : awards[0].batches[0].recipients[0].name;
    }
    bool has(const std::string& picture) const { return on_air_.snapshot().pictures.contains(picture); }

private:
    void put(Door::Held snapshot) {
        if (!snapshot) return;
        worker_->on_air(snapshot);
        on_air_.take(std::move(snapshot), at(0));
    }

    OnAir on_air_;
    Door door_;
    test::Screen screen_;
    std::uint64_t offered_ = 0;
    std::unique_ptr<FeedWorker> worker_;
};

TEST(DoorAndPictures, those_of_the_words_on_air_outlive_power_and_network_while_others_wait) {
    const test::TemporaryFolder home;
    test::Nginx server;
    const std::string feed = server.url("conference.json");
    const auto kept = [&] {
        std::set<std::string> names;
        if (const auto generation = Cache(home.path() / "cache", feed).load())
            for (const CachedPicture& picture : generation->pictures) names.insert(picture.source);
        return names;
    };
    server.serve("cu.png", "pixels");
    server.serve("moi.png", "new pixels");
    server.serve("conference.json", feed_of({"r1", "r1", "Hà", "08:00", "", "cu.png"}));
    {
        Life life(home.path(), feed, Network::online);
        ASSERT_TRUE(life.comes([&] { return life.name() == "Hà" && life.has("cu.png"); }));
        server.serve("conference.json", feed_of({"r2", "r1", "Hạ", "08:00", "", "moi.png"}));
        life.refresh();
        ASSERT_TRUE(life.comes([&] { return life.waits() == WaitsFor::acceptance && life.has("moi.png"); }));
        EXPECT_EQ(life.name(), "Hà");
        EXPECT_TRUE(life.has("cu.png"));
        ASSERT_TRUE(life.comes([&] { return kept().contains("moi.png"); }));
        EXPECT_EQ(kept(), (std::set<std::string>{"cu.png", "moi.png"}));
    }
    server.stop();
    {
        Life life(home.path(), feed, Network::offline);
        ASSERT_TRUE(life.comes([&] { return life.waits() == WaitsFor::acceptance; }));
        EXPECT_EQ(life.name(), "Hà");
        EXPECT_TRUE(life.has("cu.png"));
    }
    server.start();
    server.remove("cu.png");
    Life life(home.path(), feed, Network::online);
    ASSERT_TRUE(life.comes([&] { return life.waits() == WaitsFor::acceptance && life.has("cu.png"); }));
    life.accept();
    EXPECT_EQ(life.name(), "Hạ");
    EXPECT_TRUE(life.comes([&] { return kept() == std::set<std::string>{"moi.png"}; })) << "nobody needs it any more";
}

}  // namespace
}  // namespace hall
