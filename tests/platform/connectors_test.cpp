/// What the kernel says is plugged in, from a folder as /sys/class/drm has it.
#include "platform/connectors.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "net/temporary_folder.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

TEST(Connectors, stand_in_the_order_in_which_the_kernel_made_them) {
    const test::TemporaryFolder drm;
    const auto number = [](const Path& folder) {
        struct stat facts {};
        EXPECT_EQ(stat(folder.c_str(), &facts), 0);
        return facts.st_ino;
    };
    for (const char* name : {"one", "two"}) drm.write(std::string(name) + "/status", "connected\n");
    const bool one_is_first = number(drm.path() / "one") < number(drm.path() / "two");
    // By their names it would be the other way round.
    std::filesystem::rename(drm.path() / (one_is_first ? "one" : "two"), drm.path() / "card0-HDMI-A-1");
    std::filesystem::rename(drm.path() / (one_is_first ? "two" : "one"), drm.path() / "card0-DP-1");
    const auto found = plugged_in(drm.path());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "HDMI-1");
    EXPECT_EQ(found[1].name, "DP-1");
}

TEST(Connectors, are_called_as_x_calls_them_with_what_the_monitor_calls_itself) {
    const test::TemporaryFolder drm;
    std::string edid(128, '\0');
    const std::string name = "EPSON PJ\n    ";
    edid[57] = '\xFC';  // the first descriptor holds the name
    edid.replace(59, name.size(), name);
    drm.write("card1-HDMI-A-2/status", "connected\n");
    drm.write("card1-HDMI-A-2/edid", edid);
    drm.write("card2-eDP-1/status", "connected\n");
    drm.write("version", "drm 1.1.0\n");
    const auto found = plugged_in(drm.path());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name + ", " + found[0].monitor, "HDMI-2, EPSON PJ");
    EXPECT_EQ(found[1].name + ", " + found[1].monitor, "eDP-1, ");
}

/// As while a plug is pulled: here, because they are folders.
TEST(Connectors, whose_files_cannot_be_read_are_none_or_say_nothing_of_themselves) {
    const test::TemporaryFolder drm;
    drm.write("card0-HDMI-A-1/status/x", "");
    drm.write("card0-DP-1/status", "connected\n");
    drm.write("card0-DP-1/edid/x", "");
    const auto found = plugged_in(drm.path());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].name + ", " + found[0].monitor, "DP-1, ");
}

TEST(AConnectorWatch, sees_another_display_and_takes_one_that_went_dark_for_no_change) {
    const test::TemporaryFolder drm;
    drm.write("card0-HDMI-A-1/status", "connected\n");
    drm.write("card0-DP-1/status", "disconnected\n");
    ConnectorWatch watch(drm.path());
    EXPECT_FALSE(watch.changed(10s));
    drm.write("card0-HDMI-A-1/status", "disconnected\n");
    EXPECT_FALSE(watch.changed(20s)) << "switched off";
    drm.write("card0-DP-1/status", "connected\n");
    EXPECT_FALSE(watch.changed(21s)) << "it was looked at a second ago";
    EXPECT_TRUE(watch.changed(30s));
    drm.write("card0-HDMI-A-1/status", "connected\n");
    drm.write("card0-DP-1/status", "disconnected\n");
    EXPECT_FALSE(watch.changed(40s)) << "it is as it was at the start";
}

}  // namespace
}  // namespace hall
