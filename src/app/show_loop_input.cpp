/// What operator and displays tell the show.
#include <utility>

#include "app/show_loop_inside.h"
#include "base/log.h"
#include "sealing/key.h"

namespace hall {
namespace {

constexpr Milliseconds hint_stands{4000};

}  // namespace

void ShowLoop::open_console() {
    if (console_) return;
    std::vector<int> taken = sides_->displays_in_use();
    if (mc_ && mc_->window().fills_display()) taken.push_back(mc_->window().display().number);
    auto opened = ConsoleWindow::open(
        program_->window(), fonts_, theme(),
        {options_.renderer, paths_.fonts / "be-vietnam-pro" / "BeVietnamPro_500Medium.ttf", options_.language,
         typing_.typing(), options_.console_over ? Covering::allowed : covering_, taken});
    if (!opened) return log_line(LogLevel::warning, "app", opened.error().sentence.en);
    console_ = *std::move(opened);
    console_owed_ = true;
}

/// That lay over the hall's picture.
void ShowLoop::close_console() {
    console_.reset();
    covering_ = Covering::refused;
    owed_ = true;
}

/// A NEXT that was pressed before the last one's picture stood for the lock-out comes from a bouncing remote, however
/// long the disk or the drawing held this thread up meanwhile.
Sentence ShowLoop::command(const Command& command) {
    Now moment = now();
    if (linked_->role() == Role::follows) {
        desk_.answer(follows_another(), moment.steady);
        return follows_another();
    }
    if (command.verb == Verb::next && next_drawn_ && moment.steady - *next_drawn_ < next_lockout) return too_soon();
    Sentence objection = desk_.objection(command, *on_air_, moment);
    desk_.answer(objection, moment.steady);
    if (!objection.empty()) desk_.note(objection.in(options_.language), *on_air_, moment);
    // A name that nobody would see is not switched on: the next page would have it unasked.
    if (!objection.empty() &&
        (command.verb == Verb::lower_third || command.verb == Verb::remark || command.verb == Verb::begin_item))
        return objection;
    linked_->note_command(moment.steady);
    moment.steady += linked_->lead();
    const ShowState before = on_air_->state();
    change(command, moment);
    if (!linked_->replaced())
        caller_->call(call_of(command, before, on_air_->state(), on_air_->rundown()), on_air_->state().step);
    cause_ = Cause::operated;
    next_owed_ |= command.verb == Verb::next;
    if (before != on_air_->state()) {
        desk_.note(command_in_words(command, *on_air_).in(options_.language), *on_air_, moment);
        const std::string& for_mc = on_air_->state().said.mc;
        if (before.said.mc != for_mc && !for_mc.empty() && !mc_reads()) desk_.answer(no_mc_reads(), moment.steady);
        return objection;
    }
    if (!objection.empty()) return objection;
    if (!on_air_->key_fault().empty()) {
        desk_.note(on_air_->key_fault().in(options_.language), *on_air_, moment);
        return on_air_->key_fault();
    }
    return command.verb == Verb::next ? too_soon() : Sentence{};
}

Commanding ShowLoop::commanding() const { return linked_->replaced() ? Commanding::this_screen : Commanding::all; }

bool ShowLoop::mc_reads() const {
    return !options_.mc.empty() || (!options_.channel.publish.empty() && !linked_->replaced());
}

void ShowLoop::change(const Command& command, Now moment) {
    const Snapshot* const shown = &on_air_->snapshot();
    const Remarks before = on_air_->state().remarks;
    on_air_->command(command, moment);
    if (before != on_air_->state().remarks) report_->remarked(command.remark, hall_clock_.machine());
    if (&on_air_->snapshot() != shown) show_content();
}

void ShowLoop::obey(const Wish& wish) {
    if (wish.quit) quit_ = true;
    if (wish.console && console_ && console_->covering() == Covering::allowed) {
        close_console();
    } else if (wish.console) {
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
            if (console_ && options_.keys == KeySet::all && console_->take_key(event)) {
                if (console_->owes_keys()) {
                    draw_console();
                    listen_for_characters();
                }
                break;
            }
            obey(keys_.press(event, now().steady));
            break;
        case EventKind::quit_request: break;  // the desktop does not end a ceremony; Ctrl+Q and SIGTERM do
        case EventKind::close_request:
            if (on_console) console_.reset();
            if (mc_ && event.window == mc_->window().id()) {
                mc_.reset();
                mc_closed_ = true;
                mc_lost_.reset();
            }
            break;
        case EventKind::displays_changed:
            program_->refit();
            sides_->refit(program_->window().display(), on_air_->snapshot(), now());
            mc_closed_ = false;
            refit_mc();
            if (console_ && console_->covering() == Covering::refused &&
                !ConsoleWindow::has_place_beside(program_->window(), sides_->displays_in_use().size() + (mc_ ? 1 : 0)))
                console_.reset();
            [[fallthrough]];
        case EventKind::renderer_lost:
        case EventKind::size_changed:
        case EventKind::exposed:
            if (event.kind == EventKind::renderer_lost) {
                program_->lose_renderer();
                if (mc_) mc_->lose_renderer();
                sides_->lose_renderers();
            }
            // It asks the X server, and the first picture waits for nobody: draw_hall sees it then.
            if (!display_.driver.empty()) see_display();
            sides_->owe();
            owed_ = console_owed_ = true;
            break;
        case EventKind::mouse_move:
        case EventKind::mouse_down:
        case EventKind::mouse_up:
        case EventKind::mouse_wheel:
            if (!on_console) break;
            console_owed_ = true;
            if (event.kind == EventKind::mouse_down) {  // a quick hand has moved and pressed between two pictures
                console_->point_at(event);
                draw_console();
            }
            if (console_ && console_->take(event)) draw_console();
            break;
        case EventKind::wake: break;
    }
}

void ShowLoop::listen_for_characters() {
    input_->use(console_ && console_->is_typing() ? Characters::on : Characters::off);
}

/// Nobody accepts what nobody sees.
void ShowLoop::accept() {
    if (door_->waiting().why == WaitsFor::nothing) return;
    if (!console_) return log_line(LogLevel::warning, "app", "C accepts nothing while the operator's window is closed");
    put_on_air(door_->press(now().steady), Cause::operated);
}

/// What was typed is in no log, not even where it is wrong.
void ShowLoop::hold_key(const std::string& typed) {
    const auto award = on_air_->hold_key(typed);
    const Sentence answer = key_answer(award, award ? std::nullopt : wrong_word_in(typed));
    if (award) console_->forget_key();
    desk_.answer(answer, now().steady);
    desk_.note(award ? answer.in(options_.language) : key_refused().in(options_.language), *on_air_, now());
    console_owed_ = true;
}

}  // namespace hall
