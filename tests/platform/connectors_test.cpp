/// What the kernel says is plugged in, from a folder as /sys/class/drm has it.
#include "platform/connectors.h"

#include <gtest/gtest.h>

#include "net/temporary_folder.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

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
