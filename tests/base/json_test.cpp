#include "base/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace hall {
namespace {

TEST(Json, what_is_none_is_discarded_and_throws_nothing) {
    for (const char* text : {"", "{", "[1,]", "{\"a\": \"\xff\"}", "<html>"}) {
        EXPECT_TRUE(parse_json(text).is_discarded()) << text;
        EXPECT_FALSE(parse_json(text).is_object()) << text;
    }
    EXPECT_EQ(parse_json(R"({"b": 1, "a": "Đẳng"})").at("a"), "Đẳng");
}

TEST(Json, is_written_in_the_order_given_and_always_as_utf8) {
    EXPECT_EQ(write_json({{"b", 1}, {"a", "Đ\xff"}}), "{\"b\":1,\"a\":\"Đ\uFFFD\"}");
    EXPECT_EQ(write_json({{"b", 1}}, 2), "{\n  \"b\": 1\n}");
}

}  // namespace
}  // namespace hall
