#include "platform/paths.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "net/temporary_folder.h"

namespace hall {
namespace {

struct Machine {
    std::map<std::string, std::string> environment;
    std::set<std::string> homes;  ///< folders that hold fonts/ and assets/
    std::string executable = "/opt/hall/bin/hoitruong";

    Paths paths() const {
        return find_paths({.environment = [this](const char* name) -> std::optional<std::string> {
                               const auto found = environment.find(name);
                               if (found == environment.end()) return std::nullopt;
                               return found->second;
                           },
                           .is_folder = [this](const Path& path) { return homes.contains(path.parent_path()); },
                           .executable = executable,
                           .installed_home = "/usr/share/hoitruong",
                           .source_home = "/src/hoitruong"});
    }
};

TEST(Paths, a_home_that_is_named_wins) {
    Machine machine{{{"HOITRUONG_HOME", "/named"}}, {"/named", "/opt/hall", "/usr/share/hoitruong"}};
    EXPECT_EQ(machine.paths().home, "/named");
    EXPECT_EQ(machine.paths().fonts, "/named/fonts");
    EXPECT_EQ(machine.paths().assets, "/named/assets");
    machine.homes.erase("/named");
    EXPECT_EQ(machine.paths().home, "/opt/hall");
}

TEST(Paths, a_home_is_found_above_the_executable_or_in_its_share) {
    EXPECT_EQ((Machine{{}, {"/opt/hall"}}.paths().home), "/opt/hall");
    EXPECT_EQ((Machine{{}, {"/opt/hall/share/hoitruong", "/src/hoitruong"}}.paths().home), "/opt/hall/share/hoitruong");
    EXPECT_EQ((Machine{{}, {"/source"}, "/source/build/src/app/hoitruong"}.paths().home), "/source");
}

TEST(Paths, then_the_installed_and_the_source_home_serve) {
    EXPECT_EQ((Machine{{}, {"/usr/share/hoitruong", "/src/hoitruong"}}.paths().home), "/usr/share/hoitruong");
    EXPECT_EQ((Machine{{}, {"/src/hoitruong"}}.paths().home), "/src/hoitruong");
    EXPECT_TRUE(Machine{}.paths().home.empty());
    EXPECT_TRUE(Machine{}.paths().fonts.empty());
}

TEST(Paths, systemd_goes_before_xdg_and_xdg_before_the_home_folder) {
    Machine machine{{{"HOME", "/home/hall"}}, {}};
    EXPECT_EQ(machine.paths().cache, "/home/hall/.cache/hoitruong");
    EXPECT_EQ(machine.paths().state, "/home/hall/.local/state/hoitruong");
    EXPECT_EQ(machine.paths().config, "/home/hall/.config/hoitruong/hoitruong.toml");
    machine.environment["XDG_CACHE_HOME"] = "/fast";
    machine.environment["XDG_STATE_HOME"] = "relative/is/ignored";
    EXPECT_EQ(machine.paths().cache, "/fast/hoitruong");
    EXPECT_EQ(machine.paths().state, "/home/hall/.local/state/hoitruong");
    machine.environment["CACHE_DIRECTORY"] = "/var/cache/hoitruong:/var/cache/other";
    machine.environment["STATE_DIRECTORY"] = "/var/lib/hoitruong";
    machine.environment["CONFIGURATION_DIRECTORY"] = "/etc/hoitruong";
    EXPECT_EQ(machine.paths().cache, "/var/cache/hoitruong");
    EXPECT_EQ(machine.paths().state, "/var/lib/hoitruong");
    EXPECT_EQ(machine.paths().config, "/etc/hoitruong/hoitruong.toml");
}

TEST(Paths, what_ends_with_the_run_goes_to_the_runtime_folder) {
    Machine machine{{{"HOME", "/home/hall"}}, {}};
    EXPECT_EQ(machine.paths().runtime, machine.paths().state);
    machine.environment["XDG_RUNTIME_DIR"] = "/run/user/1000";
    EXPECT_EQ(machine.paths().runtime, "/run/user/1000/hoitruong");
    machine.environment["RUNTIME_DIRECTORY"] = "/run/hoitruong";
    EXPECT_EQ(machine.paths().runtime, "/run/hoitruong");
}

TEST(Paths, every_session_has_a_runtime_folder) {
    const test::TemporaryFolder sessions;
    for (const char* user : {"1001", "1000"}) std::filesystem::create_directory(sessions.path() / user);
    EXPECT_EQ(session_runtimes(sessions.path()),
              (std::vector<Path>{sessions.path() / "1000/hoitruong", sessions.path() / "1001/hoitruong"}));
    EXPECT_TRUE(session_runtimes(sessions.path() / "nowhere").empty());
}

TEST(Paths, a_machine_that_says_nothing_still_has_folders) {
    EXPECT_TRUE(Machine{}.paths().cache.is_absolute());
    EXPECT_NE(Machine{}.paths().cache, Machine{}.paths().state);
}

TEST(Paths, of_this_program_name_no_relative_folder) {
    EXPECT_TRUE(find_paths().cache.is_absolute());
    EXPECT_TRUE(find_paths().config.is_absolute());
}

}  // namespace
}  // namespace hall
