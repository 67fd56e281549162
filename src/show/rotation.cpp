#include <algorithm>
#include <vector>

#include "conference/agenda.h"
#include "show/places.h"
#include "show/state.h"

namespace hall {
namespace {

constexpr std::size_t most_pages_in_a_row = 6;

bool is_frame(ScreenId screen) {
    return screen == ScreenId::welcome || screen == ScreenId::countdown || screen == ScreenId::closing ||
           screen == ScreenId::holding;
}

bool belongs(ScreenId screen, Phase phase) {
    switch (phase) {
        case Phase::before: return screen == ScreenId::welcome || screen == ScreenId::countdown;
        case Phase::after: return screen == ScreenId::closing;
        case Phase::during: return !is_frame(screen);
        case Phase::unscheduled: break;
    }
    return screen == ScreenId::welcome || !is_frame(screen);
}

/// Which steps rotate now; where the phase has none, the content, and at last anything that needs no hand.
std::vector<bool> rotating(const Rundown& rundown, Phase phase) {
    std::vector<bool> chosen(rundown.steps.size(), false);
    const auto choose = [&](auto fits) {
        for (std::size_t i = 0; i < chosen.size(); ++i)
            chosen[i] = rundown.steps[i].advance == Advance::by_time && fits(rundown.steps[i].screen);
        return std::find(chosen.begin(), chosen.end(), true) != chosen.end();
    };
    if (choose([&](ScreenId screen) { return belongs(screen, phase); })) return chosen;
    if (choose([](ScreenId screen) { return belongs(screen, Phase::unscheduled); })) return chosen;
    choose([](ScreenId) { return true; });
    return chosen;
}

std::optional<std::size_t> chosen_after(const std::vector<bool>& chosen, std::size_t step) {
    for (std::size_t i = 1; i <= chosen.size(); ++i)
        if (const std::size_t candidate = (step + i) % chosen.size(); chosen[candidate]) return candidate;
    return std::nullopt;
}

bool same_topic(const Step& left, const Step& right) {
    if (left.award || right.award) return left.award == right.award;
    return left.screen == right.screen;
}

/// The agenda stands between two topics, and `previous` remembers where the round was left for it.
std::optional<std::size_t> next_in_round(const ShowState& state, const Rundown& rundown,
                                         const std::vector<bool>& chosen) {
    const auto& steps = rundown.steps;
    const auto is_agenda = [&](std::size_t step) { return chosen[step] && steps[step].screen == ScreenId::agenda; };
    if (is_agenda(state.step)) {
        auto next = chosen_after(chosen, std::min(state.previous.value_or(state.step), steps.size() - 1));
        if (next && is_agenda(*next)) next = chosen_after(chosen, *next);  // it was just here
        return next;
    }
    const auto next = chosen_after(chosen, state.step);
    const bool long_list = (steps[state.step].page.index + 1) % most_pages_in_a_row == 0 && !steps[state.step].award;
    if (!next || (same_topic(steps[state.step], steps[*next]) && !long_list)) return next;
    for (std::size_t step = 0; step < steps.size(); ++step)
        if (is_agenda(step)) return step;
    return next;
}

}  // namespace

std::optional<Milliseconds> next_advance(const ShowState& state, const Rundown& rundown) {
    if (state.drive != Drive::by_clock || state.cover != Cover::none || state.step >= rundown.steps.size())
        return std::nullopt;
    const Step& step = rundown.steps[state.step];
    if (step.advance != Advance::by_time) return std::nullopt;
    return state.since + std::chrono::ceil<Milliseconds>(step.dwell);
}

ShowState advance(ShowState state, const Rundown& rundown, const Conference& conference, Now now) {
    const auto due = next_advance(state, rundown);
    if (!due || now.steady < *due) return state;
    const std::vector<bool> chosen = rotating(rundown, now_next(conference.agenda, now.wall).phase);
    const std::size_t next = next_in_round(state, rundown, chosen).value_or(state.step);
    // The only page of its phase stays as it is, for another dwell.
    const Entry entry = next == state.step ? Entry::settled : Entry::animated;
    return placed(std::move(state), next, rundown, entry, now.steady);
}

}  // namespace hall
