#include "net/http_client.h"

#include <gtest/gtest.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <array>
#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include "net/faulty_server.h"
#include "net/nginx.h"

namespace hall {
namespace {

using test::FaultyServer;
using test::Nginx;

constexpr std::size_t one_mebibyte = 1U << 20U;
constexpr Timeouts short_timeouts{Seconds(0.5), Seconds(1), Seconds(1)};

Result<HttpAnswer> fetch(const std::string& address, const std::string& certificates = {},
                         const Validators& known = {}) {
    HttpClient client(certificates);
    return client.fetch({Url::parse(address).value(), known, one_mebibyte, Compression::accepted, Timeouts{}});
}

/// The English sentence a failed transfer gives; the answer's status where it did not fail.
std::string fault_of(const Result<HttpAnswer>& answer) {
    return answer ? "answered " + std::to_string(answer->status) : answer.error().sentence.en;
}

bool says(const Result<HttpAnswer>& answer, std::string_view words) {
    return !answer && answer.error().sentence.en.find(words) != std::string::npos &&
           !answer.error().sentence.vi.empty();
}

std::string refusal_of(const Result<HttpAnswer>& answer, const std::string& address) {
    const auto refused = answer ? refusal(*answer, Url::parse(address).value()) : std::nullopt;
    return refused ? refused->sentence.en : "";
}

TEST(HttpClient, a_document_comes_whole_with_its_validators_and_type) {
    const Nginx server;
    server.serve("conference.json", "{\"a\":1}");
    const auto answer = fetch(server.url("conference.json"));
    ASSERT_TRUE(answer) << fault_of(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "{\"a\":1}");
    EXPECT_EQ(answer->media_type, "application/json");
    EXPECT_FALSE(answer->validators.etag.empty());
    EXPECT_TRUE(answer->date.has_value());
    EXPECT_FALSE(refusal(*answer, Url::parse(server.url("")).value()));
}

TEST(HttpClient, validators_that_would_make_a_bad_request_are_forgotten) {
    for (const std::string& etag : {std::string("\"a\rX-Injected: 1\""), '"' + std::string(2000, 'e') + '"'}) {
        std::string bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\nETag: " + etag;
        bytes.append("\r\nLast-Modified: ").append(etag).append("\r\nContent-Length: 2\r\n\r\n{}");
        const FaultyServer server(bytes);
        const auto answer = fetch(server.url());
        ASSERT_TRUE(answer) << fault_of(answer);
        EXPECT_EQ(answer->body, "{}");
        EXPECT_TRUE(answer->validators.empty()) << answer->validators.etag;
    }
}

TEST(HttpClient, an_unchanged_document_is_answered_by_304_without_a_body) {
    const Nginx server;
    server.serve("conference.json", "{}");
    const auto first = fetch(server.url("conference.json"));
    ASSERT_TRUE(first);
    const auto second = fetch(server.url("conference.json"), {}, first->validators);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->status, 304);
    EXPECT_TRUE(second->body.empty());
}

TEST(HttpClient, two_changes_within_a_second_are_two) {
    const Nginx server;
    const auto edited_twice = [&] {
        server.serve_just_changed("conference.json", "{\"year\":2022}");
        const auto first = fetch(server.url("conference.json"));
        server.serve_just_changed("conference.json", "{\"year\":2023}");
        return fetch(server.url("conference.json"), {}, first->validators);
    };
    for (int i = 0; i < 3; ++i) {
        const auto second = edited_twice();
        ASSERT_TRUE(second) << fault_of(second);
        EXPECT_EQ(second->body, "{\"year\":2023}");
    }
}

TEST(HttpClient, statuses_give_a_sentence_each) {
    const Nginx server(
        "location /broken { return 500 'x'; } location /locked { return 403; } location /moved { return 206; }");
    for (const auto& [name, words] : {std::pair{"missing", "no document"},
                                      {"broken", "failed (status 500)"},
                                      {"locked", "does not allow"},
                                      {"moved", "unexpected answer"}}) {
        const auto answer = fetch(server.url(name));
        ASSERT_TRUE(answer) << fault_of(answer);
        EXPECT_NE(refusal_of(answer, server.url(name)).find(words), std::string::npos) << name;
        EXPECT_TRUE(answer->body.empty());
    }
}

TEST(HttpClient, a_busy_server_says_when_to_come_back) {
    const Nginx server("location /busy { add_header Retry-After 7 always; return 503; }");
    const auto answer = fetch(server.url("busy"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->retry_after, Seconds(7));
    EXPECT_NE(refusal_of(answer, server.url("busy")).find("busy"), std::string::npos);
}

TEST(HttpClient, redirects_are_followed_but_not_in_circles_nor_out_of_the_web) {
    const Nginx server(
        "location /there { return 302 /here.json; } location /circle { return 302 /circle; }"
        "location /file { return 302 file:///etc/hostname; } location /ftp { return 302 ftp://127.0.0.1/x; }");
    server.serve("here.json", "{}");
    const auto followed = fetch(server.url("there"));
    ASSERT_TRUE(followed) << fault_of(followed);
    EXPECT_EQ(followed->body, "{}");
    EXPECT_TRUE(says(fetch(server.url("circle")), "circle"));
    EXPECT_TRUE(says(fetch(server.url("file")), "forbidden address"));
    EXPECT_TRUE(says(fetch(server.url("ftp")), "forbidden address"));
}

/// An address of this machine by which others know it; nothing on one without a network.
std::optional<std::uint32_t> address_for_others() {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_UP) == 0) continue;
        const auto host = ntohl(reinterpret_cast<const sockaddr_in*>(one->ifa_addr)->sin_addr.s_addr);
        if (host >> 24U != 127 && host >> 16U != 0xA9FE) found = host;
    }
    ::freeifaddrs(all);
    return found;
}

TEST(HttpClient, a_server_outside_never_leads_to_this_machines_own_services) {
    const auto outside = address_for_others();
    if (!outside) GTEST_SKIP() << "this machine has no address but its own";
    const FaultyServer own(std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"));
    const FaultyServer leading(
        [&](const FaultyServer& self, int connection) {
            self.send(connection, "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " +
                                      own.url() + "\r\n\r\n");
        },
        0, FaultyServer::After::request, *outside);
    in_addr address{htonl(*outside)};
    std::array<char, INET_ADDRSTRLEN> name{};
    ::inet_ntop(AF_INET, &address, name.data(), name.size());
    const std::string url = std::string("http://") + name.data() + ":" + std::to_string(leading.port()) + "/x";
    EXPECT_TRUE(says(fetch(url), "forbidden address"));
    EXPECT_FALSE(own.request().starts_with("GET"));
    // A feed of this machine's own may lead to another one.
    EXPECT_TRUE(fetch(own.url()));
}

TEST(HttpClient, https_never_leads_down_to_http) {
    const Nginx plain;
    plain.serve("conference.json", "{}");
    const Nginx server("location /down { return 302 " + plain.url("conference.json") + "; }", test::Scheme::https);
    EXPECT_TRUE(says(fetch(server.url("down"), server.certificate().string()), "forbidden address"));
    EXPECT_EQ(plain.requests_for("conference.json"), 0U);
}

TEST(HttpClient, an_unknown_certificate_is_refused_until_it_is_named) {
    const Nginx server({}, test::Scheme::https);
    server.serve("conference.json", "{}");
    EXPECT_TRUE(says(fetch(server.url("conference.json")), "certificate"));
    const auto trusted = fetch(server.url("conference.json"), server.certificate().string());
    ASSERT_TRUE(trusted) << fault_of(trusted);
    EXPECT_EQ(trusted->body, "{}");
    EXPECT_TRUE(says(fetch(server.url("conference.json"), "/nowhere.pem"), "root certificates"));
}

TEST(HttpClient, a_refused_port_and_an_unknown_host_are_named) {
    EXPECT_TRUE(says(fetch("http://127.0.0.1:" + std::to_string(test::free_port()) + "/"), "Cannot connect"));
    EXPECT_TRUE(says(fetch("http://name.invalid/"), "name.invalid was not found"));
}

TEST(HttpClient, a_silent_server_is_given_up) {
    const FaultyServer server([](const FaultyServer& self, int connection) { self.hang(connection); });
    HttpClient client;
    const auto answer =
        client.fetch({Url::parse(server.url()).value(), {}, one_mebibyte, Compression::accepted, short_timeouts});
    EXPECT_TRUE(says(answer, "did not answer in time")) << fault_of(answer);
}

TEST(HttpClient, a_stop_request_ends_a_hanging_transfer) {
    std::atomic<bool> asked = false;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        asked = true;
        asked.notify_all();
        self.hang(connection);
    });
    HttpClient client;
    std::stop_source stop;
    std::thread other([&] {
        asked.wait(false);
        stop.request_stop();
        client.wake();
    });
    // Without the stop this would end with the total timeout and another sentence.
    const auto answer = client.fetch({Url::parse(server.url()).value(), {}, one_mebibyte}, stop.get_token());
    other.join();
    EXPECT_TRUE(says(answer, "stopped")) << fault_of(answer);
}

TEST(HttpClient, an_announced_length_beyond_the_cap_is_refused_before_the_body) {
    const FaultyServer server(std::string("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n"));
    EXPECT_TRUE(says(fetch(server.url()), "too large"));
}

TEST(HttpClient, an_endless_body_ends_at_the_cap) {
    std::atomic<std::size_t> sent = 0;
    const FaultyServer server([&](const FaultyServer& self, int connection) {
        self.send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const std::string chunk = "4000\r\n" + std::string(0x4000, ' ') + "\r\n";
        while (self.send(connection, chunk)) sent += 0x4000;
    });
    EXPECT_TRUE(says(fetch(server.url()), "too large"));
    EXPECT_LT(sent, 64 * one_mebibyte);
}

TEST(HttpClient, endless_headers_are_refused) {
    const FaultyServer server([](const FaultyServer& self, int connection) {
        self.send(connection, "HTTP/1.1 200 OK\r\n");
        while (self.send(connection, "X-Padding: " + std::string(1000, 'x') + "\r\n")) {
        }
    });
    EXPECT_FALSE(fetch(server.url()));
}

TEST(HttpClient, a_compressed_bomb_is_counted_after_it_is_unpacked) {
    // 64 MiB of zeros in 64 KiB; gzip is turned on by the file nginx finds beside the name asked for.
    const Nginx server("location = /bomb.json { add_header Content-Encoding gzip; }");
    const std::string command = "head -c 67108864 /dev/zero | gzip -9 > " + (server.root() / "bomb.json").string();
    ASSERT_EQ(std::system(command.c_str()), 0);
    ASSERT_LT(std::filesystem::file_size(server.root() / "bomb.json"), one_mebibyte);
    EXPECT_TRUE(says(fetch(server.url("bomb.json")), "too large"));
}

TEST(HttpClient, a_body_shorter_than_announced_is_an_error) {
    const FaultyServer length(std::string("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"));
    EXPECT_TRUE(says(fetch(length.url()), "cut off"));
    const FaultyServer chunked(std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"half\":"));
    EXPECT_TRUE(says(fetch(chunked.url()), "cut off"));
}

TEST(HttpClient, what_is_no_http_is_said_so) {
    const FaultyServer server(std::string("SSH-2.0-OpenSSH_9.2\r\n"));
    EXPECT_TRUE(says(fetch(server.url()), "does not speak HTTP"));
}

TEST(HttpClient, a_wake_before_the_wait_is_not_lost) {
    HttpClient client;
    client.wake();
    const auto before = std::chrono::steady_clock::now();
    client.wait(Milliseconds(60'000));
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(30));
}

}  // namespace
}  // namespace hall
