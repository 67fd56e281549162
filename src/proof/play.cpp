#include "proof/play.h"

#include <chrono>

namespace hall {

std::size_t step_before(const Rundown& rundown, std::size_t number) {
    return number > 0 ? number - 1 : rundown.steps.size() - 1;
}

PagePlay::PagePlay(PageMaker& maker, const Snapshot& snapshot, const Rundown& rundown, std::size_t number, Instant now)
    : maker_(maker), input_{snapshot, rundown, state_, {now, Milliseconds{0}}} {
    state_.step = number;
    state_.entry = Entry::animated;
    state_.previous = step_before(rundown, number);
}

PageRecord PagePlay::at(Seconds elapsed) {
    input_.now.steady = std::chrono::round<Milliseconds>(elapsed);
    return maker_.record(input_);
}

PageRecord PagePlay::settled() {
    state_.entry = Entry::settled;
    PageRecord record = maker_.record(input_);
    state_.entry = Entry::animated;
    return record;
}

}  // namespace hall
