#include "app/show_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "app/console_window.h"
#include "app/cue_caller.h"
#include "app/door.h"
#include "app/hall_clock.h"
#include "app/keys.h"
#include "app/linked.h"
#include "app/on_air.h"
#include "app/operator_desk.h"
#include "app/program_window.h"
#include "app/proofs.h"
#include "app/remote_control.h"
#include "app/replay.h"
#include "app/show_report.h"
#include "app/side_screens.h"
#include "base/log.h"
#include "conference/agenda.h"
#include "platform/display_power.h"
#include "platform/inhibitor.h"
#include "platform/input.h"
#include "platform/session.h"
#include "platform/signals.h"
#include "platform/watchdog.h"
#include "screens/brand.h"

namespace hall {
namespace {

constexpr Milliseconds frame_time{16};
/// A feed that answers is the first picture; one that does not is waited for no longer than anybody notices.
constexpr Milliseconds patience_with_feed{300};
/// The operator's window shows ages in seconds.
constexpr Milliseconds console_tick{1000};
constexpr Milliseconds power_interval{60'000};
constexpr Milliseconds hint_stands{4000};

Sentence press_o_again() {
    return {"O lần nữa: mở bảng điều hành đè lên hình", "O again: the operator's window over the show"};
}

class ShowLoop {
public:
    ShowLoop(const Options& options, const Paths& paths, const Fonts& fonts, std::optional<Replay> replay)
        : options_(options),
          paths_(paths),
          fonts_(fonts),
          keys_(options.keys),
          desk_(options.language),
          at_(options.at),
          hall_clock_(options.correct_clock),
          replay_(std::move(replay)) {}

    Exit run();

private:
    void open_console();
    void handle(const Event& event);
    void obey(const Wish& wish);
    void command(const Command& command);
    void change(const Command& command, Now moment);
    void play_again();
    void put_on_air(Door::Held snapshot, Cause cause);
    void show_content();
    void accept();
    void take_news();
    void take_outcomes();
    void obey_channel();
    void hold_key(const std::string& typed);
    void draw_hall();
    void draw_console();
    void see_display();
    void start_worker();
    void keep_awake();
    void mind_quiet_hours(Now moment);
    void tell(Milliseconds steady);
    Milliseconds sleep() const;
    Now now() const;
    Status open_remote();
    const Theme& theme() const;

    const Options& options_;
    const Paths& paths_;
    const Fonts& fonts_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Input> input_;
    std::atomic<Input*> waker_ = nullptr;  ///< for the signal's thread, which is older than the input
    std::unique_ptr<Signals> signals_;
    std::unique_ptr<ProgramWindow> program_;
    std::unique_ptr<SideScreens> sides_;
    std::unique_ptr<ConsoleWindow> console_;
    std::unique_ptr<OnAir> on_air_;
    std::unique_ptr<Linked> linked_;
    std::unique_ptr<Door> door_;
    FeedStatus feed_status_;
    Keys keys_;
    OperatorDesk desk_;
    Covering covering_ = Covering::refused;  ///< of the next operator's window
    std::string at_;                         ///< --at, until the conference's zone is known
    HallClock hall_clock_;
    std::optional<Replay> replay_;
    Instant started_ = hall_clock_.machine();
    Milliseconds shift_{0};             ///< --at: the wall clock's difference
    PageRecord drawn_;                  ///< what the hall's picture said about itself
    Milliseconds drawn_at_{0};          ///< steady time when the last picture was begun
    bool owed_ = true;                  ///< the hall's picture is to be drawn
    Milliseconds first_picture_by_{0};  ///< steady time: until then the first picture waits for the feed's first word
    bool console_owed_ = true;
    bool next_owed_ = false;                  ///< a NEXT counted whose picture is not drawn yet
    std::optional<Milliseconds> next_drawn_;  ///< steady time when the last NEXT's picture stood
    Cause cause_ = Cause::start;              ///< what changed the state last
    DisplayReport display_;
    std::unique_ptr<ShowReport> report_;
    Milliseconds power_again_{0};             ///< steady time
    std::optional<Milliseconds> hint_until_;  ///< steady time: why O opened nothing stands on the wall
    Watchdog watchdog_;
    Inhibitor inhibitor_;
    std::shared_ptr<Pulse> worker_pulse_;
    bool quit_ = false;
    std::unique_ptr<RemoteServer> remote_;  ///< its thread, too, wakes the input
    std::unique_ptr<CueCaller> caller_;     ///< and so does its
    std::unique_ptr<FeedWorker> worker_;    ///< last: its thread ends before what it wakes is gone
};

/// With --speed the wall clock runs ahead; the steady one, of animations and the lock-out, does not.
Now ShowLoop::now() const {
    const Now moment = hall_clock_.now();
    const auto ahead = std::chrono::floor<Milliseconds>((options_.speed - 1) * (hall_clock_.machine() - started_));
    return {moment.wall + ahead + shift_, moment.steady};
}

const Theme& ShowLoop::theme() const { return theme_of(on_air_->snapshot().conference, options_.theme); }

void ShowLoop::open_console() {
    if (console_) return;
    auto opened = ConsoleWindow::open(
        program_->window(), fonts_, theme(),
        {options_.renderer, paths_.fonts / "be-vietnam-pro" / "BeVietnamPro_500Medium.ttf", options_.language,
         options_.console_over ? Covering::allowed : covering_, sides_->displays_in_use()});
    if (!opened) return log_line(LogLevel::warning, "app", opened.error().sentence.in(options_.language));
    console_ = *std::move(opened);
    console_owed_ = true;
}

/// A NEXT that was pressed before the last one's picture stood for the lock-out comes from a bouncing remote, however
/// long the disk or the drawing held this thread up meanwhile.
void ShowLoop::command(const Command& command) {
    if (linked_->role() == Role::follows) return;
    Now moment = now();
    if (command.verb == Verb::next && next_drawn_ && moment.steady - *next_drawn_ < next_lockout) return;
    const Sentence objection = desk_.objection(command, *on_air_, moment);
    desk_.answer(objection, moment.steady);
    if (!objection.empty()) desk_.note(objection.in(options_.language), *on_air_, moment);
    // A name that nobody would see is not switched on: the next page would have it unasked.
    if (command.verb == Verb::lower_third && !objection.empty()) return;
    linked_->note_command(moment.steady);
    moment.steady += linked_->lead();
    const ShowState before = on_air_->state();
    change(command, moment);
    caller_->call(call_of(command, before, on_air_->state(), on_air_->rundown()), on_air_->state().step);
    if (objection.empty()) desk_.note(command_in_words(command, *on_air_).in(options_.language), *on_air_, moment);
    cause_ = Cause::operated;
    next_owed_ |= command.verb == Verb::next;
}

void ShowLoop::change(const Command& command, Now moment) {
    const Snapshot* const shown = &on_air_->snapshot();
    const Remarks before = on_air_->state().remarks;
    on_air_->command(command, moment);
    if (before != on_air_->state().remarks) report_->remarked(command.remark, hall_clock_.machine());
    if (&on_air_->snapshot() != shown) show_content();
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

void ShowLoop::obey(const Wish& wish) {
    if (wish.quit) quit_ = true;
    if (wish.console) {
        open_console();
        if (!console_ && std::exchange(covering_, Covering::allowed) == Covering::refused)
            hint_until_ = now().steady + hint_stands;  // asked for once more, it comes
    }
    if (wish.refresh) worker_->refresh();
    if (wish.accept) accept();
    if (wish.command) command(*wish.command);
    owed_ = console_owed_ = true;
}

void ShowLoop::handle(const Event& event) {
    const bool on_console = console_ && event.window == console_->id();
    switch (event.kind) {
        case EventKind::key:
        case EventKind::key_up:
        case EventKind::character:
            console_owed_ = console_ != nullptr;
            if (console_ && options_.keys == KeySet::all && console_->take_key(event)) break;
            obey(keys_.press(event, now().steady));
            break;
        case EventKind::quit_request: break;  // the desktop does not end a ceremony; Ctrl+Q and SIGTERM do
        case EventKind::close_request:
            if (on_console) console_.reset();
            break;
        case EventKind::displays_changed:
            program_->refit();
            sides_->refit(program_->window().display(), on_air_->snapshot(), now());
            if (console_ && console_->covering() == Covering::refused &&
                !ConsoleWindow::has_place_beside(program_->window(), sides_->displays_in_use().size()))
                console_.reset();
            [[fallthrough]];
        case EventKind::renderer_lost:
        case EventKind::size_changed:
        case EventKind::exposed:
            if (event.kind == EventKind::renderer_lost) program_->lose_renderer();
            see_display();
            sides_->owe();
            owed_ = console_owed_ = true;
            break;
        case EventKind::mouse_move:
        case EventKind::mouse_down:
        case EventKind::mouse_up:
        case EventKind::mouse_wheel:
            if (!on_console) break;
            console_owed_ = true;
            if (console_->take(event)) draw_console();
            break;
        case EventKind::wake: break;
    }
}

void ShowLoop::show_content() {
    program_->take(on_air_->snapshot());
    sides_->take(on_air_->snapshot(), now());
}

void ShowLoop::put_on_air(Door::Held snapshot, Cause cause) {
    if (!snapshot) return;
    on_air_->take(std::move(snapshot), now());
    cause_ = cause;
    show_content();
    owed_ = console_owed_ = true;
}

/// Nobody accepts what nobody sees.
void ShowLoop::accept() {
    if (door_->waiting().why == WaitsFor::nothing) return;
    if (!console_) return log_line(LogLevel::warning, "app", "C accepts nothing while the operator's window is closed");
    put_on_air(door_->press(now().steady), Cause::operated);
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
        for (const RemoteCommand& sent : remote_->take()) {
            command(command_of(sent));
            owed_ = console_owed_ = true;
        }
        remote_->tell(state_for_panels(*on_air_));
    }
    take_outcomes();
    if (auto snapshot = worker_->snapshots().take()) {
        first_picture_by_ = Milliseconds{0};
        // A moment without an offset is the conference's own time.
        if (const auto at = parse_instant(std::exchange(at_, {}), snapshot->conference.identity.timezone))
            shift_ += *at - now().wall;
        put_on_air(door_->offer(std::move(snapshot), *on_air_), Cause::feed);
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
    if (linked_->obey(*on_air_, now())) worker_->refresh();
    if (&on_air_->snapshot() != shown) show_content();
    if (before == on_air_->state() && &on_air_->snapshot() == shown) return;
    cause_ = Cause::operated;
    owed_ = console_owed_ = true;
}

void ShowLoop::draw_hall() {
    drawn_at_ = now().steady;
    if (now().steady < on_air_->state().since) return;  // every screen changes at that moment
    drawn_ = program_->draw(*on_air_, now(), hint_until_ ? press_o_again().in(options_.language) : std::string());
    owed_ = false;
    if (program_->broken()) return;
    display_.rebuilds = program_->rebuilds();
    display_.textures = program_->textures();
    report_->shown(*on_air_, cause_, hall_clock_.machine());
    if (std::exchange(next_owed_, false)) next_drawn_ = now().steady;
}

/// What was typed is in no log, not even where it is wrong.
void ShowLoop::hold_key(const std::string& typed) {
    const auto award = on_air_->hold_key(typed);
    const Sentence answer = key_answer(award);
    if (award) console_->forget_key();
    desk_.answer(answer, now().steady);
    desk_.note(award ? answer.in(options_.language) : key_refused().in(options_.language), *on_air_, now());
    console_owed_ = true;
}

void ShowLoop::draw_console() {
    console_owed_ = false;
    if (!console_) return;
    const Now moment = now();
    ConsoleInput input{on_air_->snapshot(),
                       on_air_->feeds().conference,
                       feed_status_,
                       on_air_->rundown(),
                       on_air_->state(),
                       moment,
                       hall_clock_.machine(),
                       keys_.typed(),
                       on_air_->key_fault().empty() ? on_air_->save_fault() : on_air_->key_fault(),
                       program_->shape(),
                       options_.theme};
    input.waiting = &door_->waiting();
    input.answer = desk_.answer_at(moment.steady);
    input.log = desk_.lines();
    const LinkReport link = linked_->report(moment);
    input.channel_fault = link.fault;
    input.screens_summary = link.screens;
    for (const ScreenReport& one : linked_->screens().screens)
        input.screens.push_back(
            {one.name, one.step, one.standing == Standing::shows ? Sentence{} : in_words(one.standing)});
    const auto& steps = on_air_->rundown().steps;
    if (const std::size_t next = on_air_->state().step + 1; next < steps.size())
        input.cue_issues = issues_of(steps[next], on_air_->snapshot(), options_.language);
    const auto commands = console_->draw(input);
    if (const auto typed = console_->take_typed_key()) hold_key(*typed);
    for (const Command& clicked : commands) {
        command(clicked);
        owed_ = console_owed_ = true;
    }
}

void ShowLoop::see_display() {
    display_ = program_->report();
    display_.driver = session_->driver();
}

/// The display's power is asserted again and again: a television that was unplugged comes back lit.
void ShowLoop::mind_quiet_hours(Now moment) {
    if (!options_.quiet) return;
    const TimeZone& zone = on_air_->snapshot().conference.identity.timezone;
    const bool quiet = on_air_->state().drive == Drive::by_clock && options_.quiet->contains(zone.local(moment.wall));
    const bool changed = quiet != program_->quiet();
    if (!changed && moment.steady < power_again_) return;
    power_again_ = moment.steady + power_interval;
    program_->set_quiet(quiet);
    set_display_power(quiet ? Power::off : Power::on);
    owed_ |= changed;
}

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
    if (owed_) return;
    keep_awake();
    linked_->shown(*on_air_, display_, now());
    watchdog_.ready();
    watchdog_.say(report_->line());
    if (worker_pulse_->within(watchdog_.patience())) watchdog_.feed();
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
    FeedSettings settings = feed_settings(options_, paths_.cache);
    settings.started = now().wall;
    settings.sequence = paths_.state / ("sequence-" + sha256_hex(options_.feed).substr(0, 16));
    settings.wake = [this] {
        if (Input* input = waker_.load()) input->wake();
    };
    worker_pulse_ = settings.pulse;
    worker_ = std::make_unique<FeedWorker>(std::move(settings));
}

Exit ShowLoop::run() {
    signals_ = std::make_unique<Signals>([this] {
        if (Input* input = waker_.load()) input->wake();
    });
    start_worker();
    auto session = Session::open();
    if (!session) {
        fmt::print(stderr, "{}\n", session.error().sentence.in(options_.language));
        return Exit::no_display;
    }
    session_ = *std::move(session);
    input_ = std::make_unique<Input>();
    waker_ = input_.get();
    auto linked = Linked::open(options_, paths_, [this] { input_->wake(); });
    if (!linked) {
        fmt::print(stderr, "{}\n", linked.error().sentence.in(options_.language));
        return Exit::usage;
    }
    linked_ = *std::move(linked);
    on_air_ = std::make_unique<OnAir>(place_file(paths_.state, options_.feed), now(), linked_->role(),
                                      Vault(options_.seal_keys, feed_settings(options_, paths_.cache).decode_picture));
    door_ = std::make_unique<Door>(AcceptedWords(paths_.state / "accepted", options_.feed));
    auto program = ProgramWindow::open(options_, fonts_, theme());
    if (!program) {
        fmt::print(stderr, "{}\n", program.error().sentence.in(options_.language));
        return Exit::no_display;
    }
    program_ = *std::move(program);
    sides_ = std::make_unique<SideScreens>(options_, fonts_);
    sides_->refit(program_->window().display(), on_air_->snapshot(), now());
    log_line(LogLevel::info, "app", fmt::format("{}, {}", program_->describe(), session_->driver()));
    put_on_air(door_->start(now().wall), Cause::start);
    see_display();
    report_ = std::make_unique<ShowReport>(options_, paths_);
    caller_ = std::make_unique<CueCaller>(
        CueCallerWish{options_.call_hosts, options_.certificates, [this] { input_->wake(); }});
    first_picture_by_ = now().steady + patience_with_feed;
    if (options_.console) open_console();
    if (const Status opened = open_remote(); !opened)
        log_line(LogLevel::error, "app", opened.error().sentence.in(options_.language));

    take_news();  // what came before there was anything to wake
    Instant console_drawn{};
    while (!quit_ && !signals_->quit_wished() && !program_->broken()) {
        for (const Event& event : input_->wait_events(sleep())) handle(event);
        input_->use(console_ && console_->is_typing() ? Characters::on : Characters::off);
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
        linked_->publish(*on_air_, moment);
        if (owed_ && moment.steady >= first_picture_by_) draw_hall();
        sides_->turn(on_air_->snapshot(), now());
        if (console_owed_ || moment.wall - console_drawn >= console_tick) {
            draw_console();
            console_drawn = moment.wall;
        }
        tell(moment.steady);
    }
    watchdog_.stopping();
    report_->end(hall_clock_.machine());
    return program_->broken() ? Exit::restart : Exit::done;
}

}  // namespace

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
