/// Several displays of one machine: who shows what, by connector, on a real Xorg whose displays come and go.
#include "app/side_screens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

#include "app/configuration.h"
#include "app/program.h"
#include "conference/member_named.h"
#include "net/temporary_folder.h"
#include "platform/xorg.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

TEST(RundownFor, a_screen_has_its_own_pages_whatever_the_feeds_order) {
    Conference conference;
    conference.rundown = {Cue{}};
    for (int i = 0; i < 40; ++i) conference.members.push_back(test::member_named("Đơn vị " + std::to_string(i)));
    const Rundown members = rundown_for(ScreenId::members, conference);
    EXPECT_GT(members.steps.size(), 1U);
    for (const Step& step : members.steps) EXPECT_EQ(step.screen, ScreenId::members);
    const Rundown nothing = rundown_for(ScreenId::agenda, conference);
    ASSERT_EQ(nothing.steps.size(), 1U);
    EXPECT_EQ(nothing.steps[0].screen, ScreenId::holding);
}

TEST(RundownFor, nothing_that_waits_for_an_operator_stands_where_none_is) {
    Conference conference;
    conference.covenant.title = "Giao ước";
    conference.covenant.pledges = {"Một"};
    conference.covenant.signatories.resize(3);
    for (const Step& step : rundown_for(ScreenId::covenant, conference).steps)
        EXPECT_EQ(step.advance, Advance::by_time) << step.key;
}

TEST(Configuration, binds_screens_to_displays_and_refuses_awards) {
    const test::TemporaryFolder folder;
    Options options;
    ASSERT_TRUE(read_configuration(folder.write("a.toml",
                                                "[[screen]]\ndisplay = \"HDMI-1\"\nshow = \"main\"\n"
                                                "[[screen]]\ndisplay = \"EPSON\"\nshow = \"agenda-day\"\n"),
                                   options));
    EXPECT_TRUE(options.notes.empty());
    EXPECT_EQ(options.display, "HDMI-1");
    EXPECT_EQ(options.screens, (std::vector<ScreenRole>{{"EPSON", ScreenId::agenda_day}}));
    Options desk;
    ASSERT_TRUE(read_configuration(folder.write("c.toml", "[[screen]]\ndisplay = \"DP-2\"\nshow = \"mc\"\n"), desk));
    EXPECT_EQ(desk.mc, "DP-2");
    EXPECT_TRUE(desk.screens.empty());
    for (const char* wrong : {"award-reveal", "nothing"}) {
        Options other;
        const std::string text = "[[screen]]\ndisplay = \"HDMI-1\"\nshow = \"" + std::string(wrong) + "\"\n";
        ASSERT_TRUE(read_configuration(folder.write("b.toml", text), other));
        EXPECT_EQ(other.notes.size(), 1U) << wrong;
        EXPECT_TRUE(other.screens.empty()) << wrong;
    }
}

TEST(Configuration, names_a_screens_entry_that_cannot_be_used_and_takes_the_others) {
    const test::TemporaryFolder folder;
    const auto wrong = [&](const std::string& entry) {
        Options options;
        const Path file =
            folder.write("a.toml", "[[screen]]\ndisplay = \"EPSON\"\nshow = \"agenda\"\n[[screen]]\n" + entry);
        EXPECT_TRUE(read_configuration(file, options));
        EXPECT_EQ(options.screens, (std::vector<ScreenRole>{{"EPSON", ScreenId::agenda}})) << entry;
        EXPECT_EQ(options.display + options.mc, "") << entry;
        return options.notes.size() == 1 ? options.notes[0].en : std::string();
    };
    const std::string place = (folder.path() / "a.toml").string() + ":4: entry 2 of [[screen]] is left out: ";
    const std::string award = wrong("display = \"HDMI-2\"\nshow = \"award-reveal\"\n");
    EXPECT_EQ(award.find(place + "show = \"award-reveal\" cannot be used; there are main, mc, "), 0U) << award;
    EXPECT_NE(award.find(", members, "), std::string::npos) << award;
    EXPECT_EQ(award.find(", award-"), std::string::npos) << award;
    EXPECT_NE(wrong("display = \"HDMI-2\"\nshow = 5\n").find(place + "show = 5 "), std::string::npos);
    EXPECT_NE(wrong("display = 2\n").find(place + "display = 2 is no name"), std::string::npos);
    EXPECT_NE(wrong("show = \"main\"\n").find(place + "display = \"\" is no name"), std::string::npos);
    EXPECT_NE(wrong("display = \"HDMI-2\"\nshwo = \"report\"\n").find(place + "there is no key \"shwo\""),
              std::string::npos);
}

TEST(Options, one_screens_pages_stand_alone_and_on_no_channel) {
    const auto read = [](std::vector<std::string> words) {
        words.insert(words.begin(), "show");
        return read_options(
            words, [](const std::string&) { return std::nullopt; }, "");
    };
    EXPECT_FALSE(read({"--show", "main"})->show);
    EXPECT_EQ(read({"--show", "agenda-day"})->show, ScreenId::agenda_day);
    EXPECT_FALSE(read({"--show", "award-group"}));
    EXPECT_FALSE(read({"--show", "nothing"}));
    EXPECT_FALSE(read({"--show", "agenda", "--follow", "http://channel.example/hall"}));
}

TEST(ShowOf, one_screens_pages_rotates_through_them_and_no_other) {
    const test::TemporaryFolder home;
    const Xvfb screen(640, 360);
    std::string members;
    for (int i = 0; i < 60; ++i) members += (i ? "," : "") + std::string(R"({"name": "Đơn vị"})");
    home.write("conference.json", R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "members": [)" +
                                      members + R"(], "rundown": [{"screen": "welcome"}]})");
    test::Program program(home.path(), screen.display());
    program.start({"show", home.path().string(), "--show", "members", "--renderer", "software"});
    const auto plays = [&] { return read_plays(play_log_file(home.path() / "state" / "hoitruong")); };
    for (int i = 0; i < 100 && plays().empty(); ++i) std::this_thread::sleep_for(100ms);
    screen.run("xdotool key Page_Down");
    for (int i = 0; i < 100 && plays().size() < 2; ++i) std::this_thread::sleep_for(100ms);
    ASSERT_GE(plays().size(), 2U) << program.output();
    for (const Play& play : plays()) EXPECT_EQ(play.screen, "members");
    EXPECT_EQ(program.end(SIGTERM), 0);
}

class TwoDisplays : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(server_.running()) << "Xorg did not start";
        server_.mode("DUMMY1", "800x600", "--pos 640x0");
    }
    Image part(int x, int y, int width, int height) {
        std::ostringstream command;
        command << "import -silent -window root -crop " << width << 'x' << height << '+' << x << '+' << y
                << " -depth 8 rgba:-";
        const std::string pixels = server_.run(command.str());
        Image cut(width, height);
        if (pixels.size() == cut.rgba.size()) std::copy(pixels.begin(), pixels.end(), cut.rgba.begin());
        return cut;
    }
    static bool is_lit(const Image& image) {
        return std::any_of(image.rgba.begin(), image.rgba.end(), [i = 0](unsigned char value) mutable {
            return i++ % 4 != 3 && value > 150;  // letters
        });
    }
    bool comes(const auto& condition) {
        for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    }
    Image hall() { return part(0, 0, 640, 360); }
    Image foyer() { return part(640, 0, 800, 600); }

    test::TemporaryFolder home_;
    Xorg server_{home_.path() / "xorg.log"};
    test::Program program_{home_.path(), server_.display()};
};

TEST_F(TwoDisplays, each_shows_its_own_and_the_operators_keys_are_the_halls) {
    const Path file = home_.write("hall.toml",
                                  "[[screen]]\ndisplay = \"DUMMY0\"\nshow = \"main\"\n"
                                  "[[screen]]\ndisplay = \"DUMMY1\"\nshow = \"report\"\n");
    program_.start({"show", test::bundled, "--config", file.string(), "--renderer", "software", "--at",
                    "2022-12-20T09:00:00+07:00", "--reduced-motion"});
    ASSERT_TRUE(comes([&] { return is_lit(hall()) && is_lit(foyer()); })) << program_.output();
    server_.run("xdotool key Home");
    std::this_thread::sleep_for(500ms);
    server_.run("xdotool key b");
    EXPECT_TRUE(comes([&] { return !is_lit(hall()); })) << program_.output();
    EXPECT_TRUE(is_lit(foyer())) << "black is the hall's";
    server_.run("xdotool key b");
    EXPECT_TRUE(comes([&] { return is_lit(hall()); }));
    server_.put_out("DUMMY1");  // the program lights it again, in the display's own mode
    EXPECT_TRUE(comes([&] { return is_lit(part(1440, 0, 480, 720)) && is_lit(hall()); })) << program_.output();
    EXPECT_NE(program_.output().find("report on DUMMY1"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output();
}

TEST_F(TwoDisplays, a_role_whose_display_is_not_there_or_the_halls_leaves_the_hall_alone_and_is_told) {
    const Path file = home_.write("hall.toml",
                                  "[[screen]]\ndisplay = \"EPSON\"\nshow = \"members\"\n"
                                  "[[screen]]\ndisplay = \"DUMMY0\"\nshow = \"tasks\"\n");
    program_.start({"show", test::bundled, "--config", file.string(), "--display", "DUMMY0", "--renderer", "software",
                    "--at", "2022-12-20T07:00:00+07:00"});
    ASSERT_TRUE(comes([&] { return is_lit(hall()); })) << program_.output();
    EXPECT_FALSE(is_lit(foyer()));
    EXPECT_NE(program_.output().find("no display of its own fits 'EPSON'"), std::string::npos) << program_.output();
    test::Program asker(home_.path(), "", "asked.txt");
    ASSERT_TRUE(comes([&] {
        asker.run({"status"});
        return asker.output().find("\"EPSON\" (Members)") != std::string::npos;
    })) << asker.output();
    EXPECT_NE(asker.output().find("\"DUMMY0\" (Key tasks)"), std::string::npos) << asker.output();
    EXPECT_NE(asker.output().find("Another picture is on that display"), std::string::npos) << asker.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(TwoDisplays, a_screen_or_an_mcs_page_without_a_renderer_is_named_until_it_is_back) {
    server_.mode("DUMMY2", "640x360", "--pos 1440x0");
    const Path file = home_.write("hall.toml", "[[screen]]\ndisplay = \"DUMMY1\"\nshow = \"members\"\n");
    const Path refusal = home_.path() / "refuse";
    program_.set("LD_PRELOAD", HALL_LOST_READINGS);
    program_.set("HALL_REFUSE", refusal.string());
    program_.set("ASAN_OPTIONS", "verify_asan_link_order=0");
    program_.start({"show", test::bundled, "--config", file.string(), "--display", "DUMMY0", "--mc=DUMMY2",
                    "--renderer", "software", "--at", "2022-12-20T07:00:00+07:00"});
    const auto mcs = [&] { return part(1440, 0, 640, 360); };
    ASSERT_TRUE(comes([&] { return is_lit(hall()) && is_lit(foyer()) && is_lit(mcs()); })) << program_.output();
    test::Program asker(home_.path(), "", "asked.txt");
    const auto said = [&] {
        asker.run({"status"});
        const auto says = [&](const char* words) { return asker.output().find(words) != std::string::npos; };
        return (says("\"DUMMY1\" (Members) cannot be drawn on") ? 1 : 0) +
               (says("\"DUMMY2\" (the MC's page) cannot be drawn on") ? 1 : 0);
    };
    EXPECT_EQ(said(), 0) << asker.output();
    home_.write("refuse", "");
    // All are looked at and tried every ten seconds, by a loop that wakes every five.
    const auto named = [&] { return said() == 2; };
    EXPECT_TRUE(comes(named) || comes(named)) << asker.output() << program_.output();
    EXPECT_FALSE(is_lit(foyer()));
    EXPECT_FALSE(is_lit(mcs()));
    std::filesystem::remove(refusal);
    const auto back = [&] { return is_lit(foyer()) && is_lit(mcs()) && said() == 0; };
    EXPECT_TRUE(comes(back) || comes(back)) << asker.output() << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
}

TEST_F(TwoDisplays, the_mcs_page_moves_with_its_display_and_is_not_the_halls) {
    program_.start({"show", test::bundled, "--display", "DUMMY0", "--mc", "--renderer", "software", "--at",
                    "2022-12-20T09:00:00+07:00", "--reduced-motion"});
    ASSERT_TRUE(comes([&] { return is_lit(hall()) && is_lit(foyer()); })) << program_.output();
    server_.run("xdotool key 2 Return");  // the flag ceremony: nothing moves there
    server_.run("xdotool key b");
    ASSERT_TRUE(comes([&] { return !is_lit(hall()); })) << program_.output();
    EXPECT_TRUE(is_lit(foyer())) << "black is the hall's, and the MC goes on reading";
    server_.mode("DUMMY1", "800x600", "--pos 0x360");
    // While the server lays its memory out anew, what stood there is scattered over it: that is no page yet.
    EXPECT_TRUE(comes([&] { return is_lit(part(0, 360, 800, 600)) && !is_lit(hall()); })) << program_.output();
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(is_lit(part(0, 360, 800, 600)));
    EXPECT_FALSE(is_lit(hall())) << "the MC's page lies over the hall's";
    EXPECT_EQ(program_.end(SIGTERM), 0) << program_.output();
}

TEST_F(TwoDisplays, identify_says_which_is_which) {
    program_.start({"identify", "--renderer", "software"});
    ASSERT_TRUE(comes([&] { return is_lit(hall()) && is_lit(foyer()); })) << program_.output();
    EXPECT_NE(program_.output().find("DUMMY1"), std::string::npos) << program_.output();
    EXPECT_NE(program_.output().find("800x600+640+0"), std::string::npos) << program_.output();
    server_.run("xdotool key space");
    EXPECT_EQ(program_.wait(), 0);
}

}  // namespace
}  // namespace hall
