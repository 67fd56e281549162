#include "app/show_report.h"

#include <fmt/format.h>

#include <utility>

#include "conference/conference.h"
#include "status/last_word.h"
#include "status/report_file.h"

namespace hall {
namespace {

ReporterWish wish_of(const Options& options, const Paths& paths) {
    ReporterWish wish;
    wish.file = report_file(paths.runtime);
    wish.metrics = options.metrics;
    wish.heartbeat = options.heartbeat;
    wish.certificates = options.certificates;
    return wish;
}

}  // namespace

ShowReport::ShowReport(const Options& options, const Paths& paths)
    : runtime_(paths.runtime),
      replays_(!options.replay.empty()),
      plays_(play_log_file(paths.state)),
      reporter_(wish_of(options, paths)) {
    report_.version = version();
    report_.process = reporter_.process();
    report_.poll = Seconds(options.poll);
    report_.offline = options.offline;
    report_.faults = options.notes;
    take_back_last_word(runtime_);
}

void ShowReport::shown(const OnAir& on_air, Cause cause, Shows shows, Instant real_time) {
    const ShowState& state = on_air.state();
    const auto& steps = on_air.rundown().steps;
    PageReport page{state.step + 1,     steps.size(),           {}, state.cover, state.drive,
                    report_.page.since, shows == Shows::nothing};
    if (state.step < steps.size()) page.screen = name_of(steps[state.step].screen);
    const PageReport before = std::exchange(report_.page, page);
    if (before.step == page.step && before.steps == page.steps && before.screen == page.screen &&
        before.cover == page.cover)
        return;
    report_.page.since = real_time;
    log(here(before.steps == 0 ? Cause::start : cause, real_time));
}

Play ShowReport::here(Cause cause, Instant real_time) const {
    const PageReport& page = report_.page;
    return {real_time, page.step, page.steps, page.screen, page.cover, cause};
}

void ShowReport::log(const Play& play) {
    if (keeps()) plays_.add(play);
}

void ShowReport::called(const CallOutcome& outcome, Instant real_time) {
    Play play = here(Cause::called, real_time);
    play.step = outcome.step + 1;
    play.call = {outcome.to, outcome.status};
    log(play);
}

void ShowReport::remarked(const Remark& remark, Instant real_time) {
    Play play = here(Cause::remarked, real_time);
    play.remark = {remark.who, remark.attendance};
    log(play);
}

void ShowReport::turn(const OnAir& on_air, const Waiting& waiting, const FeedStatus& feed, LinkReport link,
                      const DisplayReport& display, const ClockReport& clock, Milliseconds steady) {
    report_.waits_for = waiting.why;
    report_.differences = waiting.differences.size();
    report_.feed = feed;
    report_.link = std::move(link);
    report_.display = display;
    report_.clock = clock;
    report_.issues = on_air.snapshot().issues.size();
    report_.place_fault = on_air.save_fault();
    report_.alive = steady;
    reporter_.tell(report_);
}

std::string ShowReport::line() const {
    const PageReport& page = report_.page;
    return fmt::format("step {}/{}: {}{}", page.step, page.steps, page.screen,
                       page.cover == Cover::none ? "" : ", covered");
}

void ShowReport::end(Instant real_time) {
    log(here(Cause::end, real_time));
    take_back_last_word(runtime_);
}

}  // namespace hall
