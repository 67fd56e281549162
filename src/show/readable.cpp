#include "show/readable.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"

namespace hall {
namespace {

void add_place(std::vector<ReadablePlace>& places, const Rundown& rundown, std::size_t award, std::size_t batch,
               std::size_t recipient) {
    const auto& batches = rundown.rolls[award].batches;
    if (batch < batches.size() && recipient < batches[batch].size())
        places.push_back({award, batch, recipient, &batches[batch][recipient]});
}

}  // namespace

std::vector<ReadablePlace> readable_on(const Step& step, const Rundown& rundown) {
    std::vector<ReadablePlace> places;
    if (step.award && *step.award < rundown.rolls.size() && step.batch)
        for (std::size_t i = 0; i < step.revealed; ++i)
            add_place(places, rundown, *step.award, *step.batch, step.page.first + i);
    std::size_t row = 0;
    for (const std::size_t award : step.awards) {
        if (award >= rundown.rolls.size()) continue;
        const auto& batches = rundown.rolls[award].batches;
        for (std::size_t batch = 0; batch < batches.size(); ++batch)
            for (std::size_t i = 0; i < batches[batch].size(); ++i, ++row)
                if (row >= step.page.first && row < step.page.first + step.page.count)
                    add_place(places, rundown, award, batch, i);
    }
    return places;
}

std::vector<ReadablePlace> recipients_of(const Step& step, const Rundown& rundown) {
    Step whole = step;
    if (step.batch) {
        whole.revealed = std::max(step.page.count, step.revealed);
    } else if (step.award && *step.award < rundown.rolls.size()) {
        whole.awards = {*step.award};
        whole.page = {0, static_cast<std::size_t>(-1), 0, 1};
    }
    return readable_on(whole, rundown);
}

void Seen::add(const Step& step, const Rundown& rundown) {
    for (const ReadablePlace& place : readable_on(step, rundown))
        names_.emplace(rundown.rolls[place.award].id, *place.who);
}

bool Seen::has(const ReadablePlace& place, const Rundown& rundown) const {
    return names_.contains({rundown.rolls[place.award].id, *place.who});
}

std::vector<std::string> digests_on(const Step& step, const Rundown& rundown, const std::string& salt) {
    std::vector<std::string> digests;
    // Lengths keep two different triples from running together into one text.
    for (const ReadablePlace& place : readable_on(step, rundown)) {
        const std::string& award = rundown.rolls[place.award].id;
        digests.push_back(sha256_hex(fmt::format("{} {} {}{}{}", salt.size(), award.size(), salt, award, *place.who)));
    }
    std::sort(digests.begin(), digests.end());
    return digests;
}

}  // namespace hall
