#include "link/message.h"

#include <gtest/gtest.h>

#include <string>

#include "link/messages.h"

namespace hall {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Message, the_state_comes_out_as_it_went_in) {
    const ShowMessage message = test::lively_message();
    EXPECT_EQ(decode_message(encode(message)), message);
    ShowMessage plain;
    plain.session = {Instant(Milliseconds(1)), "a"};
    EXPECT_EQ(decode_message(encode(plain)), plain);
    const Acknowledgement said = test::acknowledgement_of(message, "hội trường B");
    EXPECT_EQ(decode_acknowledgement(encode(said)), said);
}

TEST(Message, the_steady_clock_of_the_operator_stays_at_home) {
    ShowMessage message = test::lively_message();
    message.state.since = Milliseconds(5);
    message.state.previous = 3;
    message.state.last_next = Milliseconds(4);
    EXPECT_EQ(decode_message(encode(message)), test::lively_message());
}

TEST(Message, members_of_a_later_version_are_ignored) {
    const std::string text = encode(test::lively_message());
    EXPECT_EQ(decode_message(replaced(text, "{", "{\"later\":[1,{}],")), test::lively_message());
}

TEST(Message, every_cut_and_every_wrong_member_is_no_message) {
    const std::string text = encode(test::lively_message());
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(decode_message(text.substr(0, length))) << length;
    EXPECT_FALSE(decode_message(encode(test::acknowledgement_of(test::lively_message(), "a"))));
    for (const auto& [from, to] : {std::pair{"hoitruong-state/1", "hoitruong-state/2"},
                                   {"\"sequence\":12", "\"sequence\":-1"},
                                   {"\"sequence\":12", "\"sequence\":1e3"},
                                   {"\"sequence\":12", "\"sequence\":\"12\""},
                                   {"\"step\":7", "\"step\":-7"},
                                   {"\"hold\"", "\"veil\""},
                                   {"\"animated\"", "2"},
                                   {"\"key\":\"award:le/b0/r1\"", "\"key\":null"},
                                   {"\"skipped\"", "\"gone\""},
                                   {"\"remarks\":[", "\"remarks\":{\"a\":["},
                                   {"\"number\":3", "\"number\":-3"},
                                   {"\"urgent\":\"Có cháy\"", "\"urgent\":7"},
                                   {"\"keys\":{", "\"keys\":[],\"other\":{"}})
        EXPECT_FALSE(decode_message(replaced(text, from, to))) << to;
    EXPECT_FALSE(decode_message(replaced(text, "award:le/b0/r1", std::string(2000, 'x'))));
    EXPECT_FALSE(decode_message(std::string(100'000, '[')));
    EXPECT_FALSE(decode_message("\xff\xfe"));
}

TEST(Message, the_digest_tells_what_a_picture_is_drawn_from) {
    const ShowMessage message = test::lively_message();
    const auto digest = [&](const ShowState& state) { return picture_digest("content", "dem", state, message.keys); };
    ShowState other_number = message.state;
    other_number.step += 1;
    other_number.since = Milliseconds(99);
    EXPECT_EQ(digest(other_number), digest(message.state)) << "the same page elsewhere in another rundown";
    ShowState uncovered = message.state, elsewhere = message.state, nameless = message.state;
    uncovered.cover = Cover::none;
    elsewhere.key = "members/1";
    nameless.lower_third = LowerThird::off;
    ShowState unremarked = message.state, silent = message.state, unread = message.state;
    unremarked.remarks.pop_back();
    silent.said.urgent.clear();
    unread.said.mc = "another line for the MC";
    EXPECT_EQ(digest(unread), digest(message.state)) << "the hall does not see it";
    for (const ShowState& state : {uncovered, elsewhere, nameless, unremarked, silent})
        EXPECT_NE(digest(state), digest(message.state));
    EXPECT_NE(picture_digest("content", "nga", message.state, message.keys), digest(message.state));
    EXPECT_NE(picture_digest("edited", "dem", message.state, message.keys), digest(message.state));
    EXPECT_NE(picture_digest("content", "dem", message.state, {}), digest(message.state));
}

}  // namespace
}  // namespace hall
