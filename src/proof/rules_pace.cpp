#include "proof/rules_pace.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "show/reading.h"
#include "show/rundown.h"

namespace hall {
namespace {

constexpr std::size_t most_items = 8;
constexpr std::size_t most_tasks = 5;
constexpr std::size_t most_signatories = 12;  ///< names in two columns, all read before
constexpr Seconds rounding{0.01};

std::size_t most_on(const Step& step) {
    if (step.screen == ScreenId::tasks) return most_tasks;
    if (step.screen == ScreenId::covenant && step.part == ListPart::second) return most_signatories;
    return most_items;
}

bool shows_held_award(const Step& step, const Conference& conference) {
    const auto held = [&](std::size_t award) {
        return award < conference.awards.size() && conference.awards[award].visibility == Visibility::held;
    };
    return (step.award && held(*step.award)) || std::ranges::any_of(step.awards, held);
}

}  // namespace

Findings step_findings(const Step& step, const Conference& conference) {
    Findings findings;
    if (step.page.count > most_on(step))
        findings.push_back(
            doubtful("L8", fmt::format("Trang có {} mục, nhiều hơn {}.", step.page.count, most_on(step)),
                     fmt::format("The page has {} items, more than {}.", step.page.count, most_on(step))));
    if (step.advance != Advance::by_time) return findings;
    if (shows_held_award(step, conference))
        findings.push_back(broken("P4", "Trang khen thưởng chưa công bố lại tự chuyển theo giờ.",
                                  "A page of an award that is still held would go by itself."));
    const Seconds needed = reading_time(tokens_on(step, conference));
    if (step.dwell < needed - rounding) {
        const auto seconds = static_cast<int>(std::ceil(needed.count()));
        findings.push_back(
            broken("P1",
                   fmt::format("Trang chỉ đứng {:.0f} giây, không đủ để đọc. Hãy đặt “dwell” ít nhất {}.",
                               step.dwell.count(), seconds),
                   fmt::format("The page stays only {:.0f} s, too short to be read. Set its \"dwell\" to {} or more.",
                               step.dwell.count(), seconds)));
    }
    return findings;
}

Findings notice_findings(const Notice& notice) {
    if (!notice.from || !notice.until) return {};
    const Seconds stays = *notice.until - *notice.from;
    const Seconds needed = reading_time(count_tokens(notice.text));
    if (stays >= needed - rounding) return {};
    return {
        broken("P6",
               fmt::format("Thông báo “{}” chỉ hiện {:.0f} giây, cần {:.0f} giây để đọc. Hãy lùi “until”.", notice.text,
                           stays.count(), std::ceil(needed.count())),
               fmt::format("The notice \"{}\" stands only {:.0f} s and takes {:.0f} s to read. Put \"until\" later.",
                           notice.text, stays.count(), std::ceil(needed.count())))};
}

}  // namespace hall
