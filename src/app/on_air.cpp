#include "app/on_air.h"

#include <utility>

#include "base/log.h"
#include "show/rundown.h"

namespace hall {

OnAir::OnAir(Path place_file, Now now)
    : place_file_(std::move(place_file)),
      snapshot_(std::make_shared<Snapshot>()),
      rundown_(make_rundown(snapshot_->conference)),
      state_(first_state(rundown_, now)) {}

void OnAir::take(std::shared_ptr<const Snapshot> snapshot, Now now) {
    Rundown rundown = make_rundown(snapshot->conference);
    ShowState next;
    if (std::exchange(started_, true)) {
        next = carry_over(state_, rundown_, rundown);
    } else {
        const auto place = load_place(place_file_);
        next = place ? resume(state_of(*place), rundown, now) : first_state(rundown, now);
        // HOLD or BLACK pressed before the feed came still holds.
        if (state_.cover != Cover::none) next.cover = state_.cover;
    }
    snapshot_ = std::move(snapshot);
    rundown_ = std::move(rundown);
    change(std::move(next));
}

void OnAir::command(const Command& command, Now now) { change(apply(state_, command, rundown_, now)); }

void OnAir::tick(Now now) { change(advance(state_, rundown_, snapshot_->conference, now)); }

void OnAir::change(ShowState next) {
    state_ = std::move(next);
    if (!started_) return;
    SavedPlace place = place_of(state_);
    if (saved_ == place) return;
    if (const Status written = save_place(place_file_, place); !written)
        log_line(LogLevel::warning, "app", written.error().sentence.en);
    saved_ = std::move(place);
}

}  // namespace hall
