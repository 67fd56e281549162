/// Button panels over real sockets on loopback.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "remote/server.h"

namespace hall {
namespace {

/// A port that was free a moment ago.
std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), length), 0);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(socket);
    return ntohs(address.sin_port);
}

class Remote : public testing::Test {
protected:
    void open(const std::string& token = {}) {
        auto opened = RemoteServer::open({{"127.0.0.1", port_},
                                          token,
                                          [this] {
                                              ++woken_;
                                              if (serving_) serve();
                                          },
                                          outcome_by_});
        ASSERT_TRUE(opened) << opened.error().sentence.en;
        server_ = *std::move(opened);
    }

    /// Notes what came; BLACK is refused.
    void serve() {
        server_->serve([this](const RemoteCommand& command) {
            taken_.push_back(command);
            const bool refused = command.verb == RemoteVerb::black;
            return RemoteOutcome{refused ? RemoteOutcome::Done::no : RemoteOutcome::Done::yes,
                                 refused ? R"({"error": "no"})" : R"({"step": 5})"};
        });
    }

    /// The whole answer, headers included.
    std::string ask(const std::string& method, const std::string& path, const std::string& headers = {}) const {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port_);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return "no connection";
        const std::string request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" +
                                    (method == "POST" ? "Content-Length: 2\r\n" : "") + headers + "\r\n" +
                                    (method == "POST" ? "{}" : "");
        EXPECT_EQ(::send(socket, request.data(), request.size(), 0), static_cast<ssize_t>(request.size()));
        std::string answer;
        char part[1024];
        for (ssize_t got = 0; (got = ::recv(socket, part, sizeof part, 0)) > 0;)
            answer.append(part, static_cast<std::size_t>(got));
        ::close(socket);
        return answer;
    }

    /// Of one who asked for the next step, and would wait for an hour; `meanwhile` ends the waiting.
    template <class Meanwhile>
    std::string answer_of_a_waiting_panel(const Meanwhile& meanwhile) {
        serving_ = false;
        outcome_by_ = std::chrono::hours(1);
        open();
        std::string answer;
        std::thread panel([&] { answer = ask("POST", "/next"); });
        while (woken_ == 0) std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        meanwhile();
        panel.join();
        return answer;
    }

    std::uint16_t port_ = free_port();
    std::atomic<int> woken_ = 0;
    bool serving_ = true;  ///< as soon as a command comes
    std::chrono::milliseconds outcome_by_{1000};
    std::vector<RemoteCommand> taken_;
    std::unique_ptr<RemoteServer> server_;
};

TEST_F(Remote, takes_what_a_panel_sends_in_order_and_says_what_came_of_it) {
    open();
    server_->tell(R"({"step": 4})");
    for (const char* path : {"/next", "/back", "/jump/12", "/hold"}) {
        const std::string answer = ask("POST", path);
        EXPECT_NE(answer.find(" 200 "), std::string::npos) << answer;
        EXPECT_NE(answer.find(R"({"step": 5})"), std::string::npos) << answer;
    }
    const std::string refused = ask("POST", "/black");
    EXPECT_NE(refused.find(" 409 "), std::string::npos) << refused;
    EXPECT_NE(refused.find(R"({"error": "no"})"), std::string::npos) << refused;
    const std::vector<RemoteCommand> expected = {
        {RemoteVerb::next}, {RemoteVerb::back}, {RemoteVerb::jump, 12}, {RemoteVerb::hold}, {RemoteVerb::black}};
    EXPECT_EQ(taken_, expected);
    EXPECT_EQ(woken_, 5);
    EXPECT_NE(ask("GET", "/state").find(R"({"step": 4})"), std::string::npos);
}

TEST_F(Remote, a_command_that_nobody_got_to_is_taken_later_and_its_outcome_is_not_the_next_ones) {
    serving_ = false;
    outcome_by_ = std::chrono::milliseconds(50);
    open();
    server_->tell(R"({"step": 4})");
    const std::string answer = ask("POST", "/black");
    EXPECT_NE(answer.find(" 202 "), std::string::npos) << answer;
    EXPECT_NE(answer.find(R"({"step": 4})"), std::string::npos) << answer;
    serving_ = true;
    EXPECT_NE(ask("POST", "/next").find(" 200 "), std::string::npos);
    EXPECT_EQ(taken_, (std::vector<RemoteCommand>{{RemoteVerb::black}, {RemoteVerb::next}}));
}

TEST_F(Remote, the_answer_waits_for_the_outcome) {
    const std::string answer = answer_of_a_waiting_panel([&] { serve(); });
    EXPECT_NE(answer.find(" 200 "), std::string::npos) << answer;
}

TEST_F(Remote, ends_although_a_panel_waits) {
    const std::string answer = answer_of_a_waiting_panel([&] { server_.reset(); });
    EXPECT_FALSE(answer.starts_with("HTTP/1.1 20")) << "nobody will do it: " << answer;
}

TEST_F(Remote, looking_moves_nothing_and_neither_does_what_is_no_command) {
    open();
    EXPECT_NE(ask("GET", "/next").find(" 405 "), std::string::npos);
    EXPECT_NE(ask("POST", "/jump/99999999999999999999999").find(" 404 "), std::string::npos);
    EXPECT_NE(ask("POST", "/jump/3x").find(" 404 "), std::string::npos);
    EXPECT_NE(ask("POST", "/quit").find(" 404 "), std::string::npos);
    EXPECT_TRUE(taken_.empty());
    EXPECT_EQ(woken_, 0);
}

TEST_F(Remote, a_web_page_moves_nothing) {
    open();
    EXPECT_NE(ask("POST", "/next", "Origin: https://example.org\r\n").find(" 403 "), std::string::npos);
    EXPECT_TRUE(taken_.empty());
}

TEST_F(Remote, asks_for_the_token_where_there_is_one) {
    open("let me in");
    EXPECT_NE(ask("POST", "/next").find(" 401 "), std::string::npos);
    EXPECT_NE(ask("POST", "/next", "Authorization: Bearer let me im\r\n").find(" 401 "), std::string::npos);
    EXPECT_NE(ask("POST", "/next", "Authorization: Bearer let me in, too\r\n").find(" 401 "), std::string::npos);
    EXPECT_NE(ask("GET", "/state").find(" 401 "), std::string::npos);
    EXPECT_TRUE(taken_.empty());
    EXPECT_NE(ask("POST", "/next", "Authorization: Bearer let me in\r\n").find(" 200 "), std::string::npos);
    EXPECT_EQ(taken_.size(), 1U);
}

TEST_F(Remote, is_not_opened_to_the_network_without_a_token_nor_on_a_taken_port) {
    EXPECT_FALSE(RemoteServer::open({{"0.0.0.0", port_}, "", [] {}}));
    open();
    EXPECT_FALSE(RemoteServer::open({{"127.0.0.1", port_}, "", [] {}}));
}

TEST(RemoteAddressTest, is_an_address_and_a_port) {
    EXPECT_EQ(parse_remote_address("127.0.0.1:8088"), (RemoteAddress{"127.0.0.1", 8088}));
    EXPECT_TRUE(parse_remote_address("127.0.0.1:8088")->loopback());
    EXPECT_FALSE(parse_remote_address("192.168.1.5:80")->loopback());
    for (const char* wrong :
         {"", "8088", "localhost:8088", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "127.0.0.1:8x"})
        EXPECT_FALSE(parse_remote_address(wrong)) << wrong;
}

}  // namespace
}  // namespace hall
