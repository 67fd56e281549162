#pragma once
/// The papers of a ceremony, from the same rundown as the wall: the MC's running order, name plates, tray labels, and
/// one picture per recipient for the press.
#include <functional>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/sentence.h"
#include "draw/fonts.h"
#include "feed/snapshot.h"
#include "proof/page_maker.h"
#include "show/step.h"

namespace hall {

using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// How a paper turned out.
struct Printed {
    std::size_t pages = 0;            ///< 0: nothing was written, as something that must stand there has no room
    std::vector<Sentence> misfits{};  ///< what found no room, and what to do
};

/// Each writes `out` (a PDF of A4 pages) and returns the number of pages. Names are set in at least 16 pt, on a label
/// that is full in at least 12.
/// `printed`: stands on every page with the revision, so that an older order is told from a newer.
Result<Printed> write_running_order(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                    Instant printed, const Path& out);
/// Everybody of the presidium, the guests, who leads a member and who speaks, once.
std::vector<Person> seated(const Conference& conference);
/// To be folded: one for everybody seated; the name stands on both sides.
Result<std::size_t> write_plates(const Snapshot& snapshot, const Fonts& fonts, const Path& out);
/// In the order in which trays are handed: the rundown's awards, their batches, their recipients. Where a label has no
/// room for all, the position goes first, then the award; nothing is written where a name has none.
Result<Printed> write_labels(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts, const Path& out);
/// One PNG per recipient into the folder `out`, as the wall would show each alone; returns how many.
/// Sealed recipients have none.
Result<std::size_t> write_press(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const PageSettings& settings, const Path& out, const Progress& progress);

}  // namespace hall
