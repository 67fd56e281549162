#pragma once
/// Further displays of this machine, each with pages of its own: an agenda in the foyer, the members at the door. They
/// go by the clock alone: what the operator does, hold and black included, is the hall's, and no award ever stands
/// there.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/program_window.h"
#include "draw/fonts.h"
#include "feed/snapshot.h"
#include "platform/displays.h"
#include "show/state.h"
#include "status/report.h"

namespace hall {

/// The pages of one screen, whatever the feed's own order has; the holding screen where there are none. Only pages that
/// need no operator: nobody is there.
Rundown rundown_for(ScreenId screen, const Conference& conference);
/// The same content, of which a show has those pages alone.
std::shared_ptr<const Snapshot> only(ScreenId screen, const Snapshot& snapshot);

/// Thread: render thread. Options and fonts outlive it, and so does the Session.
class SideScreens {
public:
    SideScreens(const Options& options, const Fonts& fonts);

    /// At the start and after displays came or went: a window on each display that is there, none for one that is not,
    /// and never one on the hall's.
    void refit(const Display& halls, const Snapshot& snapshot, Now now);
    void take(const Snapshot& snapshot, Now now);
    /// Every picture is to be drawn anew.
    void owe();
    /// As ProgramWindow's, of all.
    void lose_renderers();
    void set_quiet(bool quiet);
    /// Once a turn: goes on by the clock and draws what is due. True where `absent` has changed.
    bool turn(const Snapshot& snapshot, Now now);
    /// Until something is to be drawn; nothing: nothing is.
    std::optional<Milliseconds> sleep(Now now) const;
    /// The displays that are in use, by number.
    std::vector<int> displays_in_use() const;
    /// Those that show nothing, and why.
    std::vector<AbsentDisplay> absent() const;

private:
    struct One {
        ScreenId screen = ScreenId::holding;
        Options options;  ///< the program's, but for the display
        std::unique_ptr<ProgramWindow> window;
        Rundown rundown;
        ShowState state;
        PageRecord drawn;
        bool owed = true;
        bool missed = false;                ///< its display is not there, and the log has it
        Sentence fault;                     ///< why its window failed last; empty while it stands
        std::optional<Milliseconds> again;  ///< steady time: a window that failed is tried again then
    };
    void open(One& one, const Snapshot& snapshot, Now now) const;
    void turn_one(One& one, const Snapshot& snapshot, Now now) const;
    static void fail(One& one, const Sentence& fault, Now now);

    const Fonts& fonts_;
    bool quiet_ = false;
    std::vector<std::unique_ptr<One>> all_;  ///< each at one address: its window keeps its options
};

}  // namespace hall
