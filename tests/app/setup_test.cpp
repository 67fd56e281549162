#include "app/setup_file.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "app/options.h"
#include "app/program.h"
#include "base/file.h"
#include "net/temporary_folder.h"

namespace hall {
namespace {

constexpr int usage = 64, unusable_feed = 2, failed = 70;

/// "refused: ..." where it is not written.
std::string with(const std::string& text, const Wanted& wanted) {
    const auto made = configured(text, wanted, "hall.toml");
    return made ? *made : "refused: " + made.error().sentence.en;
}

TEST(SetupFile, a_setting_takes_its_line_and_leaves_the_others_and_its_comment) {
    EXPECT_EQ(
        with("# note\n[feed]\naddress = \"\"  # old\npoll = 5\n[display]\nname = \"\"\n",
             {"https://example.org/a\"b.json", ""}),
        "# note\n[feed]\naddress = \"https://example.org/a\\\"b.json\"  # old\npoll = 5\n[display]\nname = \"\"\n");
    EXPECT_EQ(with("[feed]\naddress = \"đường #1\" # nguồn\r\npoll = 5\r\n", {"x", ""}),
              "[feed]\naddress = \"x\" # nguồn\r\npoll = 5\r\n");
}

TEST(SetupFile, a_comment_is_no_setting_and_another_section_is_not_meant) {
    EXPECT_EQ(with("[feed]\n# name = 1\n[display]\n", {"", "DELL"}),
              "[feed]\n# name = 1\n[display]\nname = \"DELL\"\n");
    EXPECT_EQ(with("name = \"outside\"\n", {"", "DELL"}), "name = \"outside\"\n\n[display]\nname = \"DELL\"\n");
}

TEST(SetupFile, a_head_is_known_however_it_is_spaced) {
    EXPECT_EQ(with("[ feed ]  # ours\npoll = 5\n", {"x", ""}), "[ feed ]  # ours\naddress = \"x\"\npoll = 5\n");
    EXPECT_EQ(with("[feeds]\n", {"x", ""}), "[feeds]\n\n[feed]\naddress = \"x\"\n");
}

TEST(SetupFile, a_value_is_found_however_it_is_written) {
    EXPECT_EQ(with("feed = {address=\"old\", poll=5} # ours\n", {"x", ""}), "feed = {address=\"x\", poll=5} # ours\n");
    EXPECT_EQ(with("display.name = 'đèn'\n", {"", "DELL"}), "display.name = \"DELL\"\n");
    EXPECT_EQ(with("feed.address = \"x\"\n", {"x", ""}), "feed.address = \"x\"\n") << "it is as it should be";
}

TEST(SetupFile, what_would_not_be_read_back_is_refused_with_what_to_write_and_where) {
    for (const char* const text : {"# ours\nfeed = {}\n", "# ours\nfeed.poll = 5\n", "# ours\n[[feed]]\n",
                                   "#\n[feed]\n", "#\nfeed = {address=\"\"\"a\nb\"\"\"}\n"}) {
        const bool takes = std::string(text) == "#\n[feed]\n";
        const std::string made = with(text, {"/srv/feed", ""});
        EXPECT_EQ(made.find("refused: Nothing was written: hall.toml") == 0, !takes) << made;
        if (takes) continue;
        EXPECT_NE(made.find("(line 2)"), std::string::npos) << made;
        EXPECT_NE(made.find("address = \"/srv/feed\""), std::string::npos) << made;
    }
}

TEST(SetupFile, the_entry_for_main_says_which_display_is_the_halls) {
    const std::string entries =
        "[[screen]]\ndisplay = \"HDMI-1\"  # left\n[[screen]]\ndisplay = \"HDMI-2\"\nshow = \"mc\"\n";
    EXPECT_EQ(with("[display]\nname = \"A\"\n" + entries, {"", "DELL"}),
              "[display]\nname = \"A\"\n[[screen]]\ndisplay = \"DELL\"  # left\n[[screen]]\ndisplay = \"HDMI-2\"\n"
              "show = \"mc\"\n");
    EXPECT_EQ(main_screen_line(entries), 2U);
    EXPECT_FALSE(main_screen_line("screen = [{display = \"HDMI-2\", show = \"mc\"}]\n"));
}

/// What the command says at a terminal where these lines are typed.
std::string typed_at_a_terminal(const std::string& command, const std::string& lines) {
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        _exit(127);
    }
    std::string said;
    if (write(terminal, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size())) ADD_FAILURE();
    std::array<char, 4096> bytes{};
    for (ssize_t got = 0; (got = read(terminal, bytes.data(), bytes.size())) > 0;)
        said.append(bytes.data(), static_cast<std::size_t>(got));
    close(terminal);
    waitpid(child, nullptr, 0);
    return said;
}

class Setup : public testing::Test {
protected:
    std::string configuration() {
        const auto text = read_file(home_.path() / "tree/etc/hoitruong/hoitruong.toml", 1U << 20U);
        return text ? *text : std::string();
    }
    int run(std::vector<std::string> words) {
        words.insert(words.begin(), {"setup", "--root", (home_.path() / "tree").string()});
        return program_.run(words);
    }

    test::TemporaryFolder home_;
    test::Program program_{home_.path(), ""};
};

TEST_F(Setup, a_dry_run_says_what_it_would_write_and_do) {
    EXPECT_EQ(run({"--feed", test::bundled, "--display", "EPSON", "--stack", "cage", "--dry-run"}), 0)
        << program_.output();
    const std::string said = program_.output();
    for (const char* const wanted :
         {"/assets/conference\"", "name = \"EPSON\"", "# Cấu hình Hội Trường", "enable hoitruong-cage.service",
          "disable hoitruong.service", "The feed can be read", "nothing was written or enabled"})
        EXPECT_NE(said.find(wanted), std::string::npos) << wanted << '\n' << said;
    for (const char* const untrue : {"Enabled:", "Written:", "What to do next"})
        EXPECT_EQ(said.find(untrue), std::string::npos) << untrue << '\n' << said;
    EXPECT_FALSE(std::filesystem::exists(home_.path() / "tree"));
}

TEST_F(Setup, writes_a_path_in_full_as_the_service_starts_elsewhere) {
    const auto folder = home_.path() / "hall's feed";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(HALL_SOURCE_DIR "/assets/conference/conference.json", folder / "conference.json");
    const auto here = std::filesystem::current_path();
    for (const char* const written : {"hall's feed", "./hall's feed/", "hall's feed/../hall's feed/."}) {
        std::filesystem::current_path(home_.path());
        EXPECT_EQ(run({"--feed", written, "--stack", "kms", "--dry-run"}), 0) << program_.output();
        std::filesystem::current_path(here);
        EXPECT_NE(program_.output().find("address = \"" + folder.string() + "\"\n"), std::string::npos)
            << written << '\n'
            << program_.output();
    }
    EXPECT_EQ(run({"--feed", "https://example.org/a.json", "--unchecked", "--stack", "kms", "--dry-run"}), 0);
    EXPECT_NE(program_.output().find("address = \"https://example.org/a.json\"\n"), std::string::npos)
        << program_.output();
    EXPECT_EQ(program_.output().find("cannot see"), std::string::npos);
}

TEST_F(Setup, tells_where_the_service_will_not_see_the_feed) {
    EXPECT_EQ(run({"--feed", "/home/desk/feed", "--unchecked", "--stack", "kms", "--dry-run"}), 0);
    EXPECT_NE(program_.output().find("the service cannot see /home/desk/feed"), std::string::npos) << program_.output();
    EXPECT_EQ(run({"--feed", "/srv/feed", "--unchecked", "--stack", "kms", "--dry-run"}), 0);
    EXPECT_EQ(program_.output().find("cannot see"), std::string::npos) << program_.output();
}

TEST_F(Setup, lists_the_displays_that_are_plugged_in) {
    const auto folder = home_.path() / "tree/sys/class/drm/card0-HDMI-A-1";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "status") << "connected\n";
    std::filesystem::create_directories(folder.parent_path() / "card0-DP-1");
    std::ofstream(folder.parent_path() / "card0-DP-1/status") << "disconnected\n";
    EXPECT_EQ(run({"--unchecked", "--dry-run", "--stack", "kms"}), 0) << program_.output();
    EXPECT_NE(program_.output().find("1  HDMI-1"), std::string::npos) << program_.output();
    EXPECT_EQ(program_.output().find("DP-1"), std::string::npos) << program_.output();
}

TEST_F(Setup, tells_of_a_desktop_that_would_end_the_show) {
    const std::vector<std::string> words{"--feed", "/srv/feed", "--unchecked", "--stack", "kms", "--dry-run"};
    EXPECT_EQ(run(words), 0);
    EXPECT_EQ(program_.output().find("desktop"), std::string::npos) << program_.output();
    const auto units = home_.path() / "tree/etc/systemd/system";
    std::filesystem::create_directories(units);
    std::filesystem::create_symlink("/lib/systemd/system/lightdm.service", units / "display-manager.service");
    EXPECT_EQ(run(words), 0);
    EXPECT_NE(program_.output().find("sudo systemctl disable --now lightdm.service\n"), std::string::npos)
        << program_.output();
}

TEST_F(Setup, a_broken_configuration_is_not_added_to) {
    home_.write("tree/etc/hoitruong/hoitruong.toml", "[feed\naddress = 1\n");
    EXPECT_EQ(run({"--feed", "/srv/feed", "--unchecked", "--stack", "kms"}), usage) << program_.output();
    EXPECT_NE(program_.output().find("then run setup again"), std::string::npos) << program_.output();
    EXPECT_EQ(configuration(), "[feed\naddress = 1\n");
}

TEST_F(Setup, without_a_terminal_what_would_be_asked_has_to_be_said) {
    const auto drm = home_.path() / "tree/sys/class/drm";
    const auto plug = [&](const char* connector) {
        std::filesystem::create_directories(drm / connector);
        std::ofstream(drm / connector / "status") << "connected\n";
    };
    // What is piped in answers nothing.
    const std::string piped = "echo https://example.org/a.json | " + std::string(HALL_PROGRAM) +
                              " setup --unchecked --lang en --stack kms --root " + (home_.path() / "tree").string() +
                              " 2>&1; echo ended: $?";
    const auto refused = [&](const std::string& command, const std::string& wanted) {
        const std::string said = typed_at_a_terminal(command, "");
        return said.find("Nothing was written") != std::string::npos && said.find(wanted) != std::string::npos &&
               said.find("ended: 64") != std::string::npos && said.find("Written") == std::string::npos;
    };
    EXPECT_TRUE(refused(piped, "so say --feed. ")) << typed_at_a_terminal(piped, "");
    EXPECT_TRUE(configuration().empty());
    plug("card0-HDMI-A-1");
    plug("card0-HDMI-A-2");
    EXPECT_TRUE(refused(piped, "so say --feed, --display. "));
    home_.write("tree/etc/hoitruong/hoitruong.toml", "[feed]\naddress = \"/srv/feed\"\n");
    EXPECT_TRUE(refused(piped, "so say --display. "));
    EXPECT_EQ(configuration(), "[feed]\naddress = \"/srv/feed\"\n");
    home_.write("tree/etc/hoitruong/hoitruong.toml", "[feed]\naddress = \"/srv/feed\"\n[display]\nname = \"HDMI-2\"\n");
    EXPECT_NE(typed_at_a_terminal(piped, "").find("Written"), std::string::npos) << "all of it is configured";
}

TEST_F(Setup, asks_until_an_answer_is_one_and_offers_what_is_configured) {
    const auto drm = home_.path() / "tree/sys/class/drm";
    for (const char* connector : {"card0-HDMI-A-1", "card0-HDMI-A-2"}) {
        std::filesystem::create_directories(drm / connector);
        std::ofstream(drm / connector / "status") << "connected\n";
    }
    home_.write("tree/etc/hoitruong/hoitruong.toml", "[feed]\naddress = \"/srv/old\"\n[display]\nname = \"DP-9\"\n");
    const std::string typed = "\nfive\n2\n";  // the feed as it is, then which display
    const std::string program = std::string(HALL_PROGRAM) +
                                " setup --unchecked --dry-run --lang en --stack x11 --root " +
                                (home_.path() / "tree").string();
    const std::string said = typed_at_a_terminal(program, typed);
    const auto listed = said.find("  2  HDMI-");  // which of the two is the kernel's second
    ASSERT_NE(listed, std::string::npos) << said;
    const std::string second = "name = \"" + said.substr(listed + 5, 6) + "\"";
    for (const std::string& wanted :
         {std::string("empty: as it is, /srv/old"), std::string("empty: as it is, DP-9"),
          std::string("Type a number from 1 to 2."), second, std::string("address = \"/srv/old\"")})
        EXPECT_NE(said.find(wanted), std::string::npos) << wanted << '\n' << said;
}

TEST_F(Setup, what_lets_nothing_in_stays_as_it_was) {
    home_.write("tree/etc/hoitruong/hoitruong.toml", "feed = {}\n");
    EXPECT_EQ(run({"--feed", "/srv/feed", "--unchecked", "--stack", "kms"}), failed) << program_.output();
    EXPECT_NE(program_.output().find("by hand"), std::string::npos) << program_.output();
    EXPECT_EQ(configuration(), "feed = {}\n");
    EXPECT_EQ(program_.output().find("Enabled"), std::string::npos) << program_.output();
}

TEST_F(Setup, says_where_an_entry_for_main_goes_before_the_display) {
    home_.write("tree/etc/hoitruong/hoitruong.toml", "[[screen]]\ndisplay = \"HDMI-1\"\n");
    EXPECT_EQ(run({"--display", "EPSON", "--unchecked", "--stack", "kms", "--dry-run"}), 0) << program_.output();
    EXPECT_NE(program_.output().find("[[screen]] for \"main\" (line 2)"), std::string::npos) << program_.output();
    EXPECT_NE(program_.output().find("\ndisplay = \"EPSON\"\n"), std::string::npos) << program_.output();
}

TEST_F(Setup, a_number_without_a_display_is_told_and_written) {
    const auto folder = home_.path() / "tree/sys/class/drm/card0-HDMI-A-1";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "status") << "connected\n";
    EXPECT_EQ(run({"--display", "7", "--unchecked", "--stack", "kms", "--dry-run"}), 0) << program_.output();
    EXPECT_NE(program_.output().find("there is no number 7 yet"), std::string::npos) << program_.output();
    EXPECT_NE(program_.output().find("name = \"7\""), std::string::npos) << program_.output();
    for (const char* const there : {"1", "EPSON 7"}) {
        EXPECT_EQ(run({"--display", there, "--unchecked", "--stack", "kms", "--dry-run"}), 0);
        EXPECT_EQ(program_.output().find("there is no number"), std::string::npos) << program_.output();
    }
}

TEST_F(Setup, the_end_of_the_input_is_no_answer) {
    for (const char* connector : {"card0-HDMI-A-1", "card0-HDMI-A-2"}) {
        const auto folder = home_.path() / "tree/sys/class/drm" / connector;
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "status") << "connected\n";
    }
    const std::string before = "[feed]\naddress = \"/srv/old\"\n";
    home_.write("tree/etc/hoitruong/hoitruong.toml", before);
    const std::string program = std::string(HALL_PROGRAM) + " setup --unchecked --lang en --stack x11 --root " +
                                (home_.path() / "tree").string() + "; echo ended: $?";
    const std::string said = typed_at_a_terminal(program, "/srv/new\n\x04");
    for (const char* const wanted : {"nothing was written or enabled", "ended: 64"})
        EXPECT_NE(said.find(wanted), std::string::npos) << said;
    EXPECT_EQ(said.find("Written:"), std::string::npos) << said;
    EXPECT_EQ(configuration(), before);
    const std::string at_once = typed_at_a_terminal(program, "\x04");
    EXPECT_NE(at_once.find("nothing was written or enabled"), std::string::npos) << at_once;
}

TEST_F(Setup, a_feed_that_cannot_be_read_changes_nothing) {
    EXPECT_EQ(run({"--feed", (home_.path() / "nothing.json").string(), "--stack", "x11"}), unusable_feed);
    EXPECT_TRUE(configuration().empty());
    EXPECT_EQ(run({"--stack", "vga"}), usage);
}

}  // namespace
}  // namespace hall
