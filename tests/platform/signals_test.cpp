#include "platform/signals.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <future>

namespace hall {
namespace {

/// Gives the test program its own signal mask back.
class QuitSignals : public testing::Test {
protected:
    void SetUp() override { pthread_sigmask(SIG_SETMASK, nullptr, &before_); }
    void TearDown() override { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    sigset_t before_{};
};

TEST_F(QuitSignals, each_of_them_becomes_a_wish_and_wakes_the_loop) {
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        std::promise<void> woken;
        Signals signals([&woken] { woken.set_value(); });
        EXPECT_FALSE(signals.quit_wished());
        kill(getpid(), number);
        woken.get_future().wait();
        EXPECT_TRUE(signals.quit_wished());
    }
}

TEST_F(QuitSignals, nothing_is_wished_where_none_came) {
    const Signals signals([] { FAIL() << "woken without a signal"; });
    EXPECT_FALSE(signals.quit_wished());
}

}  // namespace
}  // namespace hall
