#include "status/report_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "net/temporary_folder.h"
#include "status/last_word.h"
#include "status/process_facts.h"
#include "status/report_text.h"
#include "status/typical_report.h"

namespace hall {
namespace {

using Json = nlohmann::ordered_json;

class ReportFile : public testing::Test {
protected:
    /// What a process that has ended would have left.
    StatusReport of_an_ended_process() {
        const pid_t child = fork();
        if (child == 0) _exit(0);
        StatusReport report = test::typical_report();
        report.process.pid = child;
        report.process.start_ticks = start_ticks_of(child).value_or(1);
        waitpid(child, nullptr, 0);
        return report;
    }
    StatusReport of_this_process() {
        StatusReport report = test::typical_report();
        report.process.pid = getpid();
        report.process.start_ticks = start_ticks_of(getpid()).value();
        return report;
    }

    test::TemporaryFolder folder_;
};

TEST_F(ReportFile, comes_back_as_it_was_written_and_others_may_read_it) {
    StatusReport report = test::typical_report();
    report.feed.fault = {"hỏng", "broken"};
    report.place_fault = {"đầy", "full"};
    report.offline = true;
    report.display.absent = {{"EPSON", "members", {"hỏng", "broken"}}, {"", "mc"}};
    report.link = {LinkPart::follows, true,           {"đứt", "cut"}, {"1 trên 2", "1 of 2"}, 2,
                   Milliseconds(-5),  Milliseconds(2)};
    report.clock = {Milliseconds(2500), true};
    report.feed.from_cache = true;
    report.feed.failures = 4;
    report.feed.next_try = report.written;
    report.poll = Seconds(7);
    report.waits_for = WaitsFor::acceptance;
    report.differences = 6;
    report.faults = {{"một", "one"}, {"hai", "two"}};
    report.page.quiet = true;
    const Path file = report_file(folder_.path() / "new");
    ASSERT_TRUE(write_report(file, report));
    const auto read = read_report(file);
    ASSERT_TRUE(read);
    EXPECT_EQ(report_as_json(*read), report_as_json(report));
    EXPECT_TRUE(same_news(*read, report));
    EXPECT_EQ(read->place_fault, report.place_fault);
    EXPECT_EQ(read->page.cover, Cover::hold);
    EXPECT_EQ(read->display.absent, report.display.absent);
    EXPECT_EQ(read->link.astray, 2U);
    EXPECT_EQ(read->faults, report.faults);
    EXPECT_TRUE(read->page.quiet);
    struct stat facts {};
    ASSERT_EQ(stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0644U);
}

TEST_F(ReportFile, what_is_no_report_is_none) {
    for (const char* wrong : {"", "{}", "[]", "{\"version\": 5}", "\x01"})
        EXPECT_FALSE(report_from_json(wrong)) << wrong;
    EXPECT_FALSE(find_report({folder_.path()}));
}

TEST_F(ReportFile, no_number_in_it_is_absurd) {
    StatusReport report = test::typical_report();
    report.link.clock_error = report.link.clock_unsure = report.clock.error = Milliseconds(7);
    const Json whole = Json::parse(report_as_json(report));
    std::size_t numbers = 0;
    const Json flat = whole.flatten();
    for (const auto& [place, value] : flat.items()) {
        if (!value.is_number()) continue;
        ++numbers;
        for (const char* absurd : {"1e300", "-1e300", "-18446744073709551615", "-9223372036854775808", "\"7\""}) {
            Json bent = whole;
            bent[Json::json_pointer(place)] = Json::parse(absurd);
            EXPECT_FALSE(report_from_json(bent.dump())) << place << " " << absurd;
        }
        if (place == "/process/start_ticks") continue;  // only compared, so any count is one
        for (const char* absurd : {"18446744073709551615", "9223372036854775807", "300000000000000000"}) {
            Json bent = whole;
            bent[Json::json_pointer(place)] = Json::parse(absurd);
            EXPECT_FALSE(report_from_json(bent.dump())) << place << " " << absurd;
        }
    }
    EXPECT_GE(numbers, 19U);
}

TEST_F(ReportFile, a_running_show_is_found_before_a_dead_one) {
    ASSERT_TRUE(write_report(report_file(folder_.path() / "dead"), of_an_ended_process()));
    ASSERT_TRUE(write_report(report_file(folder_.path() / "alive"), of_this_process()));
    StatusReport newer = of_an_ended_process();
    newer.written += std::chrono::hours(1);
    newer.page.step = 1;
    ASSERT_TRUE(write_report(report_file(folder_.path() / "newer"), newer));
    for (const auto& [one, other] : {std::pair{"dead", "newer"}, std::pair{"newer", "dead"}})
        EXPECT_EQ(find_report({folder_.path() / one, folder_.path() / other})->report.page.step, 1U);
    EXPECT_FALSE(find_report({folder_.path() / "dead"})->running);
    EXPECT_TRUE(find_report({folder_.path() / "dead", folder_.path() / "alive"})->running);
}

TEST_F(ReportFile, another_process_with_the_same_number_is_not_the_show) {
    StatusReport report = of_this_process();
    ++report.process.start_ticks;
    ASSERT_TRUE(write_report(report_file(folder_.path()), report));
    EXPECT_FALSE(find_report({folder_.path()})->running);
}

TEST_F(ReportFile, the_show_of_another_user_is_seen_though_its_report_is_not) {
    using namespace std::string_literals;
    const auto runs = [&](const std::string& pid, const std::string& name, const std::string& words) {
        folder_.write(pid + "/comm", name + "\n");
        folder_.write(pid + "/cmdline", words);
    };
    const auto names_show = [](const std::vector<std::string>& words) { return words.empty() || words[0] != "check"; };
    const std::string show = "hoitruong\0/srv/feed\0"s;
    for (const char* pid : {"4711", "300", "512", "777", "1900", "301", "99999", "self"}) runs(pid, "hoitruong", show);
    runs("200", "Xorg", show);
    runs("201", "hoitruong", "hoitruong\0check\0show\0"s);
    const unsigned owner = getuid();
    EXPECT_EQ(foreign_show(owner + 1, names_show, folder_.path()), (ForeignProcess{300, owner}));
    EXPECT_FALSE(foreign_show(owner, names_show, folder_.path())) << "it is this user's own";
    runs("202", "hoitruong", "/usr/bin/hoitruong\0"s);
    EXPECT_EQ(foreign_show(owner + 1, names_show, folder_.path()), (ForeignProcess{202, owner}))
        << "of the bundled conference";
}

TEST_F(ReportFile, restarts_are_counted_from_what_a_crash_left) {
    const Path file = report_file(folder_.path());
    EXPECT_EQ(own_process(file, Instant{}).restarts, 0U);
    StatusReport left = of_an_ended_process();
    left.process.restarts = 4;
    ASSERT_TRUE(write_report(file, left));
    EXPECT_EQ(own_process(file, Instant{}).restarts, 5U);
    EXPECT_EQ(own_process(file, Instant{}).pid, getpid());
    ASSERT_TRUE(write_report(file, of_this_process()));
    EXPECT_EQ(own_process(file, Instant{}).restarts, 0U) << "it still runs: nothing crashed";
}

TEST_F(ReportFile, a_last_word_stands_until_it_is_taken_back) {
    const Path folder = folder_.path() / "run";
    EXPECT_FALSE(last_word(folder));
    const LastWord word{{"không có màn hình", "no display"}, test::typical_report().written};
    ASSERT_TRUE(leave_last_word(folder, word));
    ASSERT_TRUE(last_word(folder));
    EXPECT_EQ(last_word(folder)->why, word.why);
    EXPECT_EQ(last_word(folder)->at, word.at);
    take_back_last_word(folder);
    EXPECT_FALSE(last_word(folder));
    for (const char* wrong : {"", "[]", R"({"vi": "a", "en": "b"})", R"({"at": "2022-12-20T01:00:00Z"})",
                              R"({"vi": "a", "en": "b", "at": 5})"}) {
        folder_.write("run/last-word.json", wrong);
        EXPECT_FALSE(last_word(folder)) << wrong;
    }
}

TEST_F(ReportFile, what_comes_from_outside_forges_no_line) {
    StatusReport report = test::typical_report();
    report.feed.source = "https://example.org/\n\x1b[31mAll is well";
    const std::string text = report_as_text(report, {}, test::typical_now(), Language::english);
    EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
    EXPECT_EQ(text.find("\nAll is well", 1), std::string::npos) << text;
    EXPECT_NE(text.find("step 12/60: Award (award-reveal), covered by HOLD, 1 h 0 min ago"), std::string::npos) << text;
}

}  // namespace
}  // namespace hall
