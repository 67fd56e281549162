#pragma once
/// Who can be read on a step: what every rule about undisclosed names asks.
#include <cstddef>
#include <string>
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

/// The same as digests, sorted: SHA-256 of salt, award and identity, so that a file that keeps them names nobody.
std::vector<std::string> digests_on(const Step& step, const Rundown& rundown, const std::string& salt);

}  // namespace hall
