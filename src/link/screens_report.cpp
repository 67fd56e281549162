#include "link/screens_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace hall {
namespace {

bool needs_a_look(Standing standing) { return standing != Standing::shows; }

Standing standing_of(const Acknowledgement& said, const ShowMessage& commanded, Milliseconds quiet) {
    if (quiet > Screens::longest_quiet) return Standing::silent;
    if (std::tie(said.session, said.sequence) < std::tie(commanded.session, commanded.sequence))
        return Standing::behind;
    if (said.lacks_step) return Standing::lacks;
    return said.picture == commanded.picture ? Standing::shows : Standing::differs;
}

}  // namespace

std::size_t ScreensReport::showing() const {
    return static_cast<std::size_t>(std::count_if(
        screens.begin(), screens.end(), [](const ScreenReport& screen) { return !needs_a_look(screen.standing); }));
}

Sentence in_words(Standing standing) {
    switch (standing) {
        case Standing::shows: return {"đúng", "shows it"};
        case Standing::differs: return {"khác nội dung", "differs"};
        case Standing::lacks: return {"không có bước này", "has no such step"};
        case Standing::behind: return {"chậm", "behind"};
        case Standing::silent: return {"mất liên lạc", "silent"};
    }
    return {};
}

Sentence summary(const ScreensReport& report) {
    if (report.screens.empty()) return {};
    Sentence text{
        fmt::format("{} trên {} màn hình đang chiếu bước {}.", report.showing(), report.screens.size(), report.step),
        fmt::format("{} of {} screens show step {}.", report.showing(), report.screens.size(), report.step)};
    for (const ScreenReport& screen : report.screens) {
        if (!needs_a_look(screen.standing)) continue;
        const Sentence words = in_words(screen.standing);
        text.vi += fmt::format(" “{}”: {}.", screen.name, words.vi);
        text.en += fmt::format(" \"{}\": {}.", screen.name, words.en);
    }
    return text;
}

void Screens::hear(Acknowledgement acknowledgement, Milliseconds steady) {
    if (!heard_.contains(acknowledgement.screen) && heard_.size() >= most)
        std::erase_if(heard_, [&](const auto& one) { return steady - one.second.at > longest_missed; });
    const auto known = heard_.find(acknowledgement.screen);
    if (known == heard_.end() && heard_.size() >= most) return;
    Heard heard{std::move(acknowledgement), steady, {}, {}};
    heard.delay = heard.last.delay;
    if (known != heard_.end()) {
        const Acknowledgement& before = known->second.last;
        if (std::tie(heard.last.session, heard.last.sequence) < std::tie(before.session, before.sequence)) return;
        if (!heard.delay) heard.delay = known->second.delay;
        heard.astray_since = known->second.astray_since;
    }
    heard_[heard.last.screen] = std::move(heard);
}

ScreensReport Screens::report(const ShowMessage& commanded, Milliseconds steady) {
    ScreensReport report;
    report.step = commanded.state.step + 1;
    for (auto& [name, heard] : heard_) {
        const Milliseconds quiet = steady - heard.at;
        const Standing standing = standing_of(heard.last, commanded, quiet);
        // Another theme or newer content is the step all the same.
        if (standing == Standing::shows || standing == Standing::differs)
            heard.astray_since.reset();
        else if (!heard.astray_since)
            heard.astray_since = steady;
        report.screens.push_back({name, standing, heard.last.step + 1, heard.last.width, heard.last.height, quiet,
                                  heard.last.clock_error, heard.last.clock_unsure, heard.delay, heard.astray_since});
    }
    return report;
}

}  // namespace hall
