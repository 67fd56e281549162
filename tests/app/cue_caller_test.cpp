/// Cues out: what a command calls, whom it may call, and what comes of it; with real servers on loopback.
#include "app/cue_caller.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "app/program.h"
#include "net/faulty_server.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"
#include "status/play_log.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

const std::string done = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

CallHost host_of(const test::FaultyServer& server) { return {"127.0.0.1", server.port()}; }

class Calls : public testing::Test {
protected:
    CallOutcome outcome_of(const Call& call, const std::vector<CallHost>& allowed) {
        CueCaller caller({allowed, {}, [] {}});
        caller.call(call, 4);
        for (int i = 0; i < 1000; ++i) {
            const auto outcomes = caller.take();
            if (!outcomes.empty()) return outcomes.front();
            std::this_thread::sleep_for(10ms);
        }
        return {};
    }
};

TEST(CallHosts, are_a_host_with_or_without_a_port) {
    EXPECT_EQ(parse_call_host("Mixer.example:8088"), (CallHost{"mixer.example", 8088}));
    EXPECT_EQ(parse_call_host("192.168.1.20"), (CallHost{"192.168.1.20", 0}));
    EXPECT_EQ(parse_call_host("[::1]:90"), (CallHost{"[::1]", 90}));
    for (const char* wrong : {"", " ", "http://a", "a/b", "a:b", "a:99999", "u@a", "*"})
        if (const auto host = parse_call_host(wrong)) {
            EXPECT_EQ(host->host, "*") << wrong;
        }
}

TEST(CallHosts, allow_what_is_written_and_nothing_beside) {
    const std::vector<CallHost> allowed{{"mixer.example", 8088}, {"lights.example", 0}};
    const auto allows = [&](const char* address) { return may_call(allowed, *Url::parse(address)); };
    EXPECT_TRUE(allows("http://MIXER.example:8088/api?Function=Cut"));
    EXPECT_TRUE(allows("http://lights.example/on"));
    EXPECT_TRUE(allows("https://lights.example/on"));
    EXPECT_FALSE(allows("http://mixer.example/")) << "another port";
    EXPECT_FALSE(allows("http://lights.example:8088/")) << "no port was written, so only the schemes' own";
    EXPECT_FALSE(allows("http://lights.example.org/"));
    EXPECT_FALSE(allows("http://127.0.0.1/"));
    EXPECT_FALSE(may_call({}, *Url::parse("http://mixer.example:8088/")));
}

TEST_F(Calls, a_post_arrives_with_its_body) {
    test::FaultyServer server(done);
    const auto outcome = outcome_of({server.url("fanfare?v=7"), CallMethod::post, R"({"on": 1})"}, {host_of(server)});
    EXPECT_TRUE(outcome.fault.empty()) << outcome.fault.en;
    EXPECT_EQ(outcome.status, 200);
    EXPECT_EQ(outcome.step, 4U);
    EXPECT_EQ(outcome.to, "http://127.0.0.1:" + std::to_string(server.port())) << "no query: it may be a password";
    EXPECT_TRUE(server.request().starts_with("POST /fanfare?v=7 ")) << server.request();
    EXPECT_TRUE(server.request().ends_with("\r\n\r\n{\"on\": 1}")) << server.request();
}

TEST_F(Calls, nobody_is_asked_whom_the_operator_did_not_allow) {
    test::FaultyServer server(done);
    const auto outcome = outcome_of({server.url("x")}, {{"127.0.0.1", server.port() - 1}});
    EXPECT_NE(outcome.fault.en.find("not allowed"), std::string::npos) << outcome.fault.en;
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(Calls, an_error_is_told_and_nothing_is_tried_twice) {
    test::FaultyServer server("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    const auto outcome = outcome_of({server.url("x")}, {host_of(server)});
    EXPECT_EQ(outcome.status, 503);
    EXPECT_NE(outcome.fault.en.find("503"), std::string::npos) << outcome.fault.en;
    EXPECT_EQ(server.connections(), 1);
}

TEST_F(Calls, a_redirection_leads_nowhere) {
    test::FaultyServer elsewhere(done);
    test::FaultyServer server("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url("x") +
                              "\r\nContent-Length: 0\r\n\r\n");
    const auto outcome = outcome_of({server.url("x")}, {host_of(server), host_of(elsewhere)});
    EXPECT_NE(outcome.fault.en.find("redirects"), std::string::npos) << outcome.fault.en;
    EXPECT_EQ(elsewhere.connections(), 0);
}

TEST_F(Calls, a_silent_machine_is_given_up) {
    test::FaultyServer server([](const test::FaultyServer& self, int connection) { self.hang(connection); });
    const auto outcome = outcome_of({server.url("x")}, {host_of(server)});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_FALSE(outcome.fault.empty());
}

TEST_F(Calls, a_silent_machine_holds_nobody_else_up) {
    test::FaultyServer silent([](const test::FaultyServer& self, int connection) { self.hang(connection); });
    test::FaultyServer music(done);
    CueCaller caller({{host_of(silent), host_of(music)}, {}, [] {}});
    caller.call({silent.url("x")}, 4);
    caller.call({music.url("y")}, 5);
    std::vector<CallOutcome> outcomes;
    for (int i = 0; i < 1000 && outcomes.empty(); ++i) {
        outcomes = caller.take();
        std::this_thread::sleep_for(10ms);
    }
    ASSERT_FALSE(outcomes.empty());
    EXPECT_EQ(outcomes.front().step, 5U) << "the other is given up after two seconds";
    EXPECT_EQ(outcomes.front().status, 200);
}

TEST(CallOf, a_step_is_called_for_when_it_is_taken) {
    Rundown rundown;
    rundown.steps.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
        rundown.steps[i].key = std::to_string(i);
        rundown.steps[i].call.url = "http://mixer/" + std::to_string(i);
    }
    const Now now{{}, 60'000ms};
    ShowState start = first_state(rundown, now);
    const auto called = [&](const ShowState& before, const Command& command) {
        return call_of(command, before, apply(before, command, rundown, now), rundown).url;
    };
    EXPECT_EQ(called(start, {Verb::next}), "http://mixer/1");
    EXPECT_EQ(called(start, {Verb::jump, 2}), "http://mixer/2");
    EXPECT_EQ(called(start, {Verb::hold}), "");
    const ShowState second = apply(start, {Verb::next}, rundown, now);
    EXPECT_EQ(called(second, {Verb::next}), "") << "within the lock-out";
    EXPECT_EQ(called(second, {Verb::back}), "");
    EXPECT_EQ(called(second, {Verb::jump, 1}), "") << "it is there already";
    EXPECT_EQ(called(second, {Verb::jump, 0}), "");
    const ShowState held = apply(start, {Verb::hold}, rundown, now);
    EXPECT_EQ(called(held, {Verb::jump, 2}), "") << "prepared under a cover";
}

TEST(CuesOfAShow, next_calls_once_and_neither_back_nor_a_restart_does) {
    const test::TemporaryFolder home;
    test::FaultyServer mixer(done);
    const Xvfb screen(640, 360);
    std::ofstream(home.path() / "conference.json")
        << R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị"}, "rundown": [{"screen": "welcome"},
           {"screen": "closing", "call": {"url": ")" +
               mixer.url("api") + R"("}}, {"screen": "holding"}]})";
    test::Program program(home.path(), screen.display());
    const auto plays = [&] { return read_plays(play_log_file(home.path() / "state" / "hoitruong")); };
    const auto count = [&](Cause cause) {
        const auto all = plays();
        return std::count_if(all.begin(), all.end(), [&](const Play& play) { return play.cause == cause; });
    };
    const auto comes = [&](const auto& condition) {
        for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(100ms);
        return condition();
    };
    const auto start = [&] {
        program.start({"show", home.path().string(), "--call-host", "127.0.0.1:" + std::to_string(mixer.port())});
    };
    const auto press = [&](const char* key) { screen.run(std::string("xdotool key ") + key); };
    const auto stands_on = [&](std::size_t step) { return !plays().empty() && plays().back().step == step; };
    start();
    ASSERT_TRUE(comes([&] { return stands_on(1); })) << program.output();
    press("Page_Down");
    ASSERT_TRUE(comes([&] { return count(Cause::called) == 1; })) << program.output();
    const auto all = plays();
    const auto call =
        std::find_if(all.begin(), all.end(), [](const Play& play) { return play.cause == Cause::called; });
    ASSERT_NE(call, all.end());
    EXPECT_EQ(call->call.status, 200);
    EXPECT_EQ(call->step, 2U);
    press("3 Return");
    ASSERT_TRUE(comes([&] { return stands_on(3); })) << program.output();
    press("Page_Up");
    ASSERT_TRUE(comes([&] { return stands_on(2); })) << program.output();
    program.end(SIGKILL);
    const std::size_t before = plays().size();
    start();
    ASSERT_TRUE(comes([&] { return plays().size() > before && stands_on(2); })) << program.output();
    EXPECT_EQ(program.end(SIGTERM), 0);
    EXPECT_EQ(mixer.connections(), 1);
    EXPECT_EQ(count(Cause::called), 1);
}

}  // namespace
}  // namespace hall
