#include "status/reporter.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

#include "net/faulty_server.h"
#include "net/nginx.h"
#include "net/temporary_folder.h"
#include "status/process_facts.h"
#include "status/report_file.h"
#include "status/typical_report.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

bool comes(const std::function<bool()>& true_at_last) {
    for (int i = 0; i < 500; ++i) {
        if (true_at_last()) return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

StatusReport alive_now() {
    StatusReport report = test::typical_report();
    report.alive = std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    return report;
}

class TheReporter : public testing::Test {
protected:
    void start(Milliseconds period = 1h, const std::string& heartbeat = {}) {
        ReporterWish wish;
        wish.file = file_;
        wish.metrics = metrics_;
        wish.heartbeat = heartbeat;
        wish.period = period;
        reporter_ = std::make_unique<Reporter>(std::move(wish));
    }
    std::size_t step_on_disk() {
        const auto read = read_report(file_);
        return read ? read->page.step : 0;
    }
    /// A process that runs, with its report on step 5 in the file.
    pid_t another_show() {
        const pid_t other = fork();
        if (other == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (;;) pause();
        }
        StatusReport first = alive_now();
        first.page.step = 5;
        first.process.pid = other;
        first.process.start_ticks = start_ticks_of(other).value();
        EXPECT_TRUE(write_report(file_, first));
        return other;
    }
    /// When it was written, to the nanosecond: another with every writing.
    auto writing() { return std::filesystem::last_write_time(file_); }

    test::TemporaryFolder folder_;
    Path file_ = report_file(folder_.path() / "run");
    Path metrics_ = folder_.path() / "hall.prom";
    std::unique_ptr<Reporter> reporter_;
};

TEST_F(TheReporter, writes_news_and_only_news) {
    start();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    EXPECT_EQ(read_report(file_)->process.pid, getpid());
    EXPECT_GT(read_report(file_)->memory.resident, 0U);
    const auto first = writing();
    for (int i = 0; i < 50; ++i) {
        StatusReport report = alive_now();
        *report.feed.last_success += std::chrono::seconds(i);  // a poll that brought nothing
        reporter_->tell(report);
        std::this_thread::sleep_for(2ms);
    }
    EXPECT_EQ(writing(), first);
    StatusReport next = alive_now();
    next.page.step = 13;
    reporter_->tell(next);
    EXPECT_TRUE(comes([&] { return step_on_disk() == 13; }));
    EXPECT_TRUE(comes([&] { return read_file(metrics_, 65536)->find("hoitruong_step 13\n") != std::string::npos; }));
}

TEST_F(TheReporter, gives_a_sign_of_life_though_nothing_changes) {
    start(50ms);
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    const Milliseconds first = read_report(file_)->alive;
    ASSERT_TRUE(comes([&] {
        reporter_->tell(alive_now());
        return read_report(file_)->alive > first;
    }));
}

TEST_F(TheReporter, a_sign_of_life_between_two_heartbeats_costs_no_disk) {
    ReporterWish wish;
    wish.file = file_;
    wish.metrics = metrics_;
    wish.sign = 50ms;
    reporter_ = std::make_unique<Reporter>(std::move(wish));
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12 && std::filesystem::exists(metrics_); }));
    const Milliseconds first = read_report(file_)->alive;
    const auto metrics = std::filesystem::last_write_time(metrics_);
    EXPECT_TRUE(comes([&] {
        reporter_->tell(alive_now());
        return read_report(file_)->alive > first;
    }));
    EXPECT_EQ(std::filesystem::last_write_time(metrics_), metrics);
}

TEST_F(TheReporter, takes_its_files_away_when_it_is_ended) {
    start();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12 && std::filesystem::exists(metrics_); }));
    reporter_.reset();
    EXPECT_FALSE(std::filesystem::exists(file_));
    EXPECT_FALSE(std::filesystem::exists(metrics_));
}

TEST_F(TheReporter, leaves_its_files_where_the_show_has_failed) {
    start();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    reporter_->leave_files();
    reporter_.reset();
    EXPECT_TRUE(std::filesystem::exists(file_)) << "the next start counts as a restart";
}

TEST_F(TheReporter, takes_no_other_shows_report_away) {
    start();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    StatusReport another = alive_now();
    another.process.pid = getppid();
    ASSERT_TRUE(write_report(file_, another));
    reporter_.reset();
    EXPECT_TRUE(std::filesystem::exists(file_));
}

TEST_F(TheReporter, keeps_off_the_report_of_another_show_while_that_runs) {
    const pid_t other = another_show();
    start(20ms);
    reporter_->tell(alive_now());
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(step_on_disk(), 5U);
    EXPECT_FALSE(std::filesystem::exists(metrics_)) << "they would tell now of the one, now of the other";
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    EXPECT_TRUE(comes([&] { return step_on_disk() == 12; })) << "now there is only this one";
    EXPECT_TRUE(std::filesystem::exists(metrics_));
}

TEST_F(TheReporter, takes_over_within_seconds_what_another_show_leaves) {
    const pid_t other = another_show();
    start();
    reporter_->tell(alive_now());
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(step_on_disk(), 5U);
    kill(other, SIGKILL);
    waitpid(other, nullptr, 0);
    EXPECT_TRUE(comes([&] { return step_on_disk() == 12; })) << "and not with the next page or minute";
}

TEST_F(TheReporter, tells_that_nobody_can_watch_it) {
    metrics_ = folder_.path() / "nowhere" / "hall.prom";
    start();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    ASSERT_EQ(read_report(file_)->faults.size(), 1U);
    EXPECT_NE(read_report(file_)->faults[0].en.find("nowhere"), std::string::npos) << read_report(file_)->faults[0].en;
}

TEST_F(TheReporter, a_heartbeat_is_asked_for_at_every_sign_of_life_of_a_loop_that_turns) {
    const test::Nginx nginx("location /beat { return 204; }");
    start(50ms, nginx.url("beat"));
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] {
        reporter_->tell(alive_now());
        return nginx.requests_for("beat") >= 3;
    }));
}

TEST_F(TheReporter, an_address_that_is_none_stands_in_every_report_and_is_not_repeated) {
    start(1h, "ftp://hall:secret@x/");
    reporter_->tell(alive_now());
    for (const std::size_t step : {std::size_t{12}, std::size_t{13}}) {
        StatusReport report = alive_now();
        report.page.step = step;
        reporter_->tell(report);
        ASSERT_TRUE(comes([&] { return step_on_disk() == step; }));
        ASSERT_EQ(read_report(file_)->faults.size(), 1U);
        EXPECT_NE(read_report(file_)->faults[0].en.find("[status]"), std::string::npos);
        EXPECT_EQ(report_as_json(*read_report(file_)).find("secret"), std::string::npos);
    }
}

TEST_F(TheReporter, a_heartbeat_that_fails_or_recovers_is_on_disk_at_once) {
    test::Nginx nginx("location /beat { return 204; }");
    const auto faults = [&] {
        const auto read = read_report(file_);
        return read ? static_cast<int>(read->faults.size()) : -1;
    };
    start(2s, nginx.url("beat"));
    nginx.stop();
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return step_on_disk() == 12; }));
    const auto first = std::chrono::steady_clock::now();
    ASSERT_TRUE(comes([&] { return faults() == 1; }));
    EXPECT_LT(std::chrono::steady_clock::now() - first, 1500ms) << "not with the next sign of life";
    nginx.start();
    const std::size_t before = nginx.requests_for("beat");
    ASSERT_TRUE(comes([&] {
        reporter_->tell(alive_now());
        return nginx.requests_for("beat") > before;
    }));
    const auto heard = std::chrono::steady_clock::now();
    EXPECT_TRUE(comes([&] { return faults() == 0; }));
    EXPECT_LT(std::chrono::steady_clock::now() - heard, 1500ms);
}

TEST_F(TheReporter, no_heartbeat_for_a_loop_that_hangs) {
    const test::Nginx nginx("location /beat { return 204; }");
    start(50ms, nginx.url("beat"));
    StatusReport report = test::typical_report();
    report.alive = Milliseconds(0);  // when this machine was booted
    reporter_->tell(report);
    const auto hung = [&] { return read_report(file_).has_value(); };
    ASSERT_TRUE(comes(hung));
    const auto first = writing();
    ASSERT_TRUE(comes([&] { return writing() != first; })) << "the file goes on";
    EXPECT_EQ(nginx.requests_for("beat"), 0U);
}

TEST_F(TheReporter, a_heartbeat_nobody_answers_holds_nobody_up) {
    const test::FaultyServer silent([](const test::FaultyServer& server, int connection) { server.hang(connection); });
    start(50ms, silent.url("secret-token"));
    reporter_->tell(alive_now());
    ASSERT_TRUE(comes([&] { return silent.connections() > 0; }));
    const auto before = std::chrono::steady_clock::now();
    reporter_.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
}

}  // namespace
}  // namespace hall
