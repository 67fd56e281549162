#pragma once
/// What a rule of the layout (look.md 1.3) says about a page, and why some of it need not be mended.
#include <string>
#include <vector>

#include "base/issue.h"
#include "draw/canvas.h"

namespace hall {

/// A case in which a rule cannot be met. Nothing is passed over in silence: `check` names it with its reason.
enum class Exempt {
    none,
    narrow_wall,       ///< fit: more lines than planned, but nothing is touched
    fixed_heading,     ///< L7: what the ceremony calls this page, a few characters over
    longer_than_line,  ///< L10: what belongs together is wider than its place even at the smallest size
    phrase_for_room,   ///< L10: a kept phrase, neither name nor number, split so that the text fits its lines
    reveal,            ///< M1: an award's name comes when everybody looks, and takes its time
    list_rows,         ///< F4: level stripes, no more than a list has rows
    test_picture,      ///< the technician's test card measures what the rules forbid
};
/// Empty for `none`.
const Sentence& reason_of(Exempt exempt);

struct Finding {
    Issue issue;  ///< its place is still empty: the rule sees one page only
    Exempt exempt = Exempt::none;
};
using Findings = std::vector<Finding>;

Finding broken(const char* code, std::string vi, std::string en);
Finding doubtful(const char* code, std::string vi, std::string en);

/// The run's text on one line.
std::string text_of(const Run& run);

/// Pixels per percent of the type base, as Canvas::unit counts them: the shorter side of what the display shows.
float type_percent(const Viewport& wall);
/// Where ink may be (L4): 5 % inside what the display shows, right of the flags, above the people.
Box safe_box(const Viewport& wall);

}  // namespace hall
