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

constexpr int usage = 64, unusable_feed = 2;

TEST(SetupFile, a_setting_takes_its_line_and_leaves_the_others) {
    EXPECT_EQ(with_setting("# note\n[feed]\naddress = \"\"  # old\npoll = 5\n[display]\nname = \"\"\n", "feed",
                           "address", "https://example.org/a\"b.json"),
              "# note\n[feed]\naddress = \"https://example.org/a\\\"b.json\"\npoll = 5\n[display]\nname = \"\"\n");
}

TEST(SetupFile, a_comment_is_no_setting_and_another_section_is_not_meant) {
    EXPECT_EQ(with_setting("[feed]\n# name = 1\n[display]\n", "display", "name", "DELL"),
              "[feed]\n# name = 1\n[display]\nname = \"DELL\"\n");
    EXPECT_EQ(with_setting("name = \"outside\"\n", "display", "name", "DELL"),
              "name = \"outside\"\n\n[display]\nname = \"DELL\"\n");
}

TEST(SetupFile, a_head_is_known_however_it_is_spaced) {
    EXPECT_EQ(with_setting("[ feed ]  # ours\npoll = 5\n", "feed", "address", "x"),
              "[ feed ]  # ours\naddress = \"x\"\npoll = 5\n");
    EXPECT_EQ(with_setting("[[feed]]\n[feeds]\n", "feed", "address", "x"),
              "[[feed]]\n[feeds]\n\n[feed]\naddress = \"x\"\n");
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
    EXPECT_EQ(
        run({"--feed", HALL_SOURCE_DIR "/assets/conference", "--display", "EPSON", "--stack", "cage", "--dry-run"}), 0)
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

TEST_F(Setup, a_feed_that_cannot_be_read_changes_nothing) {
    EXPECT_EQ(run({"--feed", (home_.path() / "nothing.json").string(), "--stack", "x11"}), unusable_feed);
    EXPECT_TRUE(configuration().empty());
    EXPECT_EQ(run({"--stack", "vga"}), usage);
}

}  // namespace
}  // namespace hall
