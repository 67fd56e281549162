/// The MC's window.
#include "app/show_loop_inside.h"
#include "base/log.h"

namespace hall {

/// Anew after every change of the displays, so that it never slips over the hall's picture.
void ShowLoop::open_mc() {
    mc_.reset();
    if (options_.mc.empty() || options_.mc == mc_only) return;
    auto opened = ProgramWindow::open_mc(options_, fonts_, theme(), program_->window(), sides_->displays_in_use());
    if (!opened) return log_line(LogLevel::warning, "app", opened.error().sentence.in(options_.language));
    mc_ = *std::move(opened);
    mc_->take(on_air_->snapshot());
    mc_owed_ = true;
}

void ShowLoop::draw_mc() {
    const Now moment = now();
    mc_owed_ |= console_owed_ || (mc_changes_ && *mc_changes_ <= moment.wall);
    if (!mc_ || !mc_owed_ || moment.steady < on_air_->state().since) return;
    mc_changes_ = mc_->draw(*on_air_, moment).changes;
    mc_owed_ = false;
    if (mc_->broken()) mc_.reset();
}

}  // namespace hall
