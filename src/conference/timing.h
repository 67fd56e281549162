#pragma once
/// How the day runs against its agenda, for whoever keeps the time. Never for the hall. Thread: any; pure.
#include <cstddef>
#include <optional>
#include <vector>

#include "conference/conference.h"

namespace hall {

/// Before its end an item is nearly over.
inline constexpr Seconds warn_before{120};
inline constexpr Seconds urge_before{60};

enum class TimerPhase { running, warning, urgent, overtime };

/// The item that the operator holds to be running.
struct ItemTimer {
    std::size_t item = 0;  ///< index into the agenda
    Seconds planned{0};
    Seconds elapsed{0};  ///< since it began; never below 0
    Seconds left{0};     ///< below 0: overtime
    TimerPhase phase = TimerPhase::running;
};

ItemTimer item_timer(const std::vector<AgendaItem>& agenda, std::size_t item, Instant began, Instant now);

struct Expected {
    std::size_t item = 0;  ///< index into the agenda
    Instant start;         ///< when it will begin as things stand
    Seconds late{0};       ///< against the agenda; 0 where a gap has made up for it
};

/// When the items after `item` will begin: each lasts as long as planned, none begins before its time, and gaps in the
/// agenda take lateness up. An item in overtime is taken to end now.
std::vector<Expected> expected_times(const std::vector<AgendaItem>& agenda, std::size_t item, Instant began,
                                     Instant now);

}  // namespace hall
