#include "proof/feed_texts.h"

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr std::size_t longest_sequence = 3;

std::size_t hash_of(std::span<const std::string_view> syllables) {
    std::string key;
    for (const std::string_view syllable : syllables) {
        key += syllable;
        key += ' ';
    }
    return std::hash<std::string>()(key);
}

/// Capitals, with plain spaces for those that do not break.
std::string comparable(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00A0";
    std::string plain = to_upper(to_nfc(text));
    for (std::size_t at = plain.find(no_break_space); at != std::string::npos; at = plain.find(no_break_space, at))
        plain.replace(at, no_break_space.size(), " ");
    return plain;
}

using Add = std::function<void(std::string_view)>;

void visit(const Person& person, const Add& add) {
    for (const auto* text : {&person.honorific, &person.name, &person.position, &person.organisation}) add(*text);
    add(person.honorific + ' ' + person.name);
}

void visit(const Recipient& recipient, const Add& add) {
    for (const auto* text : {&recipient.position, &recipient.organisation, &recipient.representative,
                             &recipient.citation, &recipient.name})
        add(*text);
    add(recipient.honorific + ' ' + recipient.name);
}

void visit(const Award& award, const Add& add) {
    for (const auto* text : {&award.name, &award.proposed_by, &award.authority, &award.ground, &award.decision.number,
                             &award.decision.issuer, &award.decision.about})
        add(*text);
    add(decision_line(award));
    for (const Person& presenter : award.presenters) visit(presenter, add);
    for (const Batch& batch : award.batches) {
        add(batch.label);
        for (const Recipient& recipient : batch.recipients) visit(recipient, add);
    }
}

void visit_people(const Conference& conference, const Add& add) {
    for (const Member& member : conference.members) {
        for (const auto* text : {&member.name, &member.short_name, &member.role, &member.group}) add(*text);
        for (const Person& person : member.representatives) visit(person, add);
    }
    for (const Award& award : conference.awards) visit(award, add);
    for (const Person& person : conference.presidium) visit(person, add);
    for (const Person& person : conference.guests) visit(person, add);
}

void visit_matters(const Conference& conference, const Add& add) {
    add(conference.tasks.title);
    visit(conference.tasks.proposer, add);
    for (const Task& task : conference.tasks.items) {
        add(task.heading);
        add(task.detail);
    }
    add(conference.report.title);
    visit(conference.report.presenter, add);
    for (const Figure& figure : conference.report.figures) {
        add(figure.value + ' ' + figure.unit);
        add(figure.label);
    }
    std::ranges::for_each(conference.report.points, add);
    for (const Speech& speech : conference.speeches) {
        visit(speech.speaker, add);
        add(speech.occasion);
        std::ranges::for_each(speech.points, add);
        std::ranges::for_each(speech.references, add);
    }
    for (const Movement& movement : conference.movements)
        for (const auto* text : {&movement.title, &movement.slogan, &movement.aim, &movement.detail}) add(*text);
    add(conference.covenant.title);
    std::ranges::for_each(conference.covenant.pledges, add);
    for (const auto* text :
         {&conference.handover.title, &conference.handover.from_label, &conference.handover.to_label})
        add(*text);
    for (const Photo& photo : conference.photos)
        for (const auto* text : {&photo.caption, &photo.credit, &photo.alt}) add(*text);
    for (const Notice& notice : conference.notices) add(notice.text);
}

void visit_all(const Conference& conference, const Add& add) {
    const Identity& identity = conference.identity;
    for (const auto* text :
         {&identity.title, &identity.subtitle, &identity.organizer, &identity.cluster, &identity.venue})
        add(*text);
    for (const AgendaItem& item : conference.agenda) {
        add(item.title);
        add(item.note);
        visit(item.speaker, add);
    }
    visit_people(conference, add);
    visit_matters(conference, add);
}

}  // namespace

FeedTexts::FeedTexts(const Conference& conference) {
    visit_all(conference, [this](std::string_view text) { add(text); });
}

void FeedTexts::add(std::string_view text) {
    if (text.empty()) return;
    const std::string upper = comparable(text);
    const auto syllables = tokens(upper);
    for (std::size_t at = 0; at < syllables.size(); ++at)
        for (std::size_t length = 2; length <= longest_sequence && at + length <= syllables.size(); ++length)
            sequences_.insert(hash_of(std::span(syllables).subspan(at, length)));
    for (std::size_t feed = upper.find('\n'); feed != std::string::npos; feed = upper.find('\n', feed + 1)) {
        const auto before = tokens(std::string_view(upper).substr(0, feed));
        const auto after = tokens(std::string_view(upper).substr(feed + 1));
        if (before.empty() || after.empty()) continue;
        const std::string_view around[] = {before.back(), after.front()};
        turns_.insert(hash_of(around));
    }
}

bool FeedTexts::says(std::string_view text) const {
    const std::string upper = comparable(text);
    const auto syllables = tokens(upper);
    const std::size_t length = std::min(syllables.size(), longest_sequence);
    if (length < 2) return false;
    for (std::size_t at = 0; at + length <= syllables.size(); ++at)
        if (sequences_.contains(hash_of(std::span(syllables).subspan(at, length)))) return true;
    return false;
}

bool FeedTexts::turns(std::string_view before, std::string_view after) const {
    if (turns_.empty()) return false;
    const std::string left = comparable(before), right = comparable(after);
    const std::string_view around[] = {left, right};
    return turns_.contains(hash_of(around));
}

}  // namespace hall
