/// `status` and `log`, asked of the real program from another process.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <sstream>
#include <thread>

#include "app/program.h"
#include "base/file.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr int no_show = 69;
const std::string feed = R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Bí Mật"},
  "awards": [{"id": "co", "rank": 1, "name": "Cờ thi đua", "status": "decided", "visibility": "held",
              "decision": {"number": "12/QĐ", "date": "2022-12-15"},
              "batches": [{"recipients": [{"name": "Nguyễn Thị Trúng Giải", "kind": "person"}]}]}]})";

class StatusOfAShow : public testing::Test {
protected:
    void show() {
        nginx_.serve("conference.json", feed);
        program_.start({"show", nginx_.url("conference.json") + "?token=geheim", "--poll", "1", "--metrics",
                        (home_.path() / "hall.prom").string()});
    }
    int ask(const std::vector<std::string>& words) { return asker_.run(words); }
    bool says(const std::vector<std::string>& words, const std::string& wanted) {
        for (int i = 0; i < 150; ++i) {
            ask(words);
            if (asker_.output().find(wanted) != std::string::npos) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }
    void press(const std::string& keys) { screen_.run("xdotool key --delay 60 " + keys); }

    test::TemporaryFolder home_;
    test::Nginx nginx_;
    Xvfb screen_{640, 360};
    test::Program program_{home_.path(), screen_.display()};
    test::Program asker_{home_.path(), "", "asked.txt"};
};

TEST_F(StatusOfAShow, says_what_is_on_screen_and_that_it_ended) {
    EXPECT_EQ(ask({"status"}), no_show);
    EXPECT_EQ(ask({"status", "--json"}), no_show);
    EXPECT_EQ(asker_.output().find("{\n  \"running\": false,"), 0U) << asker_.output();
    EXPECT_NE(asker_.output().find("\"en\": \"No show is seen to run"), std::string::npos) << asker_.output();
    test::Program dark(home_.path(), ":9999", "dark.txt");
    EXPECT_EQ(dark.run({"show"}), no_show);
    EXPECT_EQ(ask({"status"}), no_show);
    EXPECT_NE(asker_.output().find("the last start came to none"), std::string::npos) << asker_.output();
    show();
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    EXPECT_EQ(ask({"status"}), 0) << asker_.output();
    const Path broken = home_.write("broken.toml", "[feed\n");
    EXPECT_EQ(ask({"status", "--config", broken.string()}), 0) << "what a broken file did is to be seen all the same";
    press("Home Page_Down");
    ASSERT_TRUE(says({"status", "--json"}, "\"step\": 2")) << asker_.output();
    EXPECT_NE(asker_.output().find("\"width\": 640"), std::string::npos) << asker_.output();
    EXPECT_NE(asker_.output().find("\"running\": true"), std::string::npos) << asker_.output();

    nginx_.stop();
    ASSERT_TRUE(says({"status"}, "Something is wrong")) << asker_.output();
    EXPECT_EQ(ask({"status"}), 1);

    EXPECT_EQ(program_.end(SIGTERM), 0);
    EXPECT_EQ(ask({"status"}), no_show);
    EXPECT_EQ(ask({"log"}), 0);
    EXPECT_NE(asker_.output().find("(operator)"), std::string::npos) << asker_.output();
    EXPECT_NE(asker_.output().find("(end)"), std::string::npos) << asker_.output();
}

TEST_F(StatusOfAShow, a_second_show_leaves_the_firsts_place_and_log_alone_until_that_ends) {
    show();
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    press("Home Page_Down");
    ASSERT_TRUE(says({"status", "--json"}, "\"step\": 2")) << asker_.output();
    const Path state = home_.path() / "state/hoitruong";
    Path place;
    for (const auto& one : std::filesystem::directory_iterator(state))
        if (one.path().filename().string().starts_with("place-")) place = one.path();
    const auto text_of = [](const Path& file) { return read_file(file, 1U << 20U).value(); };
    const std::string place_before = text_of(place), plays_before = text_of(state / "plays.jsonl");

    Xvfb other{640, 360};
    test::Program second(home_.path(), other.display(), "second.txt");
    second.start({"show", nginx_.url("conference.json") + "?token=geheim", "--poll", "1"});
    const auto comes = [](const auto& true_at_last) {
        for (int i = 0; i < 150 && !true_at_last(); ++i) std::this_thread::sleep_for(100ms);
        return true_at_last();
    };
    ASSERT_TRUE(comes([&] { return second.output().find("Another show already runs") != std::string::npos; }));
    std::this_thread::sleep_for(1s);
    other.run("xdotool key --delay 2500 Home Page_Down Page_Down");
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(text_of(place), place_before);
    EXPECT_EQ(text_of(state / "plays.jsonl"), plays_before);

    EXPECT_EQ(program_.end(SIGTERM), 0);
    EXPECT_TRUE(comes([&] { return text_of(place) != place_before; })) << "now there is only this one";
    ASSERT_TRUE(says({"status", "--json"}, "\"step\": 3")) << asker_.output();
    other.run("xdotool key Page_Up");
    EXPECT_TRUE(comes([&] {
        const std::string plays = text_of(state / "plays.jsonl");
        return plays.find("\"operator\"", plays.find("\"end\"")) != std::string::npos;
    })) << text_of(state / "plays.jsonl");
    EXPECT_EQ(second.end(SIGTERM), 0);
}

TEST_F(StatusOfAShow, its_lines_in_the_journal_have_a_priority_and_no_time_of_their_own) {
    home_.write("config/hoitruong/hoitruong.toml", "[feed]\npol = 1\n");
    const auto lines_with = [&](const std::string& stream) {
        program_.set("JOURNAL_STREAM", stream);
        show();
        EXPECT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
        EXPECT_EQ(program_.end(SIGTERM), 0);
        return program_.output();
    };
    struct stat facts {};
    ASSERT_EQ(stat(home_.write("output.txt", "").c_str(), &facts), 0);
    const std::string stream = std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
    const std::string said = lines_with(stream);
    EXPECT_NE(said.find("\n<6>app: "), std::string::npos) << said;
    EXPECT_EQ(said.find("<4>"), 0U) << "the configuration's slip: " << said;
    EXPECT_EQ(said.find("+0"), std::string::npos) << "a time: " << said;
    std::istringstream lines(said);
    for (std::string line; std::getline(lines, line);) EXPECT_EQ(line[0], '<') << line;
    EXPECT_EQ(lines_with(stream + "0").find('<'), std::string::npos) << "stderr is another file";
}

TEST_F(StatusOfAShow, a_slip_in_the_file_or_in_a_variables_name_darkens_nothing_and_is_told) {
    nginx_.serve("conference.json", feed);
    const auto write = [&](const std::string& head) {
        home_.write("config/hoitruong/hoitruong.toml",
                    head + "\naddress = \"" + nginx_.url("conference.json") + "\"\npoll = 1\n");
    };
    write("[feed]");
    program_.start({});
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    EXPECT_EQ(program_.end(SIGTERM), 0);
    write("[feed");
    program_.set("HOITRUONG_THEM", "nga");
    program_.start({"show"});
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    for (const char* wanted : {"hoitruong.toml is wrong at line 1", "what was read before holds", "conference.json",
                               "did you mean \"HOITRUONG_THEME\"?"})
        EXPECT_NE(asker_.output().find(wanted), std::string::npos) << wanted << '\n' << asker_.output();
    EXPECT_EQ(ask({"status"}), 1);
}

TEST_F(StatusOfAShow, a_crash_is_told_and_the_next_start_counts_it) {
    show();
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    program_.end(SIGKILL);
    EXPECT_EQ(ask({"status"}), no_show);
    EXPECT_NE(asker_.output().find("without being asked"), std::string::npos) << asker_.output();
    EXPECT_NE(asker_.output().find(" +07:00,"), std::string::npos) << "whose time it is: " << asker_.output();
    show();
    ASSERT_TRUE(says({"status", "--json"}, "\"restarts\": 1")) << asker_.output();
    EXPECT_EQ(ask({"status"}), 1);
}

TEST_F(StatusOfAShow, no_winner_and_no_secret_stands_in_any_of_it) {
    show();
    ASSERT_TRUE(says({"status"}, "welcome")) << asker_.output() << program_.output();
    press("Home Page_Down");
    ASSERT_TRUE(says({"status"}, "award-intro")) << asker_.output();
    std::this_thread::sleep_for(1s);
    press("Page_Down");
    std::this_thread::sleep_for(1s);
    press("Page_Down");
    ASSERT_TRUE(says({"log"}, "award-reveal")) << asker_.output();
    std::string all = program_.output();
    for (const char* const place : {"run/hoitruong/status.json", "hall.prom", "state/hoitruong/plays.jsonl"}) {
        const auto text = read_file(home_.path() / place, 1U << 20U);
        ASSERT_TRUE(text) << place;
        EXPECT_NE(text->find("award-"), std::string::npos) << place;
        all += *text;
    }
    for (const char* const secret : {"Trúng Giải", "Bí Mật", "geheim", "Cờ thi đua"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

}  // namespace
}  // namespace hall
