#pragma once
/// What of a conference the leadership approves word by word, and how one conference differs from another in it.
#include <string>
#include <vector>

#include "base/sentence.h"
#include "conference/conference.h"

namespace hall {

/// Whether a text names a recipient of a held award.
enum class Naming { open, held };

struct Difference {
    Sentence where;      ///< "Khen thưởng “Cờ thi đua”: người nhận 2"
    std::string before;  ///< empty: it is new
    std::string after;   ///< empty: it is gone
    Naming naming = Naming::open;

    bool operator==(const Difference&) const = default;
};
using Differences = std::vector<Difference>;

/// Titles, the names and positions of persons and units, and everything of awards; in the order of `shown`, what is new
/// last. One entry put into a list is one difference. Thread: any; pure.
Differences differences(const Conference& shown, const Conference& next);

/// `shown` with what waits for nobody's acceptance: the times of the agenda items both have, the notices of `next`, and
/// who has signed the covenant by now. Thread: any; pure.
Conference with_times_and_notices(Conference shown, const Conference& next);

/// Why something newer is not shown yet.
enum class WaitsFor {
    nothing,
    award,       ///< an award is on air: until it is left, or the operator accepts
    acceptance,  ///< the leadership approved other words: until the operator accepts, or the leadership approves
};

}  // namespace hall
