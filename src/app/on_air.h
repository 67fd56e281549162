#pragma once
/// The show as it runs: snapshot, rundown and state kept in step, the place on disk before it is on screen.
#include <memory>
#include <optional>

#include "app/resume.h"
#include "feed/snapshot.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

/// Thread: render thread. A place that cannot be saved is logged and never stops the show.
class OnAir {
public:
    /// Until the first snapshot comes, an empty conference (the holding screen) is on air.
    OnAir(Path place_file, Now now);

    /// The first snapshot resumes the saved place; a later one carries the place over.
    void take(std::shared_ptr<const Snapshot> snapshot, Now now);
    void command(const Command& command, Now now);
    /// Moves what the clock moves.
    void tick(Now now);

    const Snapshot& snapshot() const { return *snapshot_; }
    const Rundown& rundown() const { return rundown_; }
    const ShowState& state() const { return state_; }

private:
    void change(ShowState next);

    Path place_file_;
    std::shared_ptr<const Snapshot> snapshot_;
    Rundown rundown_;
    ShowState state_;
    bool started_ = false;
    std::optional<SavedPlace> saved_;
};

}  // namespace hall
