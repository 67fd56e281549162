#pragma once
/// What the show tells of itself: the report for `status`, and a line in the play log for every change on screen.
#include <string>

#include "app/cue_caller.h"
#include "app/on_air.h"
#include "app/options.h"
#include "console/waiting.h"
#include "platform/paths.h"
#include "status/play_log.h"
#include "status/reporter.h"

namespace hall {

enum class Shows { picture, nothing };

/// Thread: render thread.
class ShowReport {
public:
    ShowReport(const Options& options, const Paths& paths);

    /// After present: what stands on screen now. `real_time` is the machine's clock, whatever --at says.
    void shown(const OnAir& on_air, Cause cause, Shows shows, Instant real_time);
    /// Once a turn of the loop, whether it drew or not.
    void turn(const OnAir& on_air, const Waiting& waiting, const FeedStatus& feed, LinkReport link,
              const DisplayReport& display, const ClockReport& clock, Milliseconds steady);
    /// Something of the machine's set-up does not work; told until the end.
    void fault(const Sentence& sentence) { report_.faults.push_back(sentence); }
    /// Another machine was called for the step (from 0).
    void called(const CallOutcome& outcome, Instant real_time);
    /// The desk noted something, which the next picture shows.
    void remarked(const Remark& remark, Instant real_time);
    /// False while another show of this user runs, whose place and log stand on disk. A replay has both of its own.
    bool keeps() const { return replays_ || !reporter_.kept_out(); }
    /// One line of what stands on screen, for the service manager.
    std::string line() const;
    /// The program ends because it was asked to.
    void end(Instant real_time);
    /// The program ends because it cannot go on.
    bool is_alive(Milliseconds limit) const { return reporter_.is_alive(limit); }
    void fail() { reporter_.leave_files(); }

private:
    Play here(Cause cause, Instant real_time) const;
    void log(const Play& play);

    const Path runtime_;
    const bool replays_;
    StatusReport report_;
    PlayLog plays_;
    Reporter reporter_;
};

}  // namespace hall
