#include "show/follow.h"

#include "show/places.h"

namespace hall {

std::optional<ShowState> followed(const ShowState& mine, const ShowState& commanded, const Rundown& rundown,
                                  Milliseconds since, Entry entry) {
    const auto& steps = rundown.steps;
    std::optional<std::size_t> step = step_with_key(rundown, commanded.key);
    if (commanded.step < steps.size() && steps[commanded.step].key == commanded.key) step = commanded.step;
    if (!step) return std::nullopt;
    ShowState next = commanded;
    next.step = *step;
    next.last_next.reset();
    const bool same = mine.key == commanded.key;
    const bool uncovers = mine.cover != Cover::none && commanded.cover == Cover::none;
    next.since = same ? mine.since : since;
    next.entry = same ? mine.entry : entry;
    next.previous = same ? mine.previous : std::nullopt;
    if (!same && entry == Entry::animated && mine.cover == Cover::none && mine.step < steps.size() &&
        steps[mine.step].key == mine.key)
        next.previous = mine.step;
    if (uncovers) {  // what comes back from under a cover does not play again
        next.entry = Entry::settled;
        next.previous.reset();
    }
    return next;
}

}  // namespace hall
