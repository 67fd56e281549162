#pragma once
/// Which item of the day runs, for whoever keeps the time. Thread: any; pure.
#include <cstddef>
#include <optional>
#include <string>

#include "conference/conference.h"
#include "show/state.h"

namespace hall {

struct RunningItem {
    std::size_t item = 0;  ///< index into the agenda
    Instant began{};
};

/// What the operator began, else what the agenda has now.
std::optional<RunningItem> running_item(const ShowState& state, const Conference& conference, Instant now);

/// The item that was over last by the programme, within half an hour, and may go on still; nothing where one was begun
/// by hand.
std::optional<std::size_t> item_before(const ShowState& state, const Conference& conference, Instant now);

/// "12:05", "−0:30": minutes and seconds.
std::string minutes_of(Seconds length);

}  // namespace hall
