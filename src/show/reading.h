#pragma once
/// How much there is to read on a step. Part of make_rundown.
#include <cstddef>

#include "conference/conference.h"
#include "show/paging.h"
#include "show/step.h"

namespace hall {

/// Syllables on the step's page; recipients' names count twice (rule P1). The layout is asked for once a rundown, since
/// it looks at every member.
std::size_t tokens_on(const Step& step, const Conference& conference, MemberLayout members);

}  // namespace hall
