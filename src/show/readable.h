#pragma once
/// Who can be read on a step: what every rule about undisclosed names asks.
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "show/step.h"

namespace hall {

/// One place of one award on a step, and who stands there. `who` points into the rundown's rolls.
struct ReadablePlace {
    std::size_t award = 0;
    std::size_t batch = 0;
    std::size_t recipient = 0;
    const std::string* who = nullptr;
};

/// Every recipient that can be read on the step, in the wall's order.
std::vector<ReadablePlace> readable_on(const Step& step, const Rundown& rundown);

/// Every recipient that the step is about: also those whom an armed or half revealed page does not name yet, and all of
/// an award's on its introduction.
std::vector<ReadablePlace> recipients_of(const Step& step, const Rundown& rundown);

/// Whom the hall has read while this program runs, whatever the rundown was. On no disk and no channel.
class Seen {
public:
    void add(const Step& step, const Rundown& rundown);
    bool has(const ReadablePlace& place, const Rundown& rundown) const;

private:
    std::set<std::pair<std::string, std::string>> names_;  ///< award's id and who
};

/// The same as digests, sorted: SHA-256 of salt, award and identity, so that a file that keeps them names nobody.
std::vector<std::string> digests_on(const Step& step, const Rundown& rundown, const std::string& salt);

}  // namespace hall
