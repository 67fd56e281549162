#include "conference/timing.h"

#include <algorithm>

namespace hall {
namespace {

TimerPhase phase_of(Seconds left, Seconds planned) {
    if (left < Seconds(0)) return TimerPhase::overtime;
    // A flag ceremony of two minutes is not nearly over when it begins.
    if (left <= std::min(urge_before, planned / 4)) return TimerPhase::urgent;
    if (left <= std::min(warn_before, planned / 2)) return TimerPhase::warning;
    return TimerPhase::running;
}

}  // namespace

ItemTimer item_timer(const std::vector<AgendaItem>& agenda, std::size_t item, Instant began, Instant now) {
    if (item >= agenda.size()) return {};
    ItemTimer timer;
    timer.item = item;
    timer.planned = agenda[item].end - agenda[item].start;
    timer.elapsed = std::max(Seconds(now - began), Seconds(0));
    timer.left = timer.planned - timer.elapsed;
    timer.phase = phase_of(timer.left, timer.planned);
    return timer;
}

std::vector<Expected> expected_times(const std::vector<AgendaItem>& agenda, std::size_t item, Instant began,
                                     Instant now) {
    std::vector<Expected> times;
    if (item >= agenda.size()) return times;
    Instant free = std::max(began + (agenda[item].end - agenda[item].start), now);
    for (std::size_t i = item + 1; i < agenda.size(); ++i) {
        const Instant start = std::max(agenda[i].start, free);
        times.push_back({i, start, start - agenda[i].start});
        free = std::max(free, start + (agenda[i].end - agenda[i].start));
    }
    return times;
}

}  // namespace hall
