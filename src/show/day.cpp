#include "show/day.h"

#include <fmt/format.h>

#include <cmath>

#include "conference/agenda.h"

namespace hall {
namespace {

constexpr std::chrono::minutes lately{30};

}  // namespace

std::optional<RunningItem> running_item(const ShowState& state, const Conference& conference, Instant now) {
    const auto& agenda = conference.agenda;
    if (state.item && *state.item < agenda.size()) return RunningItem{*state.item, state.item_began};
    const auto on = now_next(agenda, now).now;
    if (!on) return std::nullopt;
    return RunningItem{*on, agenda[*on].start};
}

std::optional<std::size_t> item_before(const ShowState& state, const Conference& conference, Instant now) {
    if (state.item) return std::nullopt;
    std::optional<std::size_t> before;
    const auto& agenda = conference.agenda;
    for (std::size_t i = 0; i < agenda.size(); ++i)
        if (agenda[i].end <= now && now - agenda[i].end <= lately && (!before || agenda[*before].end <= agenda[i].end))
            before = i;
    return before;
}

std::string minutes_of(Seconds length) {
    const auto seconds = static_cast<long long>(std::floor(std::abs(length.count())));
    return fmt::format("{}{}:{:02}", length < Seconds(0) ? "−" : "", seconds / 60, seconds % 60);
}

}  // namespace hall
