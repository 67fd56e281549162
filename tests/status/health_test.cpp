#include "status/health.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "status/metrics.h"
#include "status/report_text.h"
#include "status/typical_report.h"

namespace hall {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::typical_now;
using test::typical_report;

std::string first_wrong(const StatusReport& report, Now now = typical_now()) {
    const auto found = wrongs(report, now);
    return found.empty() ? std::string() : found.front().en;
}

TEST(Health, a_show_that_is_on_is_well) {
    EXPECT_EQ(first_wrong(typical_report()), "");
    Now later = typical_now();
    later.steady += std::chrono::seconds(20);
    EXPECT_EQ(first_wrong(typical_report(), later), "") << "the file is written every ten seconds";
}

TEST(Health, a_loop_that_does_not_turn_hangs) {
    Now later = typical_now();
    later.steady += std::chrono::seconds(25);
    EXPECT_NE(first_wrong(typical_report(), later).find("hang"), std::string::npos);
}

TEST(Health, a_fault_of_the_feed_or_the_disk_is_told_in_its_own_words) {
    StatusReport report = typical_report();
    report.place_fault = {"đầy", "full"};
    EXPECT_EQ(first_wrong(report), "full");
    report.feed.fault = {"hỏng", "broken"};
    EXPECT_EQ(first_wrong(report), "broken");
    EXPECT_EQ(wrongs(report, typical_now()).size(), 2U);
}

TEST(Health, a_channel_that_is_cut_is_told_in_its_own_words) {
    StatusReport report = typical_report();
    report.link.fault = {"đứt", "cut"};
    EXPECT_EQ(first_wrong(report), "cut");
}

TEST(Health, words_that_wait_for_acceptance_are_wrong_and_for_an_awards_end_are_not) {
    StatusReport report = typical_report();
    report.differences = 3;
    report.waits_for = WaitsFor::award;
    EXPECT_EQ(first_wrong(report), "");
    const auto text = [&] { return report_as_text(report, {}, typical_now(), Language::english); };
    EXPECT_NE(text().find("3 edits, until the award is left"), std::string::npos) << text();
    report.waits_for = WaitsFor::acceptance;
    EXPECT_NE(first_wrong(report).find("in 3 places"), std::string::npos) << first_wrong(report);
    EXPECT_NE(text().find("3 edits, to be accepted"), std::string::npos) << text();
}

TEST(Health, a_clock_is_wrong_from_two_seconds_on_unless_the_show_goes_by_the_servers) {
    StatusReport report = typical_report();
    report.clock.error = Milliseconds(-1999);
    EXPECT_EQ(first_wrong(report), "");
    EXPECT_EQ(report_as_text(report, {}, typical_now(), Language::english).find("Clock"), std::string::npos);
    report.clock.error = Milliseconds(-2000);
    EXPECT_NE(first_wrong(report).find("2 s behind the server's"), std::string::npos) << first_wrong(report);
    report.clock.corrected = true;
    EXPECT_EQ(first_wrong(report), "");
    EXPECT_NE(report_as_text(report, {}, typical_now(), Language::english).find("-2.0 s from the server's; the show"),
              std::string::npos);
}

TEST(Health, what_came_is_news_and_times_that_move_by_themselves_are_not) {
    const StatusReport before = typical_report();
    StatusReport after = before;
    after.alive += Milliseconds(1);
    after.feed.last_success = typical_now().wall;
    after.link.clock_error = Milliseconds(3);
    EXPECT_TRUE(same_news(before, after));
    const auto is_news = [&](const auto& change) {
        StatusReport changed = before;
        change(changed);
        return !same_news(before, changed);
    };
    EXPECT_TRUE(is_news([](StatusReport& one) { one.waits_for = WaitsFor::acceptance; }));
    EXPECT_TRUE(is_news([](StatusReport& one) { ++one.differences; }));
    EXPECT_TRUE(is_news([](StatusReport& one) { ++one.issues; }));
    EXPECT_TRUE(is_news([](StatusReport& one) { one.display.absent = {{"EPSON", "members"}}; }));
    EXPECT_TRUE(is_news([](StatusReport& one) { one.clock.error = noticed_clock_error; }));
    EXPECT_TRUE(is_news([](StatusReport& one) { one.place_fault = {"đầy", "full"}; }));
}

TEST(Health, a_silent_feed_is_wrong_unless_nobody_asks_it) {
    StatusReport report = typical_report();
    report.feed.last_success = typical_now().wall - minutes(7);
    EXPECT_NE(first_wrong(report), "");
    report.poll = Seconds(60);
    EXPECT_EQ(first_wrong(report), "") << "ten polls are ten minutes";
    report.poll = Seconds(5);
    report.offline = true;
    EXPECT_EQ(first_wrong(report), "");
}

TEST(Health, a_restart_is_remembered_for_an_hour) {
    StatusReport report = typical_report();
    report.process.restarts = 2;
    report.process.started = typical_now().wall - minutes(59);
    EXPECT_NE(first_wrong(report).find("(times: 2)"), std::string::npos);
    report.process.started = typical_now().wall - hours(1);
    EXPECT_EQ(first_wrong(report), "");
}

TEST(Health, a_display_without_a_size_is_wrong) {
    StatusReport report = typical_report();
    report.display.height = 0;
    EXPECT_NE(first_wrong(report).find("cable"), std::string::npos);
}

TEST(Health, what_is_wrong_with_the_set_up_is_told_and_quiet_hours_are_named) {
    StatusReport report = typical_report();
    report.faults = {{"không có khóa “feed.adress”", "there is no key \"feed.adress\""}};
    EXPECT_EQ(first_wrong(report), report.faults[0].en);
    report.faults.clear();
    report.page.quiet = true;
    EXPECT_EQ(first_wrong(report), "");
    EXPECT_NE(report_as_text(report, {}, typical_now(), Language::english).find("quiet hours: no picture"),
              std::string::npos);
}

TEST(Health, a_display_that_is_not_there_is_named_with_what_it_would_show) {
    StatusReport report = typical_report();
    report.display.absent = {{"EPSON", "members"}, {"HDMI-2", ""}, {"", "mc"}};
    const auto found = wrongs(report, typical_now());
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[0].en.find("\"EPSON\" (Members)"), std::string::npos) << found[0].en;
    EXPECT_NE(found[1].vi.find("“HDMI-2” (hình của khán phòng)"), std::string::npos) << found[1].vi;
    EXPECT_EQ(found[2].en, "There is no display of its own for the MC's page: plug in another.");
    report.display.absent = {{"EPSON", "members", {"Bộ vẽ hỏng.", "No renderer."}}};
    EXPECT_EQ(first_wrong(report), "The display \"EPSON\" (Members) cannot be drawn on. No renderer.");
}

TEST(Health, a_screen_that_does_not_show_the_step_is_wrong_and_told_once) {
    StatusReport report = typical_report();
    report.link.part = LinkPart::publishes;
    report.link.open = true;
    report.link.screens = {"1 trên 2", "1 of 2 screens show step 3. \"north\": silent."};
    EXPECT_EQ(first_wrong(report), "") << "a change under way is none";
    report.link.astray = 1;
    EXPECT_EQ(first_wrong(report), report.link.screens.en);
    const std::string text = report_as_text(report, wrongs(report, typical_now()), typical_now(), Language::english);
    EXPECT_EQ(text.find("1 of 2"), text.rfind("1 of 2")) << text;
}

TEST(Health, the_verdict_stands_in_the_json) {
    EXPECT_NE(verdict_as_json(typical_report(), {}).find("\"healthy\": true"), std::string::npos);
    EXPECT_NE(verdict_as_json(typical_report(), {{"vi", "en"}}).find("\"healthy\": false"), std::string::npos);
}

TEST(Health, lengths_are_told_in_two_units) {
    const auto words = [](auto duration) { return length_in_words(duration, Language::english); };
    EXPECT_EQ(words(std::chrono::seconds(59)), "59 s");
    EXPECT_EQ(words(minutes(59)), "59 min");
    EXPECT_EQ(words(hours(23) + minutes(5)), "23 h 5 min");
    EXPECT_EQ(words(hours(49)), "2 d 1 h");
    EXPECT_EQ(words(std::chrono::seconds(-5)), "0 s");
}

/// Name with labels to value, as a collector reads it; empty where a line is none.
std::map<std::string, double> samples_in(const std::string& text) {
    std::map<std::string, double> samples;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("# ", 0) == 0) continue;
        const auto space = line.rfind(' ');
        if (space == std::string::npos) return {};
        samples[line.substr(0, space)] = std::stod(line.substr(space + 1));
    }
    return samples;
}

TEST(Metrics, are_a_text_file_that_a_collector_reads) {
    StatusReport report = typical_report();
    report.display.renderer = "open\"gl\n";
    const auto samples = samples_in(report_as_metrics(report, typical_now()));
    EXPECT_EQ(samples.at("hoitruong_step"), 12);
    EXPECT_EQ(samples.at("hoitruong_screen{screen=\"award-reveal\"}"), 1);
    EXPECT_EQ(samples.at("hoitruong_covered"), 1);
    EXPECT_EQ(samples.at("hoitruong_loop_age_seconds"), 2);
    EXPECT_EQ(samples.at("hoitruong_resident_memory_bytes"), 50 << 20);
    EXPECT_EQ(samples.count("hoitruong_build_info{version=\"1.2.3\",renderer=\"open\\\"gl\\n\",driver=\"x11\"}"), 1U);
    EXPECT_EQ(samples.at("hoitruong_problems"), 0);
    EXPECT_EQ(samples.at("hoitruong_feed_differences_waiting"), 0);
    report.waits_for = WaitsFor::acceptance;
    report.differences = 3;
    const auto waiting = samples_in(report_as_metrics(report, typical_now()));
    EXPECT_EQ(waiting.at("hoitruong_feed_differences_waiting"), 3);
    EXPECT_EQ(waiting.at("hoitruong_problems"), 1);
}

}  // namespace
}  // namespace hall
