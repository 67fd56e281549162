/// The numbers of texts in tables.
#include "base/keyed_hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace hall {
namespace {

TEST(KeyedHash, equal_texts_have_one_number_and_others_others) {
    std::set<std::uint64_t> numbers;
    for (int i = 0; i < 10'000; ++i) numbers.insert(keyed_hash("m" + std::to_string(i)));
    EXPECT_EQ(numbers.size(), 10'000U);
    EXPECT_TRUE(numbers.contains(keyed_hash("m" + std::to_string(17))));
}

}  // namespace
}  // namespace hall
