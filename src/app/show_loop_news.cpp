/// What comes from other threads and machines: the feed, the channel, button panels, outcomes of calls; and from a log
/// that is replayed.
#include <utility>

#include "app/show_loop_inside.h"
#include "base/log.h"

namespace hall {

void ShowLoop::show_content() {
    program_->take(on_air_->snapshot());
    if (mc_) mc_->take(on_air_->snapshot());
    sides_->take(on_air_->snapshot(), now());
}

void ShowLoop::put_on_air(Door::Held snapshot, Cause cause) {
    if (!snapshot) return;
    worker_->on_air(snapshot);
    if (options_.show) snapshot = only(*options_.show, *snapshot);
    on_air_->take(std::move(snapshot), now());
    cause_ = cause;
    show_content();
    owed_ = console_owed_ = true;
}

Status ShowLoop::open_remote() {
    const auto address = parse_remote_address(options_.remote_api);
    if (!address) return Done{};
    auto opened = RemoteServer::open({*address, options_.remote_token, [this] { input_->wake(); }});
    if (!opened) return opened.error();
    remote_ = *std::move(opened);
    return Done{};
}

void ShowLoop::take_news() {
    if (remote_) {
        remote_->serve([this](const RemoteCommand& sent) {
            const Sentence objection = command(command_of(sent));
            owed_ = console_owed_ = true;
            remote_->tell(state_for_panels(*on_air_, commanding()));
            return outcome_for_panels(objection.in(options_.language), *on_air_, commanding());
        });
    }
    take_outcomes();
    if (auto snapshot = worker_->snapshots().take()) {
        first_picture_by_ = Milliseconds{0};
        // A moment without an offset is the conference's own time.
        if (const auto at = parse_instant(std::exchange(at_, {}), snapshot->conference.identity.timezone))
            shift_ += *at - now().wall;
        put_on_air(door_->offer(std::move(snapshot), *on_air_), Cause::feed);
    }
    if (on_air_->take_photos()) {
        show_content();
        owed_ = console_owed_ = true;
    }
    console_owed_ |= linked_->take_news();
    obey_channel();
    if (const auto status = worker_->statuses().take()) {
        feed_status_ = *status;
        if (!status->fault.empty()) first_picture_by_ = Milliseconds{0};
        hall_clock_.hear(feed_status_.server_ahead);
        console_owed_ = true;
    }
}

void ShowLoop::take_outcomes() {
    for (const CallOutcome& outcome : caller_->take()) {
        const bool done = outcome.fault.empty();
        const std::string step = std::to_string(outcome.step + 1);
        const Sentence said =
            done ? Sentence{"bước " + step + ": đã gọi " + outcome.to, "step " + step + ": called " + outcome.to}
                 : outcome.fault;
        log_line(done ? LogLevel::info : LogLevel::warning, "app", said.en);
        desk_.note(said.in(options_.language), *on_air_, now());
        if (!done) desk_.answer(outcome.fault, now().steady);
        report_->called(outcome, hall_clock_.machine());
        console_owed_ = true;
    }
}

/// Where this machine's content lacks the commanded step, newer content may have it.
void ShowLoop::obey_channel() {
    put_on_air(door_->accepted_there(linked_->operators_content()), Cause::feed);
    const ShowState before = on_air_->state();
    const Snapshot* const shown = &on_air_->snapshot();
    if (linked_->inherit(*on_air_, now(), hall_clock_.machine())) worker_->refresh();
    if (linked_->obey(*on_air_, now())) worker_->refresh();
    if (&on_air_->snapshot() != shown) show_content();
    if (before == on_air_->state() && &on_air_->snapshot() == shown) return;
    cause_ = Cause::operated;
    owed_ = console_owed_ = true;
}

/// One line of the log a picture: none is passed over, however fast the clock goes. Nobody is called again.
void ShowLoop::play_again() {
    const bool ready = replay_ && !owed_ && on_air_->snapshot().number > 0;
    const Play* const play = ready ? replay_->take(now().wall) : nullptr;
    if (!play) return;
    for (const Command& one : commands_for(*play, on_air_->state(), now().steady)) change(one, now());
    cause_ = Cause::operated;
    owed_ = console_owed_ = true;
}

}  // namespace hall
