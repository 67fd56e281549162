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
#include "proof/rules_pace.h"
#include "proof/rules_photos.h"
#include "proof/rules_stripes.h"
#include "proof/rules_text.h"
#include "screens/brand.h"

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

/// Where a finding stands: a step of the rundown, or a screen outside it.
struct Spot {
    ScreenId screen = ScreenId::holding;
    std::optional<std::size_t> step;  ///< from 0
};

/// Gathers findings. What was said of the step before is not said again, and what is exempt once for all of a screen.
class Gathered {
public:
    void add(const Finding& finding, const Spot& spot) {
        const auto same = std::ranges::find_if(entries_, [&](const Entry& entry) {
            const Issue& issue = entry.finding.issue;
            return entry.first.screen == spot.screen && entry.first.step.has_value() == spot.step.has_value() &&
                   issue.code == finding.issue.code && issue.sentence == finding.issue.sentence &&
                   entry.finding.exempt == finding.exempt &&
                   (finding.exempt != Exempt::none || spot.step.value_or(0) <= entry.last + 1);
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
    PageCheck(const Snapshot& snapshot, const Fonts& fonts, const PageSettings& settings, PageMaker& maker,
              Extent extent)
        : snapshot_(snapshot),
          fonts_(fonts),
          settings_(settings),
          maker_(maker),
          feed_(snapshot.conference),
          wall_(viewport_of(settings)),
          extent_(extent) {}

    void look_at(const Step& step, const Spot& spot) {
        if (spot.step) {
            add(step_findings(step, snapshot_.conference), spot);
            add(photo_findings(step, snapshot_.conference), spot);
        }
        for (const Instant moment : moments_of(step.screen, snapshot_.conference, settings_.now)) {
            const PageRecord record = maker_.record(snapshot_, step, moment, Texts::recorded);
            add(layout_findings(record, wall_, feed_), spot);
            add(text_findings(record, fonts_, feed_), spot);
            add(break_findings(record, wall_, fonts_, feed_), spot);
            if (extent_ == Extent::whole) look_at_ground(record, spot);
            maker_.trim();
        }
    }

    void add(const Findings& findings, const Spot& spot) {
        for (const Finding& finding : findings) gathered_.add(finding, spot);
    }

    CheckReport report() { return gathered_.report(); }

private:
    void look_at_ground(const PageRecord& record, const Spot& spot) {
        const auto ground = maker_.pixels();
        if (!ground) return;
        add(contrast_findings(record, *ground, maker_.theme()), spot);
        add(stripe_findings(*ground, record.pictures), spot);
    }

    const Snapshot& snapshot_;
    const Fonts& fonts_;
    const PageSettings& settings_;
    PageMaker& maker_;
    FeedTexts feed_;
    Viewport wall_;
    Extent extent_;
    Gathered gathered_;
};

}  // namespace

Result<CheckReport> check_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const PageSettings& settings, const Progress& progress, Extent extent) {
    auto maker = PageMaker::make(fonts, settings);
    if (!maker) return maker.error();
    auto entrances = Entrances::make(fonts, settings, snapshot, frames_per_second);
    if (!entrances) return entrances.error();
    const Pages pages = all_pages(rundown);
    const std::size_t total = pages.steps.size() + pages.extra.size();
    PageCheck check(snapshot, fonts, settings, **maker, extent);
    std::size_t done = 0;
    for (const Step& step : pages.steps) {
        check.look_at(step, {step.screen, done});
        if (extent == Extent::whole) check.add(entrances->findings(rundown, done), {step.screen, done});
        progress(++done, total);
    }
    for (const Step& step : pages.extra) {
        check.look_at(step, {step.screen, std::nullopt});
        progress(++done, total);
    }
    CheckReport report = check.report();
    const auto add = [&](const Findings& findings, const std::string& place) {
        for (const Finding& finding : findings) report.issues.emplace_back(finding.issue).place = place;
    };
    add(accent_findings(snapshot.conference.branding, theme_of(snapshot.conference, settings.theme)),
        "/branding/accent");
    add(sign_findings((*maker)->theme()), fmt::format("theme {}", (*maker)->theme().name));
    const auto& notices = snapshot.conference.notices;
    for (std::size_t i = 0; i < notices.size(); ++i) add(notice_findings(notices[i]), fmt::format("/notices/{}", i));
    return report;
}

}  // namespace hall
