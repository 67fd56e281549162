#include "show/reading.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "show/paging.h"

namespace hall {
namespace {

constexpr std::size_t agenda_rows_shown = 5;  // now, and up to four that follow

std::size_t count(const std::string& text) { return count_tokens(text); }

std::size_t count(const Person& person) {
    return count(person.honorific) + count(person.name) + count(person.position) + count(person.organisation);
}

std::size_t count(const Recipient& recipient) {
    return 2 * count(recipient.name) + count(recipient.honorific) + count(recipient.position) +
           count(recipient.organisation) + count(recipient.representative) + count(recipient.citation) +
           count(recipient.remark);
}

std::size_t count(const Identity& identity) {
    return count(identity.title) + count(identity.subtitle) + count(identity.organizer) + count(identity.cluster) +
           count(identity.venue);
}

/// Sum over items [first, first + count), as many as there are.
template <class Items, class Each>
std::size_t sum(const Items& items, std::size_t first, std::size_t number, Each each) {
    std::size_t total = 0;
    for (std::size_t i = first; i < std::min(first + number, items.size()); ++i) total += each(items[i]);
    return total;
}

std::size_t agenda_tokens(const Conference& conference, std::size_t first, std::size_t number) {
    return sum(conference.agenda, first, number,
               [](const AgendaItem& item) { return 1 + count(item.title) + count(item.speaker); });
}

std::size_t member_tokens(const Conference& conference, const Page& page, MemberLayout layout) {
    const bool name_only = layout == MemberLayout::compact;
    return sum(conference.members, page.first, page.count, [&](const Member& member) {
        if (name_only) return count(member.name);
        const std::size_t person = member.representatives.empty() ? 0 : count(member.representatives.front());
        return count(member.name) + count(member.role) + person;
    });
}

std::size_t award_tokens(const Step& step, const Conference& conference) {
    const Award& award = conference.awards[*step.award];
    const std::size_t heading =
        count(award.name) + count(award.ground) + count(award.decision.number) + count(award.decision.issuer);
    if (!step.batch) return heading;
    return heading + sum(award.batches[*step.batch].recipients, step.page.first, step.revealed,
                         [](const Recipient& recipient) { return count(recipient); });
}

std::size_t summary_tokens(const Step& step, const Conference& conference) {
    std::size_t total = 0;
    for (const SummaryRow& row : summary_rows(conference, step)) {
        const Award& award = conference.awards[row.award];
        total += 2 * count(award.batches[row.batch].recipients[row.recipient].name) + count(award.name);
    }
    return total;
}

std::size_t covenant_tokens(const Step& step, const Conference& conference) {
    const Covenant& covenant = conference.covenant;
    const auto names = [&](std::size_t first, std::size_t number) {
        return sum(covenant.signatories, first, number, [&](const Signatory& signatory) {
            return signatory.member < conference.members.size() ? count(conference.members[signatory.member].name) : 0;
        });
    };
    if (step.part == ListPart::second) return count(covenant.title) + names(step.page.first, step.page.count);
    const std::size_t beside = signatories_beside(conference) ? names(0, covenant.signatories.size()) : 0;
    return count(covenant.title) + beside +
           sum(covenant.pledges, step.page.first, step.page.count, [](const std::string& text) { return count(text); });
}

std::size_t handover_tokens(const Conference& conference) {
    const Handover& handover = conference.handover;
    std::size_t total = count(handover.title) + count(handover.from_label) + count(handover.to_label);
    for (const auto& member : {handover.from, handover.to})
        if (member && *member < conference.members.size()) total += count(conference.members[*member].name);
    return total;
}

}  // namespace

std::size_t tokens_on(const Step& step, const Conference& conference) {
    const auto texts = [&](const std::vector<std::string>& list) {
        return sum(list, step.page.first, step.page.count, [](const std::string& text) { return count(text); });
    };
    const auto persons = [&](const std::vector<Person>& list) {
        return sum(list, step.page.first, step.page.count, [](const Person& person) { return count(person); });
    };
    switch (step.screen) {
        case ScreenId::presidium: return persons(conference.presidium);
        case ScreenId::guests: return persons(conference.guests);
        case ScreenId::report:
            if (step.part == ListPart::second) return count(conference.report.title) + texts(conference.report.points);
            return count(conference.report.title) +
                   sum(conference.report.figures, step.page.first, step.page.count, [](const Figure& figure) {
                       return count(figure.value) + count(figure.unit) + count(figure.label);
                   });
        case ScreenId::tasks:
            return count(conference.tasks.title) +
                   sum(conference.tasks.items, step.page.first, step.page.count,
                       [](const Task& task) { return count(task.heading) + count(task.detail); });
        case ScreenId::speech: {
            if (step.item >= conference.speeches.size()) return 0;
            const Speech& speech = conference.speeches[step.item];
            return count(speech.speaker) + count(speech.occasion) + texts(speech.points) +
                   sum(speech.references, 0, speech.references.size(), [](const std::string& t) { return count(t); });
        }
        case ScreenId::movements:
            return sum(conference.movements, step.page.first, step.page.count, [](const Movement& movement) {
                return count(movement.title) + count(movement.slogan) + count(movement.aim) + count(movement.detail);
            });
        case ScreenId::covenant: return covenant_tokens(step, conference);
        case ScreenId::handover: return handover_tokens(conference);
        case ScreenId::photos:
            return step.item < conference.photos.size() ? count(conference.photos[step.item].caption) : 0;
        case ScreenId::agenda: return agenda_tokens(conference, 0, agenda_rows_shown);
        case ScreenId::agenda_day: return agenda_tokens(conference, step.page.first, step.page.count);
        case ScreenId::members: return member_tokens(conference, step.page, step.members);
        case ScreenId::award_intro:
        case ScreenId::award_reveal:
        case ScreenId::award_group: return step.award ? award_tokens(step, conference) : 0;
        case ScreenId::award_summary: return summary_tokens(step, conference);
        case ScreenId::flag:
        case ScreenId::silence:
        case ScreenId::external:
        case ScreenId::test_card: return 0;
        case ScreenId::welcome:
        case ScreenId::closing:
        case ScreenId::holding:
        case ScreenId::countdown: break;
    }
    return count(conference.identity);
}

}  // namespace hall
