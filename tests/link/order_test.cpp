#include "link/order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace hall {
namespace {

using Verdict = MessageOrder::Verdict;

constexpr Milliseconds soon{1000};

Mark mark(int started, std::uint64_t sequence, const std::string& id = "a") {
    return {{Instant(Milliseconds(started)), id}, sequence};
}

TEST(MessageOrder, duplicates_and_older_messages_change_nothing) {
    MessageOrder order;
    EXPECT_EQ(order.hear(mark(10, 3), soon), Verdict::obey);
    EXPECT_EQ(order.hear(mark(10, 3), soon), Verdict::repeat);
    EXPECT_EQ(order.hear(mark(10, 2), soon), Verdict::stale);
    EXPECT_EQ(order.hear(mark(10, 4), soon), Verdict::obey);
}

TEST(MessageOrder, a_restarted_operator_counts_from_its_first_message_and_its_former_self_no_more) {
    MessageOrder order;
    order.hear(mark(10, 99), soon);
    EXPECT_EQ(order.hear(mark(20, 1, "b"), soon), Verdict::obey);
    EXPECT_EQ(order.hear(mark(10, 100), soon), Verdict::stale);
}

TEST(MessageOrder, however_messages_are_repeated_and_mixed_every_screen_ends_on_the_newest) {
    std::vector<Mark> sent;
    for (int run = 1; run <= 3; ++run)
        for (std::uint64_t sequence = 1; sequence <= 20; ++sequence)
            for (int again = 0; again < 2; ++again) sent.push_back(mark(run, sequence));
    std::mt19937 random(20221220);
    for (int round = 0; round < 200; ++round) {
        std::shuffle(sent.begin(), sent.end(), random);
        MessageOrder order;
        std::optional<Mark> before;
        for (const Mark& one : sent)
            if (order.hear(one, soon) == Verdict::obey) {
                EXPECT_TRUE(!before || one > *before);
                before = one;
            }
        EXPECT_EQ(order.mark(), mark(3, 20));
    }
}

TEST(MessageOrder, a_restarted_screen_obeys_its_last_message_again_but_none_before) {
    MessageOrder order(mark(10, 5));
    EXPECT_EQ(order.hear(mark(10, 4), soon), Verdict::stale);
    EXPECT_EQ(order.hear(mark(10, 5), soon), Verdict::obey);
    EXPECT_EQ(order.hear(mark(10, 5), soon), Verdict::repeat);
}

TEST(MessageOrder, a_run_whose_clock_was_ahead_is_followed_only_while_it_speaks) {
    MessageOrder order(mark(999, 5));
    for (Milliseconds now{0}; now < MessageOrder::longest_silence; now += Milliseconds(2000))
        EXPECT_EQ(order.hear(mark(10, 1), now), Verdict::stale);
    EXPECT_EQ(order.hear(mark(10, 2), MessageOrder::longest_silence), Verdict::obey);
    EXPECT_EQ(order.hear(mark(10, 3), MessageOrder::longest_silence), Verdict::obey);
}

TEST(MessageOrder, a_word_now_and_then_is_not_an_operator_either) {
    MessageOrder order(mark(999, 5));
    for (Milliseconds now{0}; now < Milliseconds(300'000); now += MessageOrder::longest_pause + Milliseconds(1))
        EXPECT_EQ(order.hear(mark(10, 1), now), Verdict::stale);
}

TEST(MessageOrder, a_single_old_message_after_a_long_silence_is_not_an_operator) {
    MessageOrder order;
    order.hear(mark(20, 5), Milliseconds(0));
    EXPECT_EQ(order.hear(mark(10, 9), Milliseconds(100'000)), Verdict::stale);
    EXPECT_EQ(order.hear(mark(20, 5), Milliseconds(101'000)), Verdict::repeat);
    EXPECT_EQ(order.hear(mark(10, 9), Milliseconds(120'000)), Verdict::stale);
}

}  // namespace
}  // namespace hall
