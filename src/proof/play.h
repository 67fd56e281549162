#pragma once
/// One step's entrance as the show plays it, at any moment of it.
#include "proof/page_maker.h"
#include "screens/program.h"
#include "show/rundown.h"

namespace hall {

/// The step one comes from: the one before, to the first from the last.
std::size_t step_before(const Rundown& rundown, std::size_t number);

/// What it was made of outlives it. Thread: one.
class PagePlay {
public:
    PagePlay(PageMaker& maker, const Snapshot& snapshot, const Rundown& rundown, std::size_t number, Instant now);

    /// Lays the frame out that stands `elapsed` after NEXT.
    PageRecord at(Seconds elapsed);
    PageRecord settled();

private:
    PageMaker& maker_;
    ShowState state_;
    ProgramInput input_;
};

}  // namespace hall
