#include "show/paging.h"

#include <algorithm>

#include "base/text.h"
#include "conference/agenda.h"

namespace hall {
namespace {

constexpr std::size_t one_line = 24;   // characters of a name in a card
constexpr std::size_t two_lines = 48;  // the same card, wrapped once
constexpr std::size_t few_members = 12;
constexpr std::size_t usual_rows = 6;
constexpr std::size_t rows_with_leaders = 4;
constexpr std::size_t compact_rows = 8;
constexpr std::size_t agenda_rows = 8;
constexpr std::size_t agenda_rows_two_lines = 6;
constexpr std::size_t agenda_rows_long = 4;
constexpr std::size_t agenda_one_line = 48;
constexpr std::size_t agenda_two_lines = 96;
constexpr std::size_t rows_below_tiles = 3;

constexpr std::size_t long_standing = 60;
constexpr std::size_t long_point = 90;
constexpr std::size_t long_speech_point = 100;
constexpr std::size_t long_detail = 110;
constexpr std::size_t long_movement = 200;
constexpr std::size_t most_signatories_beside = 8;

/// The longest of what `length` finds in the items, 0 without any.
template <class Items, class Length>
std::size_t longest_of(const Items& items, Length length) {
    std::size_t longest = 0;
    for (const auto& item : items) longest = std::max(longest, length(item));
    return longest;
}

std::size_t longest_text(const std::vector<std::string>& texts) {
    return longest_of(texts, [](const std::string& text) { return count_characters(text); });
}

bool is_bare_short_name(const Recipient& recipient) {
    return recipient.position.empty() && recipient.organisation.empty() && recipient.representative.empty() &&
           recipient.citation.empty() && count_characters(recipient.name) <= one_line;
}

/// So many names find room in large enough type, up to 9 picture heights on a wall of 4:3 too. By the feed's distance,
/// not by a machine's own, or two machines would count different steps.
std::size_t signatories_a_page(double viewing_distance) {
    if (viewing_distance <= 6) return 12;
    return viewing_distance <= 7 ? 6 : 4;
}

}  // namespace

MemberLayout member_layout(const Conference& conference) {
    const bool many = conference.members.size() > few_members;
    const std::size_t limit = many ? two_lines : one_line;
    // A name has no more characters than bytes.
    const bool longer = std::any_of(conference.members.begin(), conference.members.end(), [&](const Member& member) {
        return member.name.size() > limit && count_characters(member.name) > limit;
    });
    if (longer) return MemberLayout::list;
    return many ? MemberLayout::compact : MemberLayout::cards;
}

RecipientLayout recipient_layout(const Batch& batch) {
    const auto& all = batch.recipients;
    if (batch.places > 0) return RecipientLayout::list;
    if (all.size() > usual_rows && std::all_of(all.begin(), all.end(), is_bare_short_name))
        return RecipientLayout::compact;
    const bool short_persons = std::all_of(all.begin(), all.end(), [](const Recipient& recipient) {
        return recipient.kind == RecipientKind::person && count_characters(recipient.name) <= one_line;
    });
    return short_persons ? RecipientLayout::columns : RecipientLayout::list;
}

std::vector<Page> balanced_pages(std::size_t count, std::size_t capacity) {
    std::vector<Page> pages((count + capacity - 1) / capacity);
    std::size_t first = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::size_t share = count / pages.size() + (i < count % pages.size() ? 1 : 0);
        pages[i] = {first, share, i, pages.size()};
        first += share;
    }
    return pages;
}

std::vector<Page> member_pages(const Conference& conference, MemberLayout layout) {
    const auto& members = conference.members;
    const auto is_led = [](const Member& member) { return !member.representatives.empty(); };
    std::size_t rows = layout == MemberLayout::compact ? compact_rows : usual_rows;
    if (layout == MemberLayout::list && members.size() <= few_members &&
        std::any_of(members.begin(), members.end(), is_led))
        rows = rows_with_leaders;
    return balanced_pages(members.size(), rows);
}

std::vector<Page> agenda_day_pages(const Conference& conference) {
    std::size_t longest = 0;
    for (const AgendaItem& item : conference.agenda)
        longest = std::max(longest, count_characters(item.title) + count_characters(item.speaker.name));
    std::size_t rows = agenda_rows;
    if (longest > agenda_one_line) rows = agenda_rows_two_lines;
    if (longest > agenda_two_lines) rows = agenda_rows_long;
    std::vector<Page> pages;
    const std::vector<std::size_t> days = agenda_days(conference);
    for (std::size_t day = 0; day < days.size(); ++day) {
        const std::size_t end = day + 1 < days.size() ? days[day + 1] : conference.agenda.size();
        for (Page page : balanced_pages(end - days[day], rows)) {
            page.first += days[day];
            pages.push_back(page);
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i].index = i;
        pages[i].total = pages.size();
    }
    return pages;
}

std::vector<Page> recipient_pages(const Batch& batch) {
    const bool compact = recipient_layout(batch) == RecipientLayout::compact;
    return balanced_pages(batch.recipients.size(), compact ? compact_rows : usual_rows);
}

std::vector<Page> person_pages(const std::vector<Person>& persons) {
    const std::size_t longest = longest_of(persons, [](const Person& person) {
        return count_characters(person.position) + count_characters(person.organisation);
    });
    return balanced_pages(persons.size(), longest > long_standing ? 4 : usual_rows);
}

std::vector<Page> figure_pages(const Report& report) { return balanced_pages(report.figures.size(), 6); }

std::vector<Page> point_pages(const Report& report) {
    return balanced_pages(report.points.size(), longest_text(report.points) > long_point ? 3 : 5);
}

std::vector<Page> task_pages(const Tasks& tasks) {
    const std::size_t longest = longest_of(tasks.items, [](const Task& task) { return count_characters(task.detail); });
    std::size_t rows = 4;
    if (longest == 0) rows = 5;
    if (longest > long_detail) rows = 3;
    return balanced_pages(tasks.items.size(), rows);
}

std::vector<Page> speech_pages(const Speech& speech) {
    if (speech.points.empty()) return {Page{}};
    return balanced_pages(speech.points.size(), longest_text(speech.points) > long_speech_point ? 3 : 4);
}

std::vector<Page> movement_pages(const std::vector<Movement>& movements) {
    const std::size_t longest = longest_of(movements, [](const Movement& movement) {
        return count_characters(movement.title) + count_characters(movement.slogan) + count_characters(movement.aim) +
               count_characters(movement.detail);
    });
    return balanced_pages(movements.size(), longest > long_movement ? 1 : 2);
}

bool signatories_beside(const Conference& conference) {
    const std::size_t most =
        std::min(most_signatories_beside, signatories_a_page(conference.identity.viewing_distance));
    return !conference.covenant.pledges.empty() && conference.covenant.signatories.size() <= most;
}

std::vector<Page> pledge_pages(const Covenant& covenant) {
    return balanced_pages(covenant.pledges.size(), longest_text(covenant.pledges) > long_point ? 3 : 5);
}

std::vector<Page> signatory_pages(const Conference& conference) {
    return balanced_pages(conference.covenant.signatories.size(),
                          signatories_a_page(conference.identity.viewing_distance));
}

std::vector<Page> summary_pages(std::size_t rows) {
    if (rows == 0) return {};
    // Four rows are two and two: a page with a single row looks like a mistake.
    const std::size_t below_tiles = rows == rows_below_tiles + 1 ? 2 : std::min(rows, rows_below_tiles);
    std::vector<Page> pages = balanced_pages(rows - below_tiles, usual_rows);
    for (Page& page : pages) {
        page.first += below_tiles;
        ++page.index;
    }
    pages.insert(pages.begin(), Page{0, below_tiles, 0, 1});
    for (Page& page : pages) page.total = pages.size();
    return pages;
}

std::vector<SummaryRow> all_rows(const Conference& conference, const std::vector<std::size_t>& awards) {
    std::vector<SummaryRow> rows;
    for (const std::size_t award : awards) {
        if (award >= conference.awards.size()) continue;
        const auto& batches = conference.awards[award].batches;
        for (std::size_t batch = 0; batch < batches.size(); ++batch)
            for (std::size_t i = 0; i < batches[batch].recipients.size(); ++i) rows.push_back({award, batch, i});
    }
    return rows;
}

std::vector<SummaryRow> summary_rows(const Conference& conference, const Step& step) {
    const std::vector<SummaryRow> all = all_rows(conference, step.awards);
    const std::size_t first = std::min(step.page.first, all.size());
    const std::size_t last = std::min(first + step.page.count, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace hall
