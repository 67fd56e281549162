#include "base/mailbox.h"

#include <gtest/gtest.h>

#include <thread>

namespace hall {
namespace {

TEST(Mailbox, gives_the_newest_value_once) {
    Mailbox<int> mailbox;
    EXPECT_EQ(mailbox.take(), nullptr);
    mailbox.post(std::make_shared<const int>(1));
    mailbox.post(std::make_shared<const int>(2));
    const auto taken = mailbox.take();
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(*taken, 2);
    EXPECT_EQ(mailbox.take(), nullptr);
}

TEST(Mailbox, between_threads_values_only_grow_and_the_last_one_arrives) {
    constexpr int last = 20'000;
    Mailbox<int> mailbox;
    std::jthread writer([&] {
        for (int i = 1; i <= last; ++i) mailbox.post(std::make_shared<const int>(i));
    });
    int newest = 0;
    while (newest < last) {
        const auto taken = mailbox.take();
        if (!taken) {
            std::this_thread::yield();
            continue;
        }
        ASSERT_GT(*taken, newest);
        newest = *taken;
    }
    EXPECT_EQ(newest, last);
}

}  // namespace
}  // namespace hall
