#pragma once
/// What the MC reads from: the rundown in its order, as lines. Pure. Thread: any.
#include <string>
#include <vector>

#include "conference/conference.h"
#include "show/step.h"

namespace hall {

enum class LineKind {
    heading,   ///< what comes, with its expected time
    name,      ///< to be read out
    standing,  ///< below a name: position, who comes for it
    text,      ///< to be read out: decision, ground, title
    cue,       ///< what to do: who is called up, the operator's note
};

struct PaperLine {
    LineKind kind = LineKind::text;
    std::string text;
    std::string aside{};  ///< "09:30-10:00", "bước 5-9"

    bool operator==(const PaperLine&) const = default;
};

/// Lines that belong together: an item of the day. The first is its heading.
using PaperBlock = std::vector<PaperLine>;

/// Recipients that are still sealed are called so. Times are the agenda's, for the items it names by kind.
std::vector<PaperBlock> running_order(const Conference& conference, const Rundown& rundown);

}  // namespace hall
