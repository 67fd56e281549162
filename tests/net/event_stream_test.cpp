#include "net/event_stream.h"

#include <gtest/gtest.h>

#include <string>

namespace hall {
namespace {

std::vector<StreamEvent> events_of(std::string_view bytes) { return EventStream().take(bytes); }

std::string with_line_ends(std::string text, std::string_view line_end) {
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + line_end.size()))
        text.replace(at, 1, line_end);
    return text;
}

const std::string lively =
    ": hello\n"
    "retry: 1500\n"
    "\n"
    "id: 7:0\n"
    "event: state\n"
    "data: {\"tên\":\n"
    "data:  \"Lễ\"}\n"
    "\n"
    "data\n"
    "\n"
    "unknown: field\n"
    "data: second\n"
    "id\n"
    "\n"
    "event: nothing to say\n"
    "\n"
    "data: third\n"
    "\n"
    "data: never ended\n";

const std::vector<StreamEvent> lively_events = {{"state", "{\"tên\":\n \"Lễ\"}", "7:0"},
                                                {"message", "", "7:0"},
                                                {"message", "second", ""},
                                                {"message", "third", ""}};

TEST(EventStream, every_line_end_and_every_split_give_the_same_events) {
    for (const std::string_view line_end : {"\n", "\r", "\r\n"})
        for (const std::string_view begin : {"", "\xEF\xBB\xBF"}) {
            const std::string bytes = std::string(begin) + with_line_ends(lively, line_end);
            EXPECT_EQ(events_of(bytes), lively_events);
            for (std::size_t split = 0; split <= bytes.size(); ++split) {
                EventStream stream;
                auto events = stream.take(std::string_view(bytes).substr(0, split));
                for (auto& event : stream.take(std::string_view(bytes).substr(split))) events.push_back(event);
                ASSERT_EQ(events, lively_events) << "split at " << split;
                EXPECT_EQ(stream.retry(), Milliseconds(1500));
            }
            EventStream stream;
            std::vector<StreamEvent> events;
            for (const char byte : bytes)
                for (auto& event : stream.take({&byte, 1})) events.push_back(event);
            EXPECT_EQ(events, lively_events);
        }
}

TEST(EventStream, a_byte_order_mark_counts_only_at_the_beginning_and_whole) {
    EXPECT_EQ(events_of("\xEF\xBB\xBF"
                        "data: a\n\n")
                  .size(),
              1U);
    EXPECT_TRUE(events_of("\xEF\xBB"
                          "data: a\n\n")
                    .empty());
    EXPECT_TRUE(events_of("\n\xEF\xBB\xBF"
                          "data: a\n\n")
                    .empty());
}

TEST(EventStream, what_does_not_fit_a_request_header_is_no_id) {
    EventStream stream({64, 64, 4});
    using namespace std::string_view_literals;
    stream.take("id: good\n\nid: a\0b\n\nid: too long\n\n"sv);
    EXPECT_EQ(stream.last_id(), "good");
}

TEST(EventStream, only_digits_are_a_time_to_wait) {
    for (const std::string_view wrong :
         {"retry: -5\n", "retry: 1.5\n", "retry: 5s\n", "retry:\n", "retry: 99999999999999999999\n"}) {
        EventStream stream;
        stream.take(wrong);
        EXPECT_FALSE(stream.retry()) << wrong;
    }
}

TEST(EventStream, an_endless_line_and_an_endless_event_end_the_stream) {
    EventStream line({16, 64, 8});
    EXPECT_TRUE(line.take("data: 0123456789\n\n").size() == 1 && !line.overrun());
    EXPECT_TRUE(line.take("data: 01234567890\n\ndata: later\n\n").empty());
    EXPECT_TRUE(line.overrun());

    EventStream event({64, 20, 8});
    event.take("data: 0123456789\n");
    EXPECT_FALSE(event.overrun());
    EXPECT_TRUE(event.take("data: 0123456789\n\n").empty());
    EXPECT_TRUE(event.overrun());
}

}  // namespace
}  // namespace hall
