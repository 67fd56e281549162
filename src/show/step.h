#pragma once
/// One numbered place in the rundown: what is on the wall, down to the page and the recipient. Everything an operator
/// does is "be at step n", and machines agree by agreeing on n, so steps never depend on a screen's size.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "conference/conference.h"

namespace hall {

/// A slice of a list: items [first, first + count), page `index` of `total` (from 0).
struct Page {
    std::size_t first = 0;
    std::size_t count = 0;
    std::size_t index = 0;
    std::size_t total = 1;

    bool operator==(const Page&) const = default;
};

/// Which of a screen's two lists a page is of.
enum class ListPart {
    first,   ///< report: figures; covenant: pledges; every other screen
    second,  ///< report: points; covenant: signatories
};

/// How the pages of members look, all of them alike.
enum class MemberLayout { cards, list, compact };

enum class Advance {
    by_time,      ///< unattended, the dwell ends it
    by_operator,  ///< only NEXT ends it; a timer never does
};

struct Step {
    ScreenId screen = ScreenId::holding;
    /// Stable name across feed edits ("members/2", "award:co-thi-dua/b0/r3"); finds the step again when numbers shift.
    std::string key;
    Page page;
    std::optional<std::size_t> award;  ///< index into Conference::awards
    std::optional<std::size_t> batch;  ///< index into Award::batches
    /// Index into Batch::recipients; the one revealed last. Nothing while armed: a page cannot leak what it lacks.
    std::optional<std::size_t> recipient;
    std::vector<std::size_t> awards;  ///< award_summary: the awards it sums up; its rows: paging.h
    ListPart part = ListPart::first;
    MemberLayout members = MemberLayout::cards;
    std::size_t item = 0;  ///< index into Conference::speeches or photos
    /// award_group: how many of the page's recipients are readable. award_reveal: 0 = armed (no name), 1 = named.
    /// covenant: 1 = everybody has signed.
    std::size_t revealed = 0;
    Advance advance = Advance::by_time;
    Seconds dwell{10};
    Transition transition = Transition::fade;
    std::string note;  ///< for MC and operator
    Call call = {};    ///< made when the operator brings the step on air
};

/// Who is who in an award, so that carry_over can tell a corrected name from another person.
struct Roll {
    std::string id;
    Visibility visibility = Visibility::held;
    std::vector<std::vector<std::string>> batches;  ///< one identity per recipient

    bool operator==(const Roll&) const = default;
};

struct Rundown {
    std::vector<Step> steps;  ///< never empty: a conference with nothing still has its holding screen
    std::vector<Roll> rolls;  ///< by Step::award
};

}  // namespace hall
