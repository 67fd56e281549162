/// The MC's window.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/show_loop_inside.h"
#include "base/log.h"
#include "base/text.h"
#include "platform/displays.h"

namespace hall {

void ShowLoop::open_mc() {
    if (mc_ || mc_closed_ || options_.mc.empty() || options_.mc == mc_only) return;
    if (options_.mc != mc_beside && !find_display(displays(), options_.mc))
        log_line(LogLevel::warning, "app",
                 fmt::format("no display fits '{}' for the MC's page", escape_for_log(options_.mc)));
    const auto place = ProgramWindow::mc_place(options_, program_->window(), sides_->displays_in_use());
    if (!place) {
        mc_lost_.reset();
        return log_line(
            LogLevel::warning, "app",
            "the MC's page stays closed: there is no display but the hall's; plug in another, write its name "
            "right after --mc=, or use --mc=only on a machine that is the MC's alone");
    }
    auto opened = ProgramWindow::open_mc(options_, fonts_, theme(), *place);
    if (!opened) return fail_mc(place->display, opened.error().sentence);
    mc_lost_.reset();
    mc_ = *std::move(opened);
    mc_->take(on_air_->snapshot());
    mc_->set_quiet(program_->quiet());
    mc_owed_ = true;
}

/// The log has a fault once, the status as long as it lasts.
void ShowLoop::fail_mc(const std::string& display, const Sentence& fault) {
    mc_.reset();
    mc_again_ = now().steady + ProgramWindow::before_another_try;
    const AbsentDisplay lost{display, mc_page, fault};
    if (std::exchange(mc_lost_, lost) == lost) return;
    log_line(LogLevel::warning, "app", fmt::format("the MC's page on {}: {}", escape_for_log(display), fault.en));
}

void ShowLoop::mind_mc(Milliseconds steady) {
    const auto before = mc_lost_;
    if (mc_lost_ && steady >= mc_again_) open_mc();
    if (mc_) mc_owed_ |= mc_->look_at_renderer(on_air_->snapshot(), steady);
    if (mc_ && mc_->broken()) fail_mc(lasting_name(displays(), mc_->window().display()), ProgramWindow::why_broken());
    if (before != mc_lost_) see_display();
}

/// After displays came or went: the page never slips over another picture. A window that opens is told of as such a
/// change too, so one that is well placed stays.
void ShowLoop::refit_mc() {
    if (mc_ && mc_->window().fills_display()) {
        if (!mc_->window().is_displaced()) mc_->refit();
        const int on = mc_->window().display().number;
        const auto taken = sides_->displays_in_use();
        if (mc_->window().is_displaced() || on == program_->window().display().number ||
            std::ranges::find(taken, on) != taken.end())
            mc_.reset();
    }
    open_mc();
}

void ShowLoop::draw_mc() {
    const Now moment = now();
    mc_owed_ |= console_owed_ || (mc_changes_ && *mc_changes_ <= moment.wall);
    if (!mc_ || !mc_owed_ || moment.steady < on_air_->state().since) return;
    mc_changes_ = mc_->draw(*on_air_, moment).changes;
    mc_owed_ = false;
}

}  // namespace hall
