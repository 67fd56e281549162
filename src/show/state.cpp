#include "show/state.h"

#include <algorithm>

#include "show/places.h"

namespace hall {
namespace {

bool within_lockout(const ShowState& state, Now now) {
    if (!state.last_next) return false;
    const Milliseconds passed = now.steady - *state.last_next;
    return passed >= Milliseconds(0) && passed < next_lockout;
}

ShowState covered(ShowState state, Cover cover, Now now) {
    const bool lifted = state.cover == cover;
    state.cover = lifted ? Cover::none : cover;
    state.entry = Entry::settled;  // what comes back from under a cover does not play again
    state.previous.reset();
    if (lifted && state.drive == Drive::by_clock)
        state.since = now.steady;  // `automatic` was asked for under the cover
    else
        state.drive = Drive::by_operator;
    return state;
}

ShowState settled_at(ShowState state, std::size_t step, const Rundown& rundown, Now now) {
    state.drive = Drive::by_operator;
    return placed(std::move(state), step, rundown, Entry::settled, now.steady);
}

ShowState after_next(ShowState state, const Rundown& rundown, Now now) {
    if (state.cover != Cover::none || within_lockout(state, now)) return state;
    state.drive = Drive::by_operator;
    if (state.step + 1 >= rundown.steps.size()) return state;
    state.last_next = now.steady;
    const std::size_t next = state.step + 1;
    return placed(std::move(state), next, rundown, Entry::animated, now.steady);
}

ShowState after_back(ShowState state, const Rundown& rundown, Now now) {
    if (state.cover != Cover::none) return state;
    const std::size_t back = state.step == 0 ? 0 : std::min(state.step, rundown.steps.size()) - 1;
    return settled_at(std::move(state), back, rundown, now);
}

ShowState given_back(ShowState state, const Rundown& rundown, Now now) {
    if (state.step >= rundown.steps.size() || rundown.steps[state.step].advance == Advance::by_operator) return state;
    state.drive = Drive::by_clock;
    state.since = now.steady;
    state.entry = Entry::settled;  // a new dwell, not a new entrance
    state.previous.reset();
    return state;
}

ShowState toggled_name(ShowState state, Now now) {
    if (state.cover != Cover::none) return state;
    state.drive = Drive::by_operator;
    const bool shown = state.lower_third == LowerThird::on;
    state.lower_third = shown ? LowerThird::off : LowerThird::on;
    state.lower_third_at = shown ? Instant{} : now.wall;
    return state;
}

}  // namespace

ShowState apply(ShowState state, const Command& command, const Rundown& rundown, Now now) {
    switch (command.verb) {
        case Verb::next: return after_next(std::move(state), rundown, now);
        case Verb::back: return after_back(std::move(state), rundown, now);
        case Verb::jump:
            if (command.step >= rundown.steps.size()) return state;
            return settled_at(std::move(state), command.step, rundown, now);
        case Verb::home: return settled_at(std::move(state), 0, rundown, now);
        case Verb::hold: return covered(std::move(state), Cover::hold, now);
        case Verb::black: return covered(std::move(state), Cover::black, now);
        case Verb::automatic: return given_back(std::move(state), rundown, now);
        case Verb::lower_third: return toggled_name(std::move(state), now);
        case Verb::remark: state.remarks = with_remark(std::move(state.remarks), command.remark); return state;
        case Verb::say: state.said = command.said; return state;
        case Verb::begin_item:
            state.item = command.step == by_the_programme ? std::nullopt : std::optional(command.step);
            state.item_began = state.item ? command.began.value_or(now.wall) : Instant{};
            // The name on the wall is the item's before.
            if (state.said.name.empty()) {
                state.lower_third = LowerThird::off;
                state.lower_third_at = {};
            }
            return state;
    }
    return state;
}

ShowState placed(ShowState state, std::size_t step, const Rundown& rundown, Entry entry, Milliseconds since) {
    if (rundown.steps.empty()) return state;
    step = std::min(step, rundown.steps.size() - 1);
    state.previous.reset();
    if (entry == Entry::animated && state.step < rundown.steps.size()) state.previous = state.step;
    if (state.key != rundown.steps[step].key) {
        state.lower_third = LowerThird::off;
        state.lower_third_at = {};
    }
    state.step = step;
    state.key = rundown.steps[step].key;
    state.since = since;
    state.entry = entry;
    return state;
}

std::optional<std::size_t> step_with_key(const Rundown& rundown, const std::string& key) {
    const auto& steps = rundown.steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.key == key; });
    if (found == steps.end()) return std::nullopt;
    return static_cast<std::size_t>(found - steps.begin());
}

std::size_t first_unattended(const Rundown& rundown) {
    const auto& steps = rundown.steps;
    const auto found =
        std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.advance == Advance::by_time; });
    return found == steps.end() ? 0 : static_cast<std::size_t>(found - steps.begin());
}

ShowState first_state(const Rundown& rundown, Now now) {
    return placed(ShowState{}, first_unattended(rundown), rundown, Entry::settled, now.steady);
}

}  // namespace hall
