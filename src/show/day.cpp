#include "show/day.h"

#include <fmt/format.h>

#include <cmath>

#include "conference/agenda.h"

namespace hall {

std::optional<RunningItem> running_item(const ShowState& state, const Conference& conference, Instant now) {
    const auto& agenda = conference.agenda;
    if (state.item && *state.item < agenda.size()) return RunningItem{*state.item, state.item_began};
    const auto on = now_next(agenda, now).now;
    if (!on) return std::nullopt;
    return RunningItem{*on, agenda[*on].start};
}

std::string minutes_of(Seconds length) {
    const auto seconds = static_cast<long long>(std::floor(std::abs(length.count())));
    return fmt::format("{}{}:{:02}", length < Seconds(0) ? "−" : "", seconds / 60, seconds % 60);
}

}  // namespace hall
