#include "status/reporter.h"

#include <fmt/format.h>
#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/log.h"
#include "status/metrics.h"
#include "status/process_facts.h"
#include "status/report_file.h"

namespace hall {
namespace {

constexpr Timeouts heartbeat_timeouts{Seconds(3), Seconds(5), Seconds(3)};
constexpr std::size_t most_heartbeat_bytes = 1U << 16U;
/// While another show has the files: how soon it is seen that it has ended.
constexpr Milliseconds look_again{3'000};
/// A loop that has not turned for this long does not count as alive: it wakes at least every five seconds.
constexpr Milliseconds longest_turn{20'000};

constexpr int first_success = 200, first_redirect = 300;

/// Names the host only: the rest of a heartbeat's address is its password.
Error unheard(const Url& url, int status) {
    const std::string why_vi = status == 0 ? "không trả lời" : fmt::format("trả lời mã {}", status);
    const std::string why_en = status == 0 ? "does not answer" : fmt::format("answers with status {}", status);
    return fault(fmt::format("Nơi nhận tín hiệu sống {} {}: hãy kiểm tra địa chỉ và mạng.", url.host(), why_vi),
                 fmt::format("The heartbeat's server {} {}: check address and network.", url.host(), why_en));
}

/// The address is not repeated: it may be a password.
Error no_heartbeat_address() {
    return fault(
        "Địa chỉ nhận tín hiệu sống (heartbeat ở mục [status] của tệp cấu hình, hoặc --heartbeat) không dùng được: hãy "
        "ghi đủ dạng https://máy-chủ/đường-dẫn, không có tên đăng nhập.",
        "The heartbeat's address (heartbeat under [status] in the configuration, or --heartbeat) cannot be used: write "
        "it in full as https://server/path, without a user's name.");
}

Error first_come(int pid) {
    return fault(
        fmt::format("Trên máy này đã có chương trình đang trình chiếu (pid {}): hoitruong status nói về nó.", pid),
        fmt::format("Another show already runs on this machine (pid {}): hoitruong status tells of that.", pid));
}

Now clocks() {
    return {std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()),
            std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch())};
}

}  // namespace

Reporter::Reporter(ReporterWish wish)
    : wish_(std::move(wish)),
      process_(own_process(wish_.file, clocks().wall)),
      kept_out_(another_show_in(wish_.file).has_value()),
      client_(wish_.certificates, &pulse_) {
    if (!wish_.heartbeat.empty()) {
        if (auto url = Url::parse(wish_.heartbeat))
            heartbeat_ = *std::move(url);
        else
            complain(no_heartbeat_address(), heartbeat_fault_);
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Reporter::~Reporter() {
    thread_.request_stop();
    client_.wake();
    thread_.join();
    const auto left = read_report(wish_.file);
    const bool anothers = left && left->process.pid != process_.pid;  // of a second show, which goes on
    if (files_stay_ || anothers) return;
    std::error_code ignored;
    std::filesystem::remove(wish_.file, ignored);
    if (!wish_.metrics.empty()) std::filesystem::remove(wish_.metrics, ignored);
}

void Reporter::tell(StatusReport report) {
    alive_ = report.alive;
    const bool news = !told_ || !same_news(*told_, report);
    const bool times =
        news || told_->feed.last_success != report.feed.last_success || told_->feed.next_try != report.feed.next_try;
    if (!times) return;
    told_ = std::move(report);
    reports_.post(std::make_shared<const StatusReport>(*told_));
    if (news) client_.wake();
}

void Reporter::run(const std::stop_token& stop) {
    pthread_setname_np(pthread_self(), "status");
    std::shared_ptr<const StatusReport> report;
    Milliseconds next_sign = clocks().steady, next_beat = next_sign;
    while (!stop.stop_requested()) {
        const auto newer = reports_.take();
        const bool news = newer && (!report || !same_news(*report, *newer));
        if (newer) report = newer;
        const Milliseconds now = clocks().steady;
        const bool due = report && now >= next_beat, sign = report && now >= next_sign;
        if (news || due || (report && kept_out_))
            write(*report);
        else if (sign)
            write(*report, Files::status);
        if (sign) next_sign = now + wish_.sign;
        if (due) {
            next_beat = now + wish_.period;
            const Sentence before = heartbeat_fault_;
            beat(stop);
            if (heartbeat_fault_ != before) write(*report);  // not with the next page, or in a minute
            continue;                                        // what came meanwhile woke the transfer and not the wait
        }
        const Milliseconds longest = report ? std::min(next_sign, next_beat) - now : wish_.period;
        client_.wait(kept_out_ ? std::min(longest, look_again) : longest);
    }
}

void Reporter::write(const StatusReport& report, Files files) {
    // Where another show came first, both files are that one's.
    const auto another = another_show_in(wish_.file);
    kept_out_ = another.has_value();
    if (another) return complain(first_come(*another), file_fault_);
    StatusReport written = report;
    written.process = process_;
    written.memory = own_memory();
    const Now now = clocks();
    written.written = now.wall;
    written.alive = alive_;
    if (files == Files::all && !wish_.metrics.empty())
        complain(write_metrics(wish_.metrics, written, now), metrics_fault_);
    for (const Sentence& fault : {metrics_fault_, heartbeat_fault_})
        if (!fault.empty()) written.faults.push_back(fault);
    complain(write_report(wish_.file, written), file_fault_);
}

void Reporter::beat(const std::stop_token& stop) {
    if (!heartbeat_ || clocks().steady - alive_.load() > longest_turn) return;
    const HttpRequest request{*heartbeat_, {}, most_heartbeat_bytes, Compression::refused, heartbeat_timeouts};
    const auto answer = client_.fetch(request, stop);
    if (stop.stop_requested()) return;
    const bool heard = answer && answer->status >= first_success && answer->status < first_redirect;
    complain(heard ? Status(Done{}) : Status(unheard(*heartbeat_, answer ? answer->status : 0)), heartbeat_fault_);
}

void Reporter::complain(const Status& done, Sentence& told) {
    const Sentence fault = done ? Sentence{} : done.error().sentence;
    if (!fault.empty() && fault != told) log_line(LogLevel::warning, "status", fault.en);
    told = fault;
}

}  // namespace hall
