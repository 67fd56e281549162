#include "show/rundown.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "show/award_steps.h"
#include "show/identity.h"
#include "show/paging.h"
#include "show/reading.h"

namespace hall {
namespace {

bool is_award_screen(ScreenId screen) {
    return screen == ScreenId::award_intro || screen == ScreenId::award_reveal || screen == ScreenId::award_group;
}

bool has_pages(ScreenId screen) {
    switch (screen) {
        case ScreenId::members:
        case ScreenId::agenda_day:
        case ScreenId::presidium:
        case ScreenId::guests:
        case ScreenId::tasks:
        case ScreenId::movements:
        case ScreenId::photos: return true;
        default: return false;
    }
}

std::vector<Cue> default_cues(const Conference& conference) {
    const Identity& identity = conference.identity;
    const bool nothing = identity.title.empty() && identity.organizer.empty() && conference.agenda.empty() &&
                         conference.members.empty() && conference.awards.empty() && conference.tasks.items.empty() &&
                         conference.presidium.empty() && conference.guests.empty() && conference.report.title.empty() &&
                         conference.report.figures.empty() && conference.report.points.empty() &&
                         conference.speeches.empty() && conference.movements.empty() && conference.covenant.empty() &&
                         conference.photos.empty();
    if (nothing) return {};
    std::vector<Cue> cues;
    for (const ScreenId screen : {ScreenId::welcome, ScreenId::agenda, ScreenId::agenda_day, ScreenId::presidium,
                                  ScreenId::guests, ScreenId::members, ScreenId::report, ScreenId::movements,
                                  ScreenId::speech, ScreenId::award_intro, ScreenId::award_summary, ScreenId::tasks,
                                  ScreenId::covenant, ScreenId::handover, ScreenId::photos, ScreenId::closing})
        cues.emplace_back().screen = screen;
    return cues;
}

Roll roll_of(const Award& award, const Conference& conference) {
    Roll roll{award.id.empty() ? award.name : award.id, award.visibility, {}};
    for (const Batch& batch : award.batches) {
        auto& names = roll.batches.emplace_back();
        for (const Recipient& recipient : batch.recipients) names.push_back(identity_of(recipient, conference));
    }
    return roll;
}

class Writer {
public:
    explicit Writer(const Conference& conference) : conference_(conference), shown_(conference.awards.size(), false) {}

    void write(const std::vector<Cue>& cues) {
        for (const Cue& cue : cues) {
            if (is_award_screen(cue.screen) && !cue.award.empty()) named_.push_back(cue.award);
            if (cue.item > 0) items_.emplace_back(cue.screen, cue.item);
        }
        for (const Cue& cue : cues) add(cue);
    }

    Rundown finished() {
        // A show that begins with a held award still needs a place where nobody's hand is needed.
        const auto& steps = rundown_.steps;
        if (std::none_of(steps.begin(), steps.end(),
                         [](const Step& step) { return step.advance == Advance::by_time; })) {
            Step holding;
            holding.key = name_of(ScreenId::holding);
            rundown_.steps.insert(rundown_.steps.begin(), holding);
            rundown_.steps.front().dwell = reading_time(tokens_on(holding, conference_));
        }
        make_keys_unique();
        for (const Award& award : conference_.awards) rundown_.rolls.push_back(roll_of(award, conference_));
        return std::move(rundown_);
    }

private:
    void add(const Cue& cue) {
        std::vector<Step> steps = steps_of(cue);
        for (Step& step : steps) step.dwell = cue.dwell.value_or(reading_time(tokens_on(step, conference_)));
        if (!steps.empty()) {
            Step& first = steps.front();
            first.transition = cue.transition;
            first.call = cue.call;
            if (!cue.note.empty()) first.note = first.note.empty() ? cue.note : cue.note + '\n' + first.note;
        }
        append(rundown_.steps, std::move(steps));
    }

    std::vector<Step> steps_of(const Cue& cue) {
        if (is_award_screen(cue.screen)) return steps_of_awards(cue.award);
        switch (cue.screen) {
            case ScreenId::award_summary: return summary_steps(conference_, awards_for_summary(cue.award));
            case ScreenId::members: return member_steps();
            case ScreenId::agenda_day: return paged(cue.screen, agenda_day_pages(conference_));
            case ScreenId::presidium: return paged(cue.screen, person_pages(conference_.presidium));
            case ScreenId::guests: return paged(cue.screen, person_pages(conference_.guests));
            case ScreenId::tasks: return paged(cue.screen, task_pages(conference_.tasks));
            case ScreenId::movements: return paged(cue.screen, movement_pages(conference_.movements));
            case ScreenId::report: return report_steps();
            case ScreenId::speech: return speech_steps(cue.item);
            case ScreenId::covenant: return covenant_steps();
            case ScreenId::photos: return photo_steps(cue.item);
            case ScreenId::handover: return by_hand(cue.screen, conference_.handover.empty() ? 0 : 1);
            // The flag ceremony ends when the anthem does, a silence and another's picture when somebody says so.
            case ScreenId::flag:
            case ScreenId::silence:
            case ScreenId::external: return by_hand(cue.screen, 1);
            case ScreenId::agenda: return paged(cue.screen, balanced_pages(conference_.agenda.empty() ? 0 : 1, 1));
            default: return paged(cue.screen, {Page{}});
        }
    }

    static std::vector<Step> paged(ScreenId screen, const std::vector<Page>& pages) {
        std::vector<Step> steps;
        steps.reserve(pages.size());
        for (const Page& page : pages) {
            Step& step = steps.emplace_back();
            step.screen = screen;
            step.page = page;
            step.key = name_of(screen);
            if (has_pages(screen)) step.key += fmt::format("/{}", page.index + 1);
        }
        return steps;
    }

    static std::vector<Step> by_hand(ScreenId screen, std::size_t count) {
        std::vector<Step> steps = paged(screen, balanced_pages(count, 1));
        for (Step& step : steps) step.advance = Advance::by_operator;
        return steps;
    }

    static std::vector<Step> of_part(ScreenId screen, ListPart part, const char* key, const std::vector<Page>& pages) {
        std::vector<Step> steps = paged(screen, pages);
        for (Step& step : steps) {
            step.part = part;
            step.key = fmt::format("{}/{}/{}", name_of(screen), key, step.page.index + 1);
        }
        return steps;
    }

    static void append(std::vector<Step>& steps, std::vector<Step> more) {
        if (steps.empty()) return steps.swap(more);
        std::move(more.begin(), more.end(), std::back_inserter(steps));
    }

    std::vector<Step> member_steps() const {
        const MemberLayout layout = member_layout(conference_);
        std::vector<Step> steps = paged(ScreenId::members, member_pages(conference_, layout));
        for (Step& step : steps) step.members = layout;
        return steps;
    }

    std::vector<Step> report_steps() const {
        const Report& report = conference_.report;
        std::vector<Step> steps = of_part(ScreenId::report, ListPart::first, "figures", figure_pages(report));
        append(steps, of_part(ScreenId::report, ListPart::second, "points", point_pages(report)));
        if (steps.empty() && !report.title.empty()) steps = paged(ScreenId::report, {Page{}});
        return steps;
    }

    /// Speech `item` (from 1), or every one that no other cue names.
    std::vector<Step> speech_steps(std::size_t item) const {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < conference_.speeches.size(); ++i) {
            if (item > 0 ? i + 1 != item : is_named(ScreenId::speech, i + 1)) continue;
            std::vector<Step> pages = paged(ScreenId::speech, speech_pages(conference_.speeches[i]));
            for (Step& step : pages) {
                step.item = i;
                step.key = fmt::format("speech/{}/{}", i + 1, step.page.index + 1);
            }
            append(steps, std::move(pages));
        }
        return steps;
    }

    std::vector<Step> photo_steps(std::size_t item) const {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < conference_.photos.size(); ++i) {
            if (item > 0 ? i + 1 != item : is_named(ScreenId::photos, i + 1)) continue;
            std::vector<Step> one = paged(ScreenId::photos, {Page{i, 1, i, conference_.photos.size()}});
            one.front().item = i;
            append(steps, std::move(one));
        }
        return steps;
    }

    bool is_named(ScreenId screen, std::size_t item) const {
        return std::find(items_.begin(), items_.end(), std::pair(screen, item)) != items_.end();
    }

    /// The pledges, then who signs; last, by the operator's hand, everybody has signed.
    std::vector<Step> covenant_steps() const {
        const Covenant& covenant = conference_.covenant;
        std::vector<Step> steps = of_part(ScreenId::covenant, ListPart::first, "pledges", pledge_pages(covenant));
        std::vector<Step> signing =
            signatories_beside(conference_) && !steps.empty()
                ? std::vector<Step>{steps.back()}
                : of_part(ScreenId::covenant, ListPart::second, "signatories", signatory_pages(conference_));
        if (!signatories_beside(conference_)) append(steps, signing);
        if (covenant.signatories.empty()) signing.clear();
        for (Step& step : signing) {
            step.revealed = 1;
            step.advance = Advance::by_operator;
            step.key += "/signed";
        }
        append(steps, std::move(signing));
        if (steps.empty() && !covenant.empty()) steps = paged(ScreenId::covenant, {Page{}});
        return steps;
    }

    /// One award by its id; without an id, every award that no other cue names. No award comes twice.
    std::vector<Step> steps_of_awards(const std::string& id) {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            const std::string& own = conference_.awards[i].id;
            const bool meant = id.empty() ? std::find(named_.begin(), named_.end(), own) == named_.end() : own == id;
            if (!meant || shown_[i]) continue;
            shown_[i] = true;
            append(steps, award_steps(conference_, i));
        }
        return steps;
    }

    /// Never an award whose own steps are still to come.
    std::vector<std::size_t> awards_for_summary(const std::string& id) const {
        std::vector<std::size_t> awards;
        for (std::size_t i = 0; i < shown_.size(); ++i)
            if (shown_[i] && (id.empty() || conference_.awards[i].id == id)) awards.push_back(i);
        return awards;
    }

    void make_keys_unique() {
        std::unordered_map<std::string, std::size_t> seen;
        for (Step& step : rundown_.steps) {
            const std::string base = step.key;
            while (seen.contains(step.key)) step.key = fmt::format("{}~{}", base, ++seen[base]);
            seen.emplace(step.key, 1);
        }
    }

    const Conference& conference_;
    std::vector<bool> shown_;
    std::vector<std::string> named_;                       ///< awards that a cue names
    std::vector<std::pair<ScreenId, std::size_t>> items_;  ///< speeches and photos that a cue names
    Rundown rundown_;
};

}  // namespace

Rundown make_rundown(const Conference& conference) {
    Writer writer(conference);
    writer.write(conference.rundown.empty() ? default_cues(conference) : conference.rundown);
    return writer.finished();
}

Seconds reading_time(std::size_t tokens) {
    constexpr Seconds least{6};
    constexpr Seconds settling{3};
    constexpr Seconds per_token{0.30};
    return std::max(least, settling + per_token * static_cast<double>(tokens));
}

}  // namespace hall
