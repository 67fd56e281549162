/// What the show puts on its windows.
#include <utility>

#include "app/show_loop_inside.h"
#include "base/log.h"
#include "platform/display_power.h"

namespace hall {
namespace {

constexpr Milliseconds power_interval{60'000};

Sentence press_o_again() {
    return {"O lần nữa: mở bảng điều hành đè lên hình", "O again: the operator's window over the show"};
}

}  // namespace

void ShowLoop::draw_hall() {
    drawn_at_ = now().steady;
    if (now().steady < on_air_->state().since) return;  // every screen changes at that moment
    drawn_ = program_->draw(*on_air_, now(), hint_until_ ? press_o_again().in(options_.language) : std::string());
    owed_ = false;
    if (display_.driver.empty()) see_display();
    display_.rebuilds = program_->rebuilds();
    display_.textures = program_->textures();
    report_->shown(*on_air_, cause_, program_->quiet() ? Shows::nothing : Shows::picture, hall_clock_.machine());
    if (std::exchange(next_owed_, false)) next_drawn_ = now().steady;
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
                       on_air_->seen(),
                       moment,
                       hall_clock_.machine(),
                       keys_.typed(),
                       on_air_->key_fault().empty() ? on_air_->save_fault() : on_air_->key_fault(),
                       program_->viewport(on_air_->snapshot()),
                       options_.theme};
    input.waiting = &door_->waiting();
    if (mc_reads()) input.mc = McReads::yes;
    if (console_->covering() == Covering::allowed) input.lies = Lies::over_the_hall;
    if (drawn_.ticker_waits) input.ticker = TickerRoom::waits;
    input.answer = desk_.answer_at(moment.steady);
    input.log = desk_.lines();
    const LinkReport link = linked_->report(moment);
    input.channel_fault = link.fault;
    input.screens_summary = link.screens;
    if (!options_.at.empty() || options_.speed != 1) input.occasion = Occasion::rehearsal;
    if (replay_) input.occasion = Occasion::replay;
    if (link.part == LinkPart::replaced) input.keys_move = KeysMove::this_only;
    if (link.part == LinkPart::follows) input.keys_move = KeysMove::nothing;
    for (const ScreenReport& one : linked_->screens().screens)
        input.screens.push_back(
            {one.name, one.step, one.standing == Standing::shows ? Sentence{} : in_words(one.standing)});
    const auto& steps = on_air_->rundown().steps;
    if (const std::size_t next = on_air_->state().step + 1; next < steps.size()) {
        input.cue_issues = issues_of(steps[next], on_air_->snapshot(), options_.language);
        const auto misfits = program_->misfits(*on_air_, steps[next], moment.wall);
        input.cue_fit = does_not_fit(misfits.cut, misfits.left_out, misfits.covered);
    }
    const Clicked clicked = console_->draw(input);
    typing_.choose(console_->typing());
    if (const auto typed = console_->take_typed_key()) hold_key(*typed);
    for (const Command& one : clicked.commands) {
        command(one);
        owed_ = console_owed_ = true;
    }
    if (clicked.refresh) worker_->refresh();
    if (clicked.accept) accept();
    console_owed_ |= clicked.refresh || clicked.accept;
    if (clicked.close) close_console();
}

void ShowLoop::see_display() {
    display_ = program_->report();
    display_.driver = session_->driver();
    for (AbsentDisplay& one : sides_->absent()) display_.absent.push_back(std::move(one));
    if (mc_lost_)
        display_.absent.push_back(*mc_lost_);
    else if (!mc_ && !mc_closed_ && !options_.mc.empty() && options_.mc != mc_only)
        display_.absent.push_back({options_.mc == mc_beside ? std::string() : options_.mc, mc_page});
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
    if (changed) {
        sides_->set_quiet(quiet);
        if (mc_) mc_->set_quiet(quiet);
        mc_owed_ = true;
    }
    set_display_power(quiet ? Power::off : Power::on);
    owed_ |= changed;
}

/// Where a window of ours is closed nobody may have the keys. A lost renderer shows on no page that stands still, and
/// on the bare kernel display SDL hears of no plug.
void ShowLoop::mind_hardware(Now moment) {
    if (!drawn_.moving) program_->take_idle_keys();  // it asks the X server
    owed_ |= program_->look_at_renderer(on_air_->snapshot(), moment.steady);
    mind_mc(moment.steady);
    if (!connectors_ || !connectors_->changed(moment.steady)) return;
    plugged_otherwise_ = true;
    log_line(LogLevel::warning, "app", "a display is plugged in where none was at the start: starting again");
}

}  // namespace hall
