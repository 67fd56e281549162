/// A machine whose clock is hours off the server's: told, and corrected for where that is configured.
#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <thread>

#include "app/program.h"
#include "base/time.h"
#include "net/faulty_server.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

constexpr auto ahead = 3h;

std::string feed_around(std::chrono::system_clock::time_point server_time) {
    const auto moment = [&](std::chrono::minutes from_now) {
        return format_rfc3339(std::chrono::floor<Milliseconds>(server_time + from_now));
    };
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "agenda": [)"
           R"({"id": "a", "start": ")" +
           moment(-10min) + R"(", "end": ")" + moment(30min) + R"(", "title": "Báo cáo", "kind": "report"}]})";
}

std::string answer(const std::string& body) {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now() + ahead);
    std::tm fields{};
    gmtime_r(&now, &fields);
    std::array<char, 64> date{};
    std::strftime(date.data(), date.size(), "%a, %d %b %Y %H:%M:%S GMT", &fields);
    return std::string("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: ") + date.data() +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

class AWrongClock : public testing::Test {
protected:
    void show(const std::string& configuration) {
        std::ofstream(home_.path() / "hall.toml") << configuration;
        program_.start({"show", server_.url(), "--poll", "1", "--config", (home_.path() / "hall.toml").string()});
    }
    bool says(const std::string& wanted) {
        for (int i = 0; i < 150; ++i) {
            code_ = asker_.run({"status", "--json"});
            if (asker_.output().find(wanted) != std::string::npos) return true;
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }

    const std::string body_ = feed_around(std::chrono::system_clock::now() + ahead);
    test::FaultyServer server_{
        [this](const test::FaultyServer& server, int connection) { server.send(connection, answer(body_)); }};
    test::TemporaryFolder home_;
    Xvfb screen_{640, 360};
    test::Program program_{home_.path(), screen_.display()};
    test::Program asker_{home_.path(), "", "asked.txt"};
    int code_ = 0;
};

TEST_F(AWrongClock, is_told_with_what_to_do) {
    show("");
    ASSERT_TRUE(says("behind the server's")) << asker_.output() << program_.output();
    EXPECT_EQ(code_, 1);
    EXPECT_NE(asker_.output().find("\"error_ms\": -10"), std::string::npos) << asker_.output();
    EXPECT_NE(asker_.output().find("\"corrected\": false"), std::string::npos);
    EXPECT_NE(asker_.output().find("timedatectl"), std::string::npos);
    EXPECT_EQ(program_.output().find("being switched off"), std::string::npos) << "the agenda has not begun";
}

TEST_F(AWrongClock, is_corrected_for_where_that_is_configured_and_the_agenda_runs) {
    show("[clock]\ncorrect = true\n");
    ASSERT_TRUE(says("\"corrected\": true")) << asker_.output() << program_.output();
    EXPECT_EQ(code_, 0) << asker_.output();
    // By the server's time the agenda runs, by this machine's it has not begun: that is when logind is asked.
    for (int i = 0; i < 100 && program_.output().find("being switched off") == std::string::npos; ++i)
        std::this_thread::sleep_for(100ms);
    EXPECT_NE(program_.output().find("being switched off"), std::string::npos) << program_.output();
}

}  // namespace
}  // namespace hall
