/// The running show and its place on disk, from one life of the program to the next.
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "app/on_air.h"
#include "app/resume.h"
#include "conference/member_named.h"
#include "net/temporary_folder.h"
#include "sealing/seal.h"

namespace {
std::atomic<int> waited_for_disk = 0;
}

/// The system's, counted.
extern "C" int fsync(int descriptor) {
    ++waited_for_disk;
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace hall {
namespace {

using std::chrono::hours;

const Instant evening = *parse_instant("2026-11-20T20:00:00+07:00", TimeZone());

Now at(int seconds, Instant wall = evening) { return {wall, std::chrono::seconds(seconds)}; }

/// Three members and one held award to these people.
std::shared_ptr<const Snapshot> feed_of(const std::vector<std::string>& names) {
    auto snapshot = std::make_shared<Snapshot>();
    Conference& conference = snapshot->conference;
    conference.identity.title = "Hội nghị tổng kết";
    for (const char* name : {"Đơn vị A", "Đơn vị B", "Đơn vị C"})
        conference.members.push_back(test::member_named(name));
    Award& award = conference.awards.emplace_back();
    award.id = "co";
    award.name = "Cờ thi đua";
    award.batches.emplace_back();
    for (const std::string& name : names) award.batches[0].recipients.emplace_back().name = name;
    return snapshot;
}

class OnAirTest : public testing::Test {
protected:
    Path file() const { return folder_.path() / "state" / "place.toml"; }

    /// A life of the program that ends with a power cut at the step of that key.
    void live_until(const std::string& key, const std::vector<std::string>& names, Instant wall = evening) {
        OnAir show(file(), at(0, wall));
        show.take(feed_of(names), at(0, wall));
        jump(show, key, at(10, wall));
        ASSERT_EQ(show.state().key, key);
    }

    static void jump(OnAir& show, const std::string& key, Now now) {
        const auto& steps = show.rundown().steps;
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.key == key; });
        show.command({Verb::jump, static_cast<std::size_t>(found - steps.begin())}, now);
    }

    /// What the next life shows first.
    std::string comes_back_at(const std::vector<std::string>& names, Instant wall = evening) {
        OnAir show(file(), at(0, wall));
        show.take(feed_of(names), at(0, wall));
        return show.state().key;
    }

    test::TemporaryFolder folder_;
};

TEST_F(OnAirTest, comes_back_to_the_named_winner) {
    live_until("award:co/b0/r0", {"An", "Bình"});
    EXPECT_EQ(comes_back_at({"An", "Bình"}), "award:co/b0/r0");
}

TEST_F(OnAirTest, a_feed_edited_while_it_was_off_names_nobody_new) {
    live_until("award:co/b0/r0", {"An", "Bình"});
    EXPECT_EQ(comes_back_at({"Bình", "An"}), "award:co/b0/r0/armed");
    live_until("award:co/b0/r0", {"An", "Bình"});
    EXPECT_EQ(comes_back_at({"Chi"}), "award:co/b0/r0/armed");
    live_until("award:co/b0/r1", {"An", "Bình", "Chi", "Dũng"});
    EXPECT_EQ(comes_back_at({"Dũng", "An", "Bình", "Chi"}), "award:co/b0/p0/armed");
}

TEST_F(OnAirTest, after_falling_back_the_place_on_disk_is_the_lesser_one) {
    live_until("award:co/b0/r0", {"An", "Bình"});
    ASSERT_EQ(comes_back_at({"Bình", "An"}), "award:co/b0/r0/armed");
    EXPECT_EQ(comes_back_at({"An", "Bình"}), "award:co/b0/r0/armed");
}

TEST_F(OnAirTest, an_edit_on_air_is_remembered_with_the_place) {
    {
        OnAir show(file(), at(0));
        show.take(feed_of({"An", "Bình", "Chi"}), at(0));
        jump(show, "award:co/b0/r0", at(1));
        show.take(feed_of({"Ân", "Bình", "Chi"}), at(2));  // a corrected name stays on the wall
        ASSERT_EQ(show.state().key, "award:co/b0/r0");
    }
    EXPECT_EQ(comes_back_at({"Ân", "Bình", "Chi"}), "award:co/b0/r0");
}

TEST_F(OnAirTest, the_file_names_nobody) {
    live_until("award:co/b0/r1", {"An", "Bình"});
    const auto text = read_file(file(), 65536);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->find("Bình"), std::string::npos) << *text;
}

TEST_F(OnAirTest, who_was_skipped_and_who_was_absent_is_known_after_a_power_cut) {
    const std::vector<std::string> names{"An", "Bình", "Chi", "Dũng"};
    {
        OnAir show(file(), at(0));
        show.take(feed_of(names), at(0));
        for (const auto& [recipient, attendance] : {std::pair{1, Attendance::skipped}, {2, Attendance::absent}}) {
            Remark remark{*recipient_mark(show.feeds().conference, {}, 0, 0, static_cast<std::size_t>(recipient))};
            remark.attendance = attendance;
            show.command({Verb::remark, 0, remark}, at(1));
        }
        jump(show, "award:co/b0/r1", at(2));
    }
    OnAir show(file(), at(0));
    show.take(feed_of(names), at(0));
    EXPECT_EQ(show.state().key, "award:co/b0/r1");
    const auto& recipients = show.snapshot().conference.awards[0].batches[0].recipients;
    ASSERT_EQ(recipients.size(), 3U);
    EXPECT_EQ(recipients[1].remark, "vắng mặt");
}

TEST_F(OnAirTest, who_is_skipped_on_a_page_of_several_leaves_the_others_on_the_wall) {
    auto feed = std::make_shared<Snapshot>(*feed_of({"An", "Bình", "Chi", "Dũng"}));
    feed->conference.awards[0].reveal = RevealMode::all;
    for (const std::size_t skipped : {3U, 0U}) {
        OnAir show(folder_.path() / std::to_string(skipped), at(0));
        show.take(feed, at(0));
        const auto& steps = show.rundown().steps;
        const auto page = std::ranges::find(steps, std::size_t{4}, &Step::revealed);
        ASSERT_NE(page, steps.end());
        show.command({Verb::jump, static_cast<std::size_t>(page - steps.begin())}, at(1));
        Remark remark{*recipient_mark(show.feeds().conference, {}, 0, 0, skipped)};
        remark.attendance = Attendance::skipped;
        show.command({Verb::remark, 0, remark}, at(2));
        const Step& step = show.rundown().steps[show.state().step];
        EXPECT_EQ(step.screen, ScreenId::award_group) << show.state().key;
        EXPECT_EQ(step.revealed, 3U) << show.state().key;
    }
}

TEST_F(OnAirTest, yesterdays_place_is_not_resumed_but_a_wrong_clock_does_not_matter) {
    live_until("members/1", {"An"});
    EXPECT_EQ(comes_back_at({"An"}, evening - hours(24 * 365)), "members/1");
    live_until("members/1", {"An"});
    EXPECT_EQ(comes_back_at({"An"}, evening + hours(12)), "members/1");
    live_until("members/1", {"An"});
    EXPECT_EQ(comes_back_at({"An"}, evening + hours(13)), "welcome");
}

TEST_F(OnAirTest, a_page_that_stays_for_hours_is_still_todays) {
    {
        OnAir show(file(), at(0));
        show.take(feed_of({"An"}), at(0));
        jump(show, "members/1", at(1));
        for (int hour = 1; hour <= 20; ++hour) show.tick(at(3600 * hour + 2, evening + hours(hour)));
    }
    EXPECT_EQ(comes_back_at({"An"}, evening + hours(21)), "members/1");
}

TEST_F(OnAirTest, automatic_lets_the_clock_move_the_show_again_and_after_a_restart) {
    OnAir show(file(), at(0));
    show.take(feed_of({"An"}), at(0));
    show.command({Verb::home}, at(1));
    show.tick(at(1000));
    ASSERT_EQ(show.state().key, "welcome");
    show.command({Verb::automatic}, at(1001));
    show.tick(at(1002));
    EXPECT_EQ(show.state().key, "welcome");
    EXPECT_EQ(load_place(file())->drive, Drive::by_clock);
    show.tick(at(1100));
    EXPECT_NE(show.state().key, "welcome");
}

TEST_F(OnAirTest, a_place_that_cannot_be_saved_is_told_until_it_can) {
    folder_.write("state", "a file where the folder should be");
    OnAir show(file(), at(0));
    EXPECT_TRUE(show.save_fault().empty());
    show.take(feed_of({"An"}), at(0));
    EXPECT_FALSE(show.save_fault().vi.empty());
    EXPECT_NE(show.save_fault().en.find(file().string()), std::string::npos) << show.save_fault().en;
    show.command({Verb::home}, at(1));
    EXPECT_EQ(show.state().drive, Drive::by_operator);

    std::filesystem::remove(folder_.path() / "state");
    show.tick(at(2));
    EXPECT_FALSE(show.save_fault().empty()) << "a disk that is full is not tried every frame";
    show.tick(at(30));
    EXPECT_TRUE(show.save_fault().empty());
    EXPECT_EQ(load_place(file())->drive, Drive::by_operator);
}

TEST_F(OnAirTest, saves_nothing_while_the_place_on_disk_is_another_shows) {
    OnAir show(file(), at(0));
    show.keep(Keeps::nothing);
    show.take(feed_of({"Nguyễn Văn A"}), at(0));
    show.command({Verb::next}, at(10));
    show.tick(at(11));
    EXPECT_FALSE(load_place(file()));
    EXPECT_TRUE(show.save_fault().empty()) << "it is meant so";
    show.keep(Keeps::place);
    show.tick(at(12));
    ASSERT_TRUE(load_place(file())) << "the other has ended";
    EXPECT_EQ(load_place(file())->key, show.state().key);
}

TEST_F(OnAirTest, hold_pressed_before_the_feed_comes_still_holds) {
    OnAir show(file(), at(0));
    show.command({Verb::hold}, at(1));
    show.take(feed_of({"An"}), at(2));
    EXPECT_EQ(show.state().cover, Cover::hold);
    show.command({Verb::hold}, at(3));
    EXPECT_EQ(show.state().cover, Cover::none);
    EXPECT_EQ(show.state().drive, Drive::by_operator);
}

TEST_F(OnAirTest, a_screen_that_follows_shows_the_holding_screen_until_it_is_commanded) {
    OnAir screen(file(), at(0), Role::follows);
    screen.take(feed_of({"Nguyễn Văn A"}), at(0));
    EXPECT_EQ(screen.state().cover, Cover::hold);
    ShowState commanded;
    commanded.key = "members/1";
    commanded.drive = Drive::by_operator;
    EXPECT_TRUE(screen.follow(commanded, at(1).steady, Entry::settled, at(1)));
    EXPECT_EQ(screen.state().key, "members/1");
    EXPECT_EQ(screen.state().cover, Cover::none);
    commanded.key = "members/99";
    EXPECT_FALSE(screen.follow(commanded, at(2).steady, Entry::settled, at(2)));
    EXPECT_EQ(screen.state().key, "members/1");

    OnAir again(file(), at(0), Role::follows);
    again.take(feed_of({"Nguyễn Văn A"}), at(0));
    EXPECT_EQ(again.state().key, "members/1") << "the last commanded step, without the channel";
    EXPECT_EQ(again.state().cover, Cover::none);
}

TEST_F(OnAirTest, the_operators_step_is_on_the_disk_at_once_and_a_followers_once_its_picture_stands) {
    OnAir desk(folder_.path() / "desk.toml", at(0)), screen(file(), at(0), Role::follows);
    for (OnAir* one : {&desk, &screen}) one->take(feed_of({"Nguyễn Văn A"}), at(0));
    for (OnAir* one : {&desk, &screen}) one->settle(at(0));
    const auto waits = [](const auto& act) {
        const int before = waited_for_disk;
        act();
        return waited_for_disk - before;
    };
    EXPECT_GT(waits([&] { jump(desk, "members/1", at(1)); }), 0);
    EXPECT_EQ(waits([&] { desk.settle(at(1)); }), 0);
    EXPECT_EQ(waits([&] { EXPECT_TRUE(screen.follow(desk.state(), at(1).steady, Entry::settled, at(1))); }), 0);
    EXPECT_EQ(load_place(file())->key, "members/1") << "a kill would not lose it";
    EXPECT_GT(waits([&] { screen.settle(at(1)); }), 0);
    EXPECT_EQ(waits([&] { screen.settle(at(2)); }), 0);
}

TEST_F(OnAirTest, content_that_loses_the_commanded_step_leaves_the_holding_screen) {
    OnAir screen(file(), at(0), Role::follows);
    screen.take(feed_of({"Nguyễn Văn A"}), at(0));
    ShowState commanded;
    commanded.key = "award:co/b0/r0";
    commanded.drive = Drive::by_operator;
    ASSERT_TRUE(screen.follow(commanded, at(1).steady, Entry::settled, at(1)));
    auto shorter = std::make_shared<Snapshot>(*feed_of({}));
    shorter->conference.awards.clear();
    screen.take(shorter, at(2));
    EXPECT_EQ(screen.state().cover, Cover::hold);
    screen.take(feed_of({"Nguyễn Văn A"}), at(3));
    EXPECT_TRUE(screen.follow(commanded, at(4).steady, Entry::settled, at(4)));
    EXPECT_EQ(screen.state().cover, Cover::none);
}

TEST_F(OnAirTest, a_cover_reaches_a_screen_that_lacks_the_step_and_only_a_step_lifts_it) {
    OnAir screen(file(), at(0), Role::follows);
    screen.take(feed_of({"Nguyễn Văn A"}), at(0));
    ShowState commanded;
    commanded.key = "members/1";
    commanded.drive = Drive::by_operator;
    ASSERT_TRUE(screen.follow(commanded, at(1).steady, Entry::settled, at(1)));
    commanded.key = "members/99";
    commanded.cover = Cover::black;
    EXPECT_FALSE(screen.follow(commanded, at(2).steady, Entry::settled, at(2)));
    EXPECT_EQ(screen.state().cover, Cover::black);
    EXPECT_EQ(load_place(file())->cover, Cover::black);
    commanded.cover = Cover::none;
    EXPECT_FALSE(screen.follow(commanded, at(3).steady, Entry::settled, at(3)));
    EXPECT_EQ(screen.state().cover, Cover::black) << "the page below is not what is commanded";
    commanded.key = "members/1";
    EXPECT_TRUE(screen.follow(commanded, at(4).steady, Entry::settled, at(4)));
    EXPECT_EQ(screen.state().cover, Cover::none);
}

TEST_F(OnAirTest, a_screen_that_follows_calls_whom_the_desk_calls) {
    OnAir desk(folder_.path() / "desk.toml", at(0)), screen(file(), at(0), Role::follows);
    for (OnAir* one : {&desk, &screen}) one->take(feed_of({"An", "Bình", "Chi", "Dũng", "Em", "Giang"}), at(0));
    const std::size_t steps = desk.rundown().steps.size();
    Remark remark{*recipient_mark(desk.feeds().conference, {}, 0, 0, 1)};
    remark.attendance = Attendance::skipped;
    desk.command({Verb::remark, 0, remark}, at(2));
    Command say{Verb::say};
    say.said.urgent = "Có cháy";
    desk.command(say, at(3));
    const auto& called = desk.rundown().steps;
    const auto second = std::ranges::find(called, std::optional<std::size_t>(1), &Step::recipient);
    ASSERT_NE(second, called.end());
    desk.command({Verb::jump, static_cast<std::size_t>(second - called.begin())}, at(4));
    ASSERT_EQ(desk.rundown().steps.size(), steps - 1);

    ASSERT_TRUE(screen.follow(desk.state(), at(4).steady, Entry::settled, at(4)));
    EXPECT_EQ(screen.state().key, desk.state().key);
    EXPECT_EQ(screen.state().step, desk.state().step);
    EXPECT_EQ(screen.rundown().steps.size(), steps - 1);
    EXPECT_EQ(screen.snapshot().conference.awards[0].batches[0].recipients[1].name, "Chi");
    ASSERT_EQ(screen.snapshot().conference.notices.size(), 1U);
    EXPECT_EQ(screen.snapshot().conference.notices[0].text, "Có cháy");
    const auto kept = load_place(file());
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->remarks.empty()) << "what may name somebody is on no screen's disk";
    EXPECT_EQ(kept->said, Said{});
}

TEST_F(OnAirTest, what_is_remarked_about_somebody_yet_unknown_waits_for_the_content) {
    OnAir desk(folder_.path() / "desk.toml", at(0)), screen(file(), at(0), Role::follows);
    desk.take(feed_of({"An", "Bình", "Chi"}), at(0));
    screen.take(feed_of({"An", "Bình"}), at(0));
    Remark remark{*recipient_mark(desk.feeds().conference, {}, 0, 0, 2)};
    remark.attendance = Attendance::absent;
    desk.command({Verb::remark, 0, remark}, at(1));
    ASSERT_TRUE(screen.follow(desk.state(), at(1).steady, Entry::settled, at(1)));
    screen.take(feed_of({"An", "Bình", "Chi"}), at(2));
    EXPECT_EQ(screen.snapshot().conference.awards[0].batches[0].recipients[2].remark, "vắng mặt");
}

TEST_F(OnAirTest, a_missing_key_is_missing_no_more_once_it_is_typed) {
    auto feed = std::make_shared<Snapshot>(*feed_of({"An"}));
    Conference& conference = feed->conference;
    Award& award = conference.awards[0];
    conference.sealing = new_sealing(SealKind::real);
    const SealKey key = SealKey::random();
    Contents contents;
    contents.batches = award.batches;
    award.batches[0].places = 1;
    award.batches[0].recipients.assign(1, {});
    award.sealed = seal(write_contents(contents, {}), 4096, {conference.sealing, award.id}, key);
    OnAir show(file(), at(0));
    show.take(feed, at(0));
    jump(show, "award:co/b0/r0", at(1));
    EXPECT_NE(show.key_fault().en.find("F9"), std::string::npos) << show.key_fault().en;
    EXPECT_FALSE(show.hold_key("ba bon"));
    EXPECT_FALSE(show.key_fault().empty());
    ASSERT_TRUE(show.hold_key(key.words()));
    EXPECT_TRUE(show.key_fault().empty()) << show.key_fault().en;
}

}  // namespace
}  // namespace hall
