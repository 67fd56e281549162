#pragma once
/// What the MC reads from: the rundown in its order, as lines. Pure. Thread: any.
#include <string>
#include <vector>

#include "conference/conference.h"
#include "screens/spoken.h"
#include "show/step.h"

namespace hall {

using PaperLine = SpokenLine;

/// Lines that belong together: an item of the day. The first is its heading.
using PaperBlock = std::vector<PaperLine>;

/// Recipients that are still sealed are called so. Times are the agenda's, for the items it names by kind.
std::vector<PaperBlock> running_order(const Conference& conference, const Rundown& rundown);

}  // namespace hall
