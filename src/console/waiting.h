#pragma once
/// What was fetched and is not shown yet, for the operator.
#include <string>

#include "base/sentence.h"
#include "conference/differences.h"

namespace hall {

struct Waiting {
    WaitsFor why = WaitsFor::nothing;
    std::string revision;     ///< of what waits, as its feed has it
    Differences differences;  ///< from what is shown; may be empty while an award is on air
    bool asked = false;       ///< C was pressed once: pressed again, it accepts
    Sentence fault;           ///< why the accepted words would not outlive this process; empty: they would
};

/// Whether the operator holds the key that shows names which the hall has not read.
enum class Peeking { no, yes };

/// Draws it into the current ImGui window as wide as that is; nothing where nothing waits and there is no fault.
bool draw_waiting(const Waiting& waiting, Language language, Peeking peeking);

}  // namespace hall
