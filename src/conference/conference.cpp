#include "conference/conference.h"

#include <algorithm>
#include <numeric>

namespace hall {
namespace {

constexpr std::array<const char*, screen_count> screen_names = {
    "welcome",       "flag",      "agenda",   "agenda-day", "members",   "award-intro", "award-reveal", "award-group",
    "award-summary", "closing",   "holding",  "countdown",  "presidium", "guests",      "report",       "tasks",
    "speech",        "movements", "covenant", "handover",   "silence",   "external",    "photos",       "test-card"};

}  // namespace

std::size_t Award::recipient_count() const {
    return std::accumulate(batches.begin(), batches.end(), std::size_t{0},
                           [](std::size_t sum, const Batch& batch) { return sum + batch.recipients.size(); });
}

bool Award::is_closed() const {
    return std::any_of(batches.begin(), batches.end(), [](const Batch& batch) {
        return std::any_of(batch.recipients.begin(), batch.recipients.end(),
                           [](const Recipient& recipient) { return recipient.sealed(); });
    });
}

const char* name_of(ScreenId screen) { return screen_names[static_cast<std::size_t>(screen)]; }

std::optional<ScreenId> screen_named(std::string_view name) {
    for (std::size_t i = 0; i < screen_names.size(); ++i)
        if (name == screen_names[i]) return static_cast<ScreenId>(i);
    return std::nullopt;
}

}  // namespace hall
