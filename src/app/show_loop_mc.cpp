/// The MC's window.
#include <fmt/format.h>

#include <algorithm>

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
    auto opened = ProgramWindow::open_mc(options_, fonts_, theme(), program_->window(), sides_->displays_in_use());
    if (!opened) return log_line(LogLevel::warning, "app", opened.error().sentence.en);
    mc_ = *std::move(opened);
    mc_->take(on_air_->snapshot());
    mc_->set_quiet(program_->quiet());
    mc_owed_ = true;
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
