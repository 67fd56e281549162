#pragma once
/// How many items a page holds and how they are laid out: functions of the feed alone, never of a screen's size, so
/// that every machine counts the same steps. The screens use the same functions to choose their composition.
///
///     members      list     1 column, <= 6   some name longer than 24 characters (one line of a 44 % wide card);
///                                            <= 4 where up to 12 members name who leads them
///                  cards    2 x 3,    <= 6   otherwise, up to 12 members
///                  compact  2 x 4,    <= 8   more than 12 members, no name longer than 48 characters; name only
///     agenda_day   8 rows; 6 where a title with its speaker is longer than 48 characters, 4 where longer than 96; a
///     day
///                  begins a page
///     award_group  list     1 column, <= 6   collectives, or some name longer than 24 characters
///                  columns  2 x 3,    <= 6   persons
///                  compact  2 x 4,    <= 8   more than 6 recipients that are short names and nothing else
///                  list              <= 6   whoever was sealed: the names must not show in the layout
///     award_summary  3 rows below the tiles of the first page, then 6
///     persons      6 rows (presidium, guests); 4 where a standing is longer than 60 characters
///     report       figures by 6; points by 5, by 3 where one is longer than 90 characters
///     tasks        5 without details; 4, or 3 where a detail is longer than 110 characters
///     speech       points by 4; by 3 where one is longer than 100 characters
///     movements    2; 1 where one is longer than 200 characters
///     covenant     pledges by 5, by 3 where one is longer than 90 characters; up to 8 signatories stand beside them,
///                  more have pages of their own, by 12; by 6 or 4 where the feed's viewing_distance is beyond 6 or
///                  7, and no more than that beside the pledges
#include <cstddef>
#include <vector>

#include "conference/conference.h"
#include "show/step.h"

namespace hall {

/// Looks at every member: once a rundown.
MemberLayout member_layout(const Conference& conference);

enum class RecipientLayout { list, columns, compact };
RecipientLayout recipient_layout(const Batch& batch);

/// As few pages as hold `count` items, as even as can be (7 by 6: 4 + 3). No items, no pages.
std::vector<Page> balanced_pages(std::size_t count, std::size_t capacity);

std::vector<Page> member_pages(const Conference& conference, MemberLayout layout);
std::vector<Page> agenda_day_pages(const Conference& conference);
std::vector<Page> recipient_pages(const Batch& batch);
std::vector<Page> summary_pages(std::size_t rows);

std::vector<Page> person_pages(const std::vector<Person>& persons);
std::vector<Page> figure_pages(const Report& report);
std::vector<Page> point_pages(const Report& report);
std::vector<Page> task_pages(const Tasks& tasks);
std::vector<Page> speech_pages(const Speech& speech);  ///< at least one: who speaks
std::vector<Page> movement_pages(const std::vector<Movement>& movements);
/// Whether the signatories stand beside the pledges, or have pages of their own.
bool signatories_beside(const Conference& conference);
std::vector<Page> pledge_pages(const Covenant& covenant);  ///< none without pledges
std::vector<Page> signatory_pages(const Conference& conference);

/// Where a recipient stands: indices into awards, batches, recipients.
struct SummaryRow {
    std::size_t award = 0;
    std::size_t batch = 0;
    std::size_t recipient = 0;

    bool operator==(const SummaryRow&) const = default;
};

/// Every recipient of these awards, in their order.
std::vector<SummaryRow> all_rows(const Conference& conference, const std::vector<std::size_t>& awards);
/// The rows on an award_summary step's own page.
std::vector<SummaryRow> summary_rows(const Conference& conference, const Step& step);

}  // namespace hall
