#pragma once
/// The show as it runs: snapshot, rundown and state kept in step, the place on disk before it is on screen.
#include <memory>
#include <optional>

#include "app/resume.h"
#include "app/vault.h"
#include "base/file.h"
#include "feed/snapshot.h"
#include "show/state.h"
#include "show/step.h"

namespace hall {

enum class Role {
    drives,   ///< by its own keys and clock
    follows,  ///< another machine's state; shows what was commanded, or the holding screen
};

/// Whether the place on disk is this show's.
enum class Keeps { place, nothing };

/// Thread: render thread. A place that cannot be saved is told once, tried again, and never stops the show.
class OnAir {
public:
    /// Until the first snapshot comes, an empty conference (the holding screen) is on air.
    OnAir(Path place_file, Now now, Role role = Role::drives, Vault vault = {});

    /// The first snapshot resumes the saved place; a later one carries the place over.
    void take(std::shared_ptr<const Snapshot> snapshot, Now now);
    /// A command that would name a sealed award's recipients releases its key; where there is none that fits, nothing
    /// changes and `key_fault` says why. Under a cover nobody is named yet: the key stays here until the cover is
    /// lifted.
    void command(const Command& command, Now now);
    /// What another machine commands, with its remarks and texts; see `followed`. False: this rundown has no such step;
    /// the page stays, under the commanded cover where there is one.
    bool follow(const ShowState& commanded, Milliseconds since, Entry entry, Now now);
    /// Keys that the operator's machine released.
    void take_keys(const ReleasedKeys& keys, Now now);
    /// Shows the pictures of opened awards that came since; true where there are any.
    bool take_photos();
    /// Holds a typed or pasted key; returns the name of its award. Nothing is shown before its step.
    Result<std::string> hold_key(std::string_view typed);
    ReleasedKeys released_keys() const { return vault_.released(); }
    /// Moves what the clock moves.
    void tick(Now now);

    /// Nothing, while another show of this user has its place there; it is saved with the next change or tick after
    /// that.
    void keep(Keeps keeps) { keeps_ = keeps; }

    /// To be called when no picture is owed: what was saved in haste is made to outlive the power, too.
    void settle(Now now);

    /// As it is shown: the feed's, amended by the state's remarks and notices.
    const Snapshot& snapshot() const { return *snapshot_; }
    /// Without what was opened of it.
    const Snapshot& as_fed() const { return *fed_; }
    /// As the feed has it, with what was opened of it.
    const Snapshot& feeds() const { return *feeds_; }
    const Rundown& rundown() const { return rundown_; }
    const ShowState& state() const { return state_; }
    /// Whom the hall has read since the program started.
    const Seen& seen() const { return seen_; }
    /// For the operator: why the place on disk is not the place on air; empty while saving works.
    const Sentence& save_fault() const { return save_fault_; }
    /// For the operator: why the last command opened nothing; empty after one that counted.
    const Sentence& key_fault() const { return key_fault_; }

private:
    ShowState resumed(const SavedPlace& place, Now now) const;
    ShowState started_with(ShowState next) const;
    std::shared_ptr<const Snapshot> shown(const ShowState& state) const;
    void carry_remarks(const Conference& before);
    SavedPlace place_to_save(const ShowState& state, Instant moment) const;
    /// The conference shown follows the feed and what the desk says; returns the state that follows it.
    ShowState rebuilt();
    void release_again(const Conference& fed, Now now);
    bool may_show(const ShowState& next, Now now);
    void show_opened(Now now);
    void cover_with(Cover cover, Now now);
    void change(ShowState next, Now now);
    bool is_saved() const;
    void save(Now now, Outlives outlives);

    Path place_file_;
    Role role_;
    Vault vault_;
    std::shared_ptr<const Snapshot> fed_;
    std::shared_ptr<const Snapshot> feeds_;  ///< the same, with what the released keys open
    std::shared_ptr<const Snapshot> snapshot_;
    Rundown rundown_;
    ShowState state_;
    Seen seen_;
    bool started_ = false;
    Keeps keeps_ = Keeps::place;
    std::optional<SavedPlace> saved_;  ///< nothing until it is on disk
    bool hasty_ = false;               ///< what is on disk outlives only the process
    Milliseconds save_again_{0};       ///< steady time when the place is due on disk again
    Sentence save_fault_;
    Sentence key_fault_;
};

}  // namespace hall
