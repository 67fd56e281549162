#pragma once
/// The recipients' names against the text of the decision. Thread: any; pure.
#include <string_view>

#include "base/issue.h"
#include "conference/conference.h"

namespace hall {

/// What a proofreader would find: recipients whose name stands in `text` (UTF-8, pasted from a decision) with another
/// mark ("name.marks") or another letter ("name.letters"), with other capitals ("name.capitals", a warning; a word in
/// capitals throughout fits any), in another order within their award ("name.order"), or nowhere ("name.missing"); and
/// awards that are sealed ("award.sealed"). Line breaks and punctuation make no difference. A place is "Cờ thi đua, 3":
/// the award, and which of its recipients.
Issues compare_names(const Conference& conference, std::string_view text);

}  // namespace hall
