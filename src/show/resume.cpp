#include <algorithm>

#include "show/places.h"
#include "show/readable.h"
#include "show/state.h"

namespace hall {
namespace {

/// The place saved by key, or the nearest before it that names nobody else; then an award begins again at its intro.
std::optional<std::size_t> place_again(const std::string& key, std::vector<std::string> readable,
                                       const Rundown& rundown) {
    const auto& steps = rundown.steps;
    std::sort(readable.begin(), readable.end());
    const auto keeps = [&](std::size_t step) {
        const auto now = digests_on(steps[step], rundown, key);
        return std::includes(readable.begin(), readable.end(), now.begin(), now.end());
    };
    const auto saved = step_with_key(rundown, key);
    if (saved)
        for (std::size_t step = *saved + 1; step-- > 0;)
            if (keeps(step)) return step;
    // "award:ID/b0/r3" is gone, "award:ID/intro" may stand.
    if (!key.starts_with("award:")) return std::nullopt;
    const auto intro = step_with_key(rundown, key.substr(0, key.find('/')) + "/intro");
    return intro && keeps(*intro) ? intro : std::nullopt;
}

}  // namespace

std::vector<std::string> readable_digests(const ShowState& state, const Rundown& rundown) {
    if (state.step >= rundown.steps.size()) return {};
    return digests_on(rundown.steps[state.step], rundown, state.key);
}

ShowState resume(ShowState saved, const std::vector<std::string>& readable, const Rundown& rundown, Now now) {
    saved.last_next.reset();
    auto step = place_again(saved.key, readable, rundown);
    if (saved.drive == Drive::by_clock && step && rundown.steps[*step].advance == Advance::by_operator) step.reset();
    return placed(std::move(saved), step.value_or(first_unattended(rundown)), rundown, Entry::settled, now.steady);
}

}  // namespace hall
