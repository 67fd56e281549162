#pragma once
/// The steps of one award, and of the summary of several. Part of make_rundown.
#include <cstddef>
#include <vector>

#include "conference/conference.h"
#include "show/step.h"

namespace hall {

/// Category, then every batch: what the wall shows is readable recipient by recipient, or page by page, as the award
/// wants; a public proposal has nothing to reveal and shows its pages whole.
std::vector<Step> award_steps(const Conference& conference, std::size_t award);

/// Pages of recipients; by_operator when one of the awards is held, for it says all that they hide.
std::vector<Step> summary_steps(const Conference& conference, const std::vector<std::size_t>& awards);

}  // namespace hall
