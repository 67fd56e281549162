#include "screens/spoken.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "screens/wording.h"
#include "show/paging.h"
#include "show/rundown.h"

namespace hall {
namespace {

void add(SpokenLines& lines, LineKind kind, std::string text, RecipientKind whose = RecipientKind::person) {
    if (!text.empty()) lines.push_back({kind, std::move(text), {}, whose});
}

void add(SpokenLines& lines, const Person& person) {
    add(lines, LineKind::name, called(person));
    add(lines, LineKind::standing, standing_of(person.position, person.organisation));
}

void add(SpokenLines& lines, const SpokenLines& more) { lines.insert(lines.end(), more.begin(), more.end()); }

/// Calls visit(item) for those of the step's page; for all where the step has none.
template <class Items, class Visit>
void for_page(const Items& items, const Page& page, Visit visit) {
    const std::size_t first = page.count > 0 ? page.first : 0;
    const std::size_t last = page.count > 0 ? std::min(page.first + page.count, items.size()) : items.size();
    for (std::size_t i = first; i < last; ++i) visit(items[i]);
}

/// Places are numbered from 1.
std::string places(std::size_t first, std::size_t last) {
    return first == last ? fmt::format("số\u00A0{}", first) : fmt::format("số\u00A0{} đến\u00A0{}", first, last);
}

SpokenLines revealed_lines(const Award& award, const Step& step) {
    SpokenLines lines;
    if (!step.batch || *step.batch >= award.batches.size()) return lines;
    const Batch& batch = award.batches[*step.batch];
    const std::size_t end = std::min(step.page.first + step.page.count, batch.recipients.size());
    const std::size_t seen = std::min(step.page.first + step.revealed, end);
    if (seen == step.page.first) add(lines, award_head(award));
    add(lines, LineKind::cue, batch.label);
    for (std::size_t i = step.page.first; i < seen; ++i) add(lines, recipient_lines(i + 1, batch.recipients[i]));
    if (seen < end)
        add(lines, LineKind::cue,
            (seen == step.page.first ? "Sắp công bố: " : "Chưa công bố: ") + places(seen + 1, end));
    return lines;
}

SpokenLines summary_lines(const Conference& conference, const Step& step) {
    SpokenLines lines;
    for (const SummaryRow& row : summary_rows(conference, step)) {
        const Award& award = conference.awards[row.award];
        const Recipient& recipient = award.batches[row.batch].recipients[row.recipient];
        add(lines, LineKind::name, called_without_standing(recipient), recipient.kind);
        add(lines, LineKind::standing, award.name);
    }
    return lines;
}

}  // namespace

SpokenLines award_head(const Award& award) {
    SpokenLines lines;
    add(lines, LineKind::text, award.status == AwardStatus::proposed ? "Đề xuất khen thưởng" : decision_line(award));
    add(lines, LineKind::text, award.ground);
    for (const Person& presenter : award.presenters)
        add(lines, LineKind::cue,
            joined("Mời lên trao: " + called(presenter), ", ",
                   standing_of(presenter.position, presenter.organisation)));
    return lines;
}

SpokenLines recipient_lines(std::size_t number, const Recipient& recipient) {
    if (recipient.sealed()) return {{LineKind::name, fmt::format("{}. (còn niêm phong)", number)}};
    SpokenLines lines;
    add(lines, LineKind::name, fmt::format("{}. {}", number, called(recipient.honorific, recipient.name)),
        recipient.kind);
    add(lines, LineKind::standing, standing_of(recipient));
    add(lines, LineKind::standing, recipient.citation);
    return lines;
}

SpokenLines content_lines(const Conference& conference, const Step& step) {
    SpokenLines lines;
    switch (step.screen) {
        case ScreenId::presidium:
            for_page(conference.presidium, step.page, [&](const Person& person) { add(lines, person); });
            break;
        case ScreenId::guests:
            for_page(conference.guests, step.page, [&](const Person& person) { add(lines, person); });
            break;
        case ScreenId::members:
            for_page(conference.members, step.page, [&](const Member& member) {
                add(lines, LineKind::name, member.name, RecipientKind::collective);
                add(lines, LineKind::standing, member.role);
            });
            break;
        case ScreenId::report:
            add(lines, LineKind::text, conference.report.title);
            add(lines, conference.report.presenter);
            break;
        case ScreenId::tasks: add(lines, conference.tasks.proposer); break;
        case ScreenId::speech:
            if (step.item < conference.speeches.size()) {
                add(lines, LineKind::text, conference.speeches[step.item].occasion);
                add(lines, conference.speeches[step.item].speaker);
            }
            break;
        case ScreenId::covenant:
            add(lines, LineKind::text, conference.covenant.title);
            for (const Signatory& signatory : conference.covenant.signatories)
                if (signatory.member < conference.members.size())
                    add(lines, LineKind::name, conference.members[signatory.member].name, RecipientKind::collective);
            break;
        case ScreenId::handover:
            for (const auto& [member, label] : {std::pair{conference.handover.from, conference.handover.from_label},
                                                std::pair{conference.handover.to, conference.handover.to_label}})
                if (member && *member < conference.members.size()) {
                    add(lines, LineKind::name, conference.members[*member].name, RecipientKind::collective);
                    add(lines, LineKind::standing, label);
                }
            break;
        default: break;
    }
    return lines;
}

SpokenLines note_lines(const std::string& note) {
    SpokenLines lines;
    for (std::size_t from = 0; from < note.size();) {
        const std::size_t end = std::min(note.find('\n', from), note.size());
        add(lines, LineKind::cue, note.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

std::string note_beside_presenters(const std::string& note) {
    const auto presenters = note.find("Mời lên trao: ");
    return presenters == 0 ? std::string()
                           : note.substr(0, presenters == std::string::npos ? presenters : presenters - 1);
}

SpokenLines spoken_at(const Conference& conference, const Step& step) {
    SpokenLines lines;
    const bool award = step.award && *step.award < conference.awards.size();
    if (award && step.batch) return revealed_lines(conference.awards[*step.award], step);
    if (award) {
        add(lines, award_head(conference.awards[*step.award]));
        add(lines, note_lines(note_beside_presenters(step.note)));
        return lines;
    }
    add(lines,
        step.screen == ScreenId::award_summary ? summary_lines(conference, step) : content_lines(conference, step));
    add(lines, note_lines(step.note));
    return lines;
}

std::string ahead_of(const Conference& conference, const Step& now, const Step& next) {
    const bool same = next.award && next.award == now.award;
    if (!same || !next.batch) {
        Step nobody = next;
        if (nobody.advance == Advance::by_operator) nobody.recipient.reset();
        return describe(nobody, conference, Language::vietnamese);
    }
    const auto& batches = conference.awards[*next.award].batches;
    const std::string batch =
        batches.size() > 1 ? fmt::format("Lượt\u00A0{}/{}: ", *next.batch + 1, batches.size()) : std::string();
    if (next.revealed == 0)
        return batch + "Sắp công bố " + places(next.page.first + 1, next.page.first + next.page.count);
    // Where all of a page come at once, so many are new.
    const bool same_page = now.batch == next.batch && now.page == next.page;
    const std::size_t before = same_page ? std::min(now.revealed, next.revealed - 1) : next.revealed - 1;
    return batch + "Công bố " + places(next.page.first + before + 1, next.page.first + next.revealed);
}

}  // namespace hall
