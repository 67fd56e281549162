#pragma once
/// Questions about an agenda and the clock.
#include <cstddef>
#include <optional>
#include <vector>

#include "conference/conference.h"

namespace hall {

enum class Phase { before, during, after, unscheduled /* no agenda */ };

struct NowNext {
    Phase phase = Phase::unscheduled;
    std::optional<std::size_t> now;  ///< the running item; nothing in a gap, before and after
    std::vector<std::size_t> next;   ///< what follows, in order
    std::optional<Instant> changes;  ///< when this answer changes next
};

/// Where items overlap, the one that started last runs.
NowNext now_next(const std::vector<AgendaItem>& agenda, Instant now);

/// Where each local day of the agenda begins, {0} where it has a single one. A demonstration's times were moved and may
/// run over midnight: its days are parted by a night without items.
std::vector<std::size_t> agenda_days(const Conference& conference);

/// The same conference with every agenda time moved so that its first item starts at `start` (to the minute).
void rebase_agenda(Conference& conference, Instant start);

}  // namespace hall
