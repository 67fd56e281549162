#pragma once
/// Something to mend in a feed or on a page: where it stands, how grave it is, and a sentence for the secretary.
#include <string>
#include <vector>

#include "base/sentence.h"

namespace hall {

enum class Severity {
    warning,  ///< shown as intended, but somebody should look
    error,    ///< a record was dropped or repaired, or a page breaks a rule
};

struct Issue {
    Severity severity = Severity::error;
    std::string code;          ///< stable short name, e.g. "agenda.end-before-start" or "L1"
    std::string place;         ///< JSON pointer, "sheet!row:column", "line 12", or "step 14 (award-reveal)"
    Sentence sentence;         ///< what is wrong and what to do
    std::string pointer = {};  ///< into the feed as it was decoded, whatever it was made from; "" where there is none

    bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

}  // namespace hall
