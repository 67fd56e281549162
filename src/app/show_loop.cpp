#include "app/show_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

#include "app/proofs.h"
#include "app/show_loop_inside.h"
#include "base/log.h"
#include "conference/agenda.h"
#include "platform/display_power.h"
#include "screens/brand.h"
#include "status/last_word.h"
#include "status/report_file.h"

namespace hall {
namespace {

constexpr Milliseconds frame_time{16};
/// A feed that answers is the first picture; one that does not is waited for no longer than anybody notices.
constexpr Milliseconds patience_with_feed{300};
/// The operator's window shows ages in seconds.
constexpr Milliseconds console_tick{1000};

}  // namespace

/// With --speed the wall clock runs ahead; the steady one, of animations and the lock-out, does not.
Now ShowLoop::now() const {
    const Now moment = hall_clock_.now();
    const auto ahead = std::chrono::floor<Milliseconds>((options_.speed - 1) * (hall_clock_.machine() - started_));
    return {moment.wall + ahead + shift_, moment.steady};
}

const Theme& ShowLoop::theme() const { return theme_of(on_air_->snapshot().conference, options_.theme); }

/// While somebody is at work or the agenda runs, nobody switches the machine off by mistake.
void ShowLoop::keep_awake() {
    const Phase phase = now_next(on_air_->snapshot().conference.agenda, now().wall).phase;
    const bool at_work = on_air_->state().drive == Drive::by_operator && phase != Phase::after;
    if (program_->window().fills_display() && (at_work || phase == Phase::during))
        inhibitor_.hold("Hội nghị đang trình chiếu / a conference is on");
    else
        inhibitor_.release();
}

/// The end of a turn. The watchdog is fed where no frame is owed any more, and only while the worker goes on too.
void ShowLoop::tell(Milliseconds steady) {
    report_->turn(*on_air_, door_->waiting(), feed_status_, linked_->report(now()), display_, hall_clock_.report(),
                  steady);
    on_air_->keep(report_->keeps() ? Keeps::place : Keeps::nothing);
    if (remote_) remote_->tell(state_for_panels(*on_air_, commanding()));
    if (owed_) return;
    if (!program_->quiet() && !std::exchange(woken_, true))
        wake_display();  // the show before may have ended in its quiet hours
    keep_awake();
    linked_->shown(*on_air_, display_, now());
    on_air_->settle(now());
    watchdog_.ready();
    watchdog_.say(report_->line());
    if (others_are_alive(watchdog_.patience()))
        watchdog_.feed();
    else
        watchdog_.doubt();
}

bool ShowLoop::others_are_alive(Milliseconds limit) const {
    return worker_pulse_->within(limit) && linked_->is_alive(limit) && report_->is_alive(limit) &&
           (!caller_ || caller_->is_alive(limit));
}

/// Until the next frame, clock boundary or unattended advance, whichever comes first.
Milliseconds ShowLoop::sleep() const {
    const Milliseconds waits = first_picture_by_ - now().steady;
    if (owed_ && waits > Milliseconds{0}) return waits;
    const Milliseconds ahead = on_air_->state().since - now().steady;
    if (owed_ && ahead > Milliseconds{0}) return ahead;
    if (owed_ || console_owed_) return Milliseconds{0};
    if (drawn_.moving) return std::max(drawn_at_ + frame_time - now().steady, Milliseconds{0});
    Milliseconds longest = console_ ? console_tick : watchdog_.longest_sleep();
    const Now moment = now();
    if (drawn_.changes)
        longest = std::min(longest, std::chrono::ceil<Milliseconds>((*drawn_.changes - moment.wall) / options_.speed));
    if (mc_ && mc_changes_)
        longest = std::min(longest, std::chrono::ceil<Milliseconds>((*mc_changes_ - moment.wall) / options_.speed));
    if (const auto due = linked_->due()) longest = std::min(longest, *due - moment.steady);
    if (const auto again = replay_ ? replay_->next() : std::nullopt)
        longest = std::min(longest, std::chrono::ceil<Milliseconds>((*again - moment.wall) / options_.speed));
    if (hint_until_) longest = std::min(longest, *hint_until_ - moment.steady);
    if (const auto sides = sides_->sleep(moment)) longest = std::min(longest, *sides);
    const auto next = next_advance(on_air_->state(), on_air_->rundown());
    if (next && linked_->alone(moment)) longest = std::min(longest, *next - moment.steady);
    return std::max(longest, Milliseconds{1});
}

/// Before display and window, which take longer than many an answer.
void ShowLoop::start_worker() {
    if (const auto at = parse_instant(at_, TimeZone{})) shift_ = *at - now().wall;
    door_ = std::make_unique<Door>(AcceptedWords(paths_.state / "accepted", options_.feed + options_.signed_by));
    accepted_ = door_->start(now().wall);
    FeedSettings settings = feed_settings(options_, paths_.cache);
    settings.started = now().wall;
    settings.on_air = accepted_;
    settings.sequence = paths_.state / ("sequence-" + sha256_hex(options_.feed).substr(0, 16));
    settings.wake = [this] {
        if (Input* input = waker_.load()) input->wake();
    };
    worker_pulse_ = settings.pulse;
    worker_ = std::make_unique<FeedWorker>(std::move(settings));
}

Exit ShowLoop::cannot_begin(const Sentence& why, Exit how) const {
    fmt::print(stderr, "{}{}\n", journal_priority(LogLevel::error), why.in(options_.language));
    (void)leave_last_word(paths_.runtime,
                          {why, hall_clock_.machine()});  // where even that cannot be written the journal has it
    return how;
}

Exit ShowLoop::run() {
    signals_ = std::make_unique<Signals>([this] {
        if (Input* input = waker_.load()) input->wake();
    });
    start_worker();
    auto session = Session::open();
    if (!session) return cannot_begin(session.error().sentence, Exit::no_display);
    session_ = *std::move(session);
    if (std::string_view(session_->driver()) == "KMSDRM") connectors_.emplace("/sys/class/drm");
    input_ = std::make_unique<Input>();
    waker_ = input_.get();
    auto linked = Linked::open(options_, paths_, [this] { input_->wake(); });
    if (!linked) return cannot_begin(linked.error().sentence, Exit::usage);
    linked_ = *std::move(linked);
    Vault vault(options_.seal_keys, std::make_unique<SealedPhotos>(feed_settings(options_, paths_.cache).decode_picture,
                                                                   [this] { input_->wake(); }));
    on_air_ =
        std::make_unique<OnAir>(place_file(paths_.state, show_of(options_)), now(), linked_->role(), std::move(vault));
    if (options_.replay.empty() && another_show_in(report_file(paths_.runtime))) on_air_->keep(Keeps::nothing);
    auto program = ProgramWindow::open(options_, fonts_, theme());
    if (!program) return cannot_begin(program.error().sentence, Exit::no_display);
    program_ = *std::move(program);
    sides_ = std::make_unique<SideScreens>(options_, fonts_);
    if (!options_.screens.empty()) sides_->refit(program_->window().display(), on_air_->snapshot(), now());
    log_line(LogLevel::info, "app", fmt::format("{}, {}", program_->describe(), session_->driver()));
    put_on_air(std::exchange(accepted_, nullptr), Cause::start);
    report_ = std::make_unique<ShowReport>(options_, paths_);
    caller_ = std::make_unique<CueCaller>(
        CueCallerWish{options_.call_hosts, options_.certificates, [this] { input_->wake(); }});
    first_picture_by_ = now().steady + patience_with_feed;
    open_mc();
    if (options_.console) open_console();
    if (const Status opened = open_remote(); !opened) {
        log_line(LogLevel::error, "app", opened.error().sentence.en);
        report_->fault(opened.error().sentence);
    }

    take_news();  // what came before there was anything to wake
    Instant console_drawn{};
    while (!quit_ && !signals_->quit_wished() && !program_->broken() && !plugged_otherwise_) {
        for (const Event& event : input_->wait_events(sleep())) handle(event);
        listen_for_characters();
        take_news();
        const ShowState before = on_air_->state();
        if (linked_->alone(now()) && !replay_) on_air_->tick(now());
        play_again();
        put_on_air(door_->look(*on_air_), Cause::feed);
        if (hall_clock_.stepped()) owed_ = console_owed_ = true;
        const Now moment = now();
        console_owed_ |= door_->forget_press(moment.steady);
        if (before.step != on_air_->state().step) cause_ = Cause::clock;
        if (before != on_air_->state() || (drawn_.changes && *drawn_.changes <= moment.wall))
            owed_ = console_owed_ = true;
        owed_ |= drawn_.moving;
        if (hint_until_ && moment.steady >= *hint_until_) {
            hint_until_.reset();
            owed_ = true;
        }
        mind_quiet_hours(moment);
        mind_hardware(moment);
        if (program_->broken()) break;
        linked_->publish(*on_air_, moment);
        if (owed_ && moment.steady >= first_picture_by_) draw_hall();
        draw_mc();
        if (sides_->turn(on_air_->snapshot(), now())) see_display();
        if (console_owed_ || moment.wall - console_drawn >= console_tick) {
            draw_console();
            console_drawn = moment.wall;
        }
        tell(moment.steady);
    }
    watchdog_.stopping();
    remote_.reset();                                      // what nobody will do is not taken any more
    if (program_->quiet()) set_display_power(Power::on);  // for who comes after
    if (program_->broken() || plugged_otherwise_) {
        report_->fail();
        return Exit::restart;
    }
    report_->end(hall_clock_.machine());
    return Exit::done;
}

Exit run_show(const Options& options, const Paths& paths, const Fonts& fonts) {
    if (options.replay.empty()) return ShowLoop(options, paths, fonts, std::nullopt).run();
    auto replay = Replay::open(options.replay);
    if (!replay) {
        fmt::print(stderr, "{}\n", replay.error().sentence.in(options.language));
        return Exit::failed;
    }
    // Its place and its own play log are none of the day's.
    Paths own = paths;
    own.state /= "replay";
    std::error_code ignored;
    std::filesystem::remove_all(own.state, ignored);
    Options again = options;
    again.at = format_rfc3339(replay->begins());
    return ShowLoop(again, own, fonts, *std::move(replay)).run();
}

}  // namespace hall
