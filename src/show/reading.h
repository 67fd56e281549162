#pragma once
/// How much there is to read on a step. Part of make_rundown.
#include <cstddef>

#include "conference/conference.h"
#include "show/paging.h"
#include "show/step.h"

namespace hall {

/// Syllables on the step's page; recipients' names count twice (rule P1).
std::size_t tokens_on(const Step& step, const Conference& conference);

}  // namespace hall
