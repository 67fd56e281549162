#pragma once
/// The recipients' names against the text of the decision. Thread: any; pure.
#include <cstddef>
#include <string_view>

#include "base/issue.h"
#include "conference/conference.h"

namespace hall {

/// How many names of the feed were looked for in the text, and how many stand in it in one way or another.
struct NamesSought {
    std::size_t sought = 0;
    std::size_t found = 0;
};

/// What a proofreader would find: recipients whose name stands in `text` (UTF-8, pasted from a decision) with another
/// mark ("name.marks") or another letter ("name.letters"), with other capitals ("name.capitals", a warning; a word in
/// capitals throughout fits any), in another order within their award ("name.order"), or nowhere ("name.missing"); and
/// awards that are sealed ("award.sealed"). Line breaks and punctuation make no difference. A place is "Cờ thi đua, 3":
/// the award, and which of its recipients.
/// The other way about only numbered lists are read: where one names a recipient, its other lines should too
/// ("name.not-in-feed", a warning at "text_name:12", the line); not where an award is sealed.
Issues compare_names(const Conference& conference, std::string_view text, std::string_view text_name = "text",
                     NamesSought* sought = nullptr);

}  // namespace hall
