#pragma once
/// Tells machine and people what the show does: status file, metrics, heartbeat, each on a thread of its own so that no
/// disk or server ever holds a frame.
#include <atomic>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "base/file.h"
#include "base/mailbox.h"
#include "base/pulse.h"
#include "net/http_client.h"
#include "net/url.h"
#include "status/report.h"

namespace hall {

struct ReporterWish {
    Path file;                    ///< report_file of the runtime folder; another show's there stays while that runs
    Path metrics;                 ///< empty: none
    std::string heartbeat;        ///< a URL asked once a minute while the loop turns; empty: none
    std::string certificates;     ///< as in FeedSettings
    Milliseconds sign{10'000};    ///< between two signs of life in `file`, which lies in memory where there is /run
    Milliseconds period{60'000};  ///< between two heartbeats, and of what stands still in `metrics`
};

/// Owned by the render thread. The destructor takes the status and metrics files away, but for a show that has failed:
/// one that was ended on purpose leaves nothing to be mourned.
class Reporter {
public:
    explicit Reporter(ReporterWish wish);
    ~Reporter();
    Reporter(const Reporter&) = delete;
    Reporter& operator=(const Reporter&) = delete;

    const ProcessReport& process() const { return process_; }
    /// Once a turn. What is news goes to the thread, which writes it; times that move by themselves wait for the next
    /// sign of life.
    void tell(StatusReport report);
    /// Another show of this user runs, and the files are that one's. Looked at again every few seconds.
    bool kept_out() const { return kept_out_; }
    /// Whether its thread has given a sign of life within this time.
    bool is_alive(Milliseconds limit) const { return pulse_.within(limit); }
    /// The show ends though nobody asked it to: the files stay, and the next start counts as a restart.
    void leave_files() { files_stay_ = true; }

private:
    void run(const std::stop_token& stop);
    enum class Files { status, all };
    void write(const StatusReport& report, Files files = Files::all);
    void beat(const std::stop_token& stop);
    void complain(const Status& done, Sentence& told);

    const ReporterWish wish_;
    const ProcessReport process_;
    std::optional<StatusReport> told_;   ///< the render thread's
    bool files_stay_ = false;            ///< the render thread's
    std::atomic<Milliseconds> alive_{};  ///< steady time of the last turn
    std::atomic<bool> kept_out_;
    Mailbox<StatusReport> reports_;

    Pulse pulse_;

    // The thread's own.
    std::optional<Url> heartbeat_;
    HttpClient client_;
    Sentence file_fault_, metrics_fault_, heartbeat_fault_;

    std::jthread thread_;  // last: joins before what it uses is gone
};

}  // namespace hall
