#include "base/shared_list.h"

#include <gtest/gtest.h>

#include <numeric>

namespace hall {
namespace {

using Numbers = SharedList<std::size_t>;
constexpr std::size_t many = 3 * Numbers::run_length + 5;

Numbers counting(std::size_t size) {
    Numbers::Run run(size);
    std::iota(run.begin(), run.end(), std::size_t{0});
    return Numbers(std::move(run));
}

TEST(SharedList, holds_its_items_in_order) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, Numbers::run_length, Numbers::run_length + 1, many}) {
        const Numbers numbers = counting(size);
        EXPECT_EQ(numbers.size(), size);
        EXPECT_EQ(numbers.empty(), size == 0);
        std::size_t expected = 0;
        for (const std::size_t number : numbers) EXPECT_EQ(number, expected++);
        EXPECT_EQ(expected, size);
        Numbers grown;
        for (std::size_t i = 0; i < size; ++i) grown.push_back(i);
        EXPECT_TRUE(std::equal(grown.begin(), grown.end(), numbers.begin(), numbers.end()));
    }
}

TEST(SharedList, a_change_is_seen_in_its_own_copy_only) {
    const Numbers numbers = counting(many);
    Numbers changed = numbers;
    changed.replace(Numbers::run_length, 7);
    changed.push_back(8);
    EXPECT_EQ(changed[Numbers::run_length], 7U);
    EXPECT_EQ(changed.back(), 8U);
    EXPECT_EQ(numbers[Numbers::run_length], Numbers::run_length);
    EXPECT_EQ(numbers.size(), many);
    EXPECT_TRUE(changed.shares(numbers, 0));
    EXPECT_FALSE(changed.shares(numbers, Numbers::run_length));
    EXPECT_TRUE(changed.shares(numbers, 2 * Numbers::run_length));
    EXPECT_FALSE(changed.shares(numbers, many - 1));
    EXPECT_FALSE(changed.shares(numbers, many)) << "numbers has none there";
}

TEST(SharedList, shares_what_is_equal) {
    const Numbers numbers = counting(many);
    Numbers other = counting(many);
    other.replace(1, 0);
    EXPECT_FALSE(other.shares(numbers, many - 1));
    other.share(numbers);
    EXPECT_FALSE(other.shares(numbers, 0));
    EXPECT_TRUE(other.shares(numbers, Numbers::run_length));
    EXPECT_TRUE(other.shares(numbers, many - 1));
    EXPECT_EQ(other[1], 0U);
}

}  // namespace
}  // namespace hall
