#include "proof/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "proof/entrance.h"
#include "proof/feed_texts.h"
#include "proof/finding.h"
#include "proof/rules_breaks.h"
#include "proof/rules_contrast.h"
#include "proof/rules_layout.h"
#include "proof/rules_stripes.h"
#include "proof/rules_text.h"

namespace hall {
namespace {

/// Of the entrances played; motion is smooth, so faster screens show nothing else.
constexpr int frames_per_second = 30;

/// When a page has to be looked at: those that follow the clock, before, at every item and after.
std::vector<Instant> moments_of(ScreenId screen, const Conference& conference, Instant typical) {
    std::vector<Instant> moments = {typical};
    if ((screen != ScreenId::agenda && screen != ScreenId::countdown) || conference.agenda.empty()) return moments;
    moments.push_back(conference.agenda.front().start - std::chrono::hours(1));
    for (const AgendaItem& item : conference.agenda) {
        moments.push_back(item.start);
        moments.push_back(item.end);
    }
    return moments;
}

/// Where a finding stands: one step or several in a row, or a screen outside the rundown.
struct Spot {
    ScreenId screen = ScreenId::holding;
    std::optional<std::size_t> step;  ///< from 0

    bool follows(const Spot& before, std::size_t last) const {
        return screen == before.screen && step && before.step && *step <= last + 1;
    }
};

/// Gathers findings; one that is there already, on the step before, is not said again.
class Gathered {
public:
    void add(const Finding& finding, const Spot& spot) {
        const auto same = std::ranges::find_if(entries_, [&](const Entry& entry) {
            const Issue& issue = entry.finding.issue;
            return issue.code == finding.issue.code && issue.sentence == finding.issue.sentence &&
                   (spot.follows(entry.first, entry.last) || (spot.screen == entry.first.screen && !spot.step));
        });
        if (same == entries_.end()) return entries_.push_back({finding, spot, spot.step.value_or(0)});
        same->last = std::max(same->last, spot.step.value_or(0));
    }

    CheckReport report() {
        CheckReport made;
        for (Entry& entry : entries_) {
            Issue issue = std::move(entry.finding.issue);
            issue.place = place_of(entry);
            if (entry.finding.exempt == Exempt::none) {
                made.issues.push_back(std::move(issue));
                continue;
            }
            const Sentence& reason = reason_of(entry.finding.exempt);
            issue.sentence.vi += ' ' + reason.vi;
            issue.sentence.en += ' ' + reason.en;
            made.exempt.push_back(std::move(issue));
        }
        return made;
    }

private:
    struct Entry {
        Finding finding;
        Spot first;
        std::size_t last = 0;  ///< step, from 0
    };

    static std::string place_of(const Entry& entry) {
        const char* screen = name_of(entry.first.screen);
        if (!entry.first.step) return fmt::format("screen {}", screen);
        const std::size_t first = *entry.first.step + 1, last = entry.last + 1;
        return first == last ? fmt::format("step {} ({})", first, screen)
                             : fmt::format("step {}-{} ({})", first, last, screen);
    }

    std::vector<Entry> entries_;
};

class PageCheck {
public:
    PageCheck(const Snapshot& snapshot, const Fonts& fonts, const PageSettings& settings, PageMaker& maker)
        : snapshot_(snapshot),
          fonts_(fonts),
          settings_(settings),
          maker_(maker),
          feed_(snapshot.conference),
          wall_(viewport_of(settings)) {}

    void look_at(const Step& step, const Spot& spot) {
        for (const Instant moment : moments_of(step.screen, snapshot_.conference, settings_.now)) {
            const PageRecord record = maker_.record(snapshot_, step, moment, Texts::recorded);
            add(layout_findings(record, wall_), spot);
            add(text_findings(record, fonts_, feed_), spot);
            if (const auto ground = maker_.pixels()) {
                add(contrast_findings(record, *ground, maker_.theme()), spot);
                add(stripe_findings(*ground), spot);
            }
            maker_.trim();
        }
    }

    void add(const Findings& findings, const Spot& spot) {
        for (const Finding& finding : findings) gathered_.add(finding, spot);
    }

    CheckReport report() { return gathered_.report(); }

private:
    const Snapshot& snapshot_;
    const Fonts& fonts_;
    const PageSettings& settings_;
    PageMaker& maker_;
    FeedTexts feed_;
    Viewport wall_;
    Gathered gathered_;
};

}  // namespace

Result<CheckReport> check_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const PageSettings& settings, const Progress& progress) {
    auto maker = PageMaker::make(fonts, settings);
    if (!maker) return maker.error();
    auto entrances = Entrances::make(fonts, settings, frames_per_second);
    if (!entrances) return entrances.error();
    const Pages pages = all_pages(rundown);
    const std::size_t total = pages.steps.size() + pages.extra.size();
    PageCheck check(snapshot, fonts, settings, **maker);
    std::size_t done = 0;
    for (const Step& step : pages.steps) {
        check.look_at(step, {step.screen, done});
        check.add(entrances->findings(snapshot, rundown, done), {step.screen, done});
        progress(++done, total);
    }
    for (const Step& step : pages.extra) {
        check.look_at(step, {step.screen, std::nullopt});
        progress(++done, total);
    }
    CheckReport report = check.report();
    for (const Finding& finding : sign_findings((*maker)->theme())) {
        report.issues.push_back(finding.issue);
        report.issues.back().place = fmt::format("theme {}", (*maker)->theme().name);
    }
    return report;
}

}  // namespace hall
