#include "net/stream_client.h"

#include <gtest/gtest.h>

#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "link/broker.h"
#include "net/faulty_server.h"
#include "net/http_client.h"

namespace hall {
namespace {

using test::Broker;
using test::FaultyServer;
using test::operators_token;
using test::screens_token;

Url url_of(const std::string& text) { return Url::parse(text).value(); }

int post(const std::string& url, const std::string& token, const std::string& body, const std::string& trusted = {}) {
    HttpClient client(trusted);
    HttpRequest request{url_of(url), {}, 65536, Compression::refused};
    request.token = token;
    request.posted = Posted{body};
    const auto answer = client.fetch(request);
    return answer ? answer->status : 0;
}

/// Listens until so many events were heard.
struct Heard {
    std::vector<StreamEvent> events;
    StreamEnd end{fault("", ""), 0, false, {}, {}};
};

Heard listen(const StreamRequest& request, std::size_t count, const std::function<void()>& once_open = {},
             const std::string& trusted = {}) {
    Heard heard;
    StreamClient client(trusted);
    std::stop_source enough;
    StreamHearer hearer;
    hearer.opened = [&] {
        if (once_open) once_open();
    };
    hearer.event = [&](StreamEvent event) {
        heard.events.push_back(std::move(event));
        if (heard.events.size() >= count) enough.request_stop();
    };
    heard.end = client.listen(request, hearer, enough.get_token());
    return heard;
}

StreamRequest request_for(const std::string& url, const std::string& token = screens_token) {
    return {url_of(url), token, {}};
}

std::string fault_of(const std::string& url, Seconds silence = Seconds(15)) {
    StreamRequest request = request_for(url);
    request.silence = silence;
    return listen(request, 1).end.why.sentence.en;
}

TEST(StreamClient, whoever_joins_late_hears_the_newest_message_and_then_every_other) {
    Broker broker;
    const std::string state = broker.url() + "/state";
    EXPECT_EQ(post(state, operators_token, "one") / 100, 2);
    EXPECT_EQ(post(state, operators_token, "two") / 100, 2);
    std::thread later;
    const Heard heard =
        listen(request_for(state), 2, [&] { later = std::thread([&] { post(state, operators_token, "three"); }); });
    later.join();
    ASSERT_EQ(heard.events.size(), 2U);
    EXPECT_EQ(heard.events[0].data, "two");
    EXPECT_EQ(heard.events[1].data, "three");
    EXPECT_FALSE(heard.events[1].id.empty());
}

TEST(StreamClient, a_reconnection_goes_on_after_the_last_event) {
    Broker broker;
    const std::string state = broker.url() + "/state";
    post(state, operators_token, "one");
    StreamRequest request = request_for(state);
    request.last_id = listen(request, 1).end.last_id;
    ASSERT_FALSE(request.last_id.empty());
    post(state, operators_token, "two");
    const Heard heard = listen(request, 1);
    ASSERT_EQ(heard.events.size(), 1U);
    EXPECT_EQ(heard.events[0].data, "two");
}

TEST(StreamClient, the_shipped_configuration_lets_screens_listen_and_only_the_operator_command) {
    Broker broker;
    EXPECT_EQ(post(broker.url() + "/state", screens_token, "x"), 403);
    EXPECT_EQ(post(broker.url() + "/state", "", "x"), 403);
    EXPECT_EQ(post(broker.url() + "/screens", screens_token, "x") / 100, 2);
    EXPECT_EQ(listen(request_for(broker.url() + "/screens"), 1).end.status, 403);
    EXPECT_EQ(listen(request_for(broker.url() + "/state", "guessed"), 1).end.status, 403);
    EXPECT_EQ(listen(request_for(broker.url() + "/screens", operators_token), 1).events.size(), 1U);
}

TEST(StreamClient, the_same_over_tls_with_the_certificate_looked_at) {
    Broker broker(test::Scheme::https);
    const std::string state = broker.url() + "/state", trusted = broker.server().certificate();
    EXPECT_EQ(post(state, operators_token, "one"), 0);
    EXPECT_EQ(post(state, operators_token, "one", trusted) / 100, 2);
    EXPECT_NE(fault_of(state).find("certificate"), std::string::npos);
    EXPECT_EQ(listen(request_for(state), 1, {}, trusted).events.size(), 1U);
}

TEST(StreamClient, the_broker_shows_life_while_nobody_commands) {
    Broker broker;
    StreamClient client;
    std::stop_source enough;
    const auto begun = std::chrono::steady_clock::now();
    StreamHearer hearer{[] {}, [](const StreamEvent&) {},
                        [&] {
                            if (std::chrono::steady_clock::now() - begun > std::chrono::seconds(4))
                                enough.request_stop();
                        }};
    StreamRequest request = request_for(broker.url() + "/state");
    request.silence = Seconds(3);
    EXPECT_NE(client.listen(request, hearer, enough.get_token()).why.sentence.en.find("stopped"), std::string::npos);
}

TEST(StreamClient, what_is_no_stream_is_told_and_never_heard) {
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    FaultyServer portal(ok + "Content-Type: text/html\r\n\r\ndata: not an event\n\n");
    EXPECT_NE(fault_of(portal.url()).find("no channel"), std::string::npos);
    EXPECT_EQ(listen(request_for(portal.url()), 1).events.size(), 0U);
    FaultyServer closing(ok + "Content-Type: text/event-stream\r\n\r\n: hello\n\n");
    EXPECT_NE(fault_of(closing.url()).find("closed"), std::string::npos);
    FaultyServer endless([&](const FaultyServer& server, int connection) {
        server.send(connection, ok + "Content-Type: text/event-stream\r\n\r\ndata: ");
        while (server.send(connection, std::string(65536, 'x'))) {
        }
    });
    EXPECT_NE(fault_of(endless.url()).find("too large"), std::string::npos);
    FaultyServer silent([&](const FaultyServer& server, int connection) {
        server.send(connection, ok + "Content-Type: text/event-stream\r\n\r\n");
        server.hang(connection);
    });
    EXPECT_NE(fault_of(silent.url(), Seconds(0.5)).find("silent"), std::string::npos);
    EXPECT_NE(fault_of("http://127.0.0.1:" + std::to_string(test::free_port()) + "/").find("Cannot connect"),
              std::string::npos);
}

}  // namespace
}  // namespace hall
