#pragma once
/// From a conference to its numbered steps.
#include <string>

#include "base/sentence.h"
#include "conference/conference.h"
#include "show/step.h"

namespace hall {

/// The feed's rundown, or the one that follows from the content: welcome, agenda, the whole day, members, awards by
/// rank (each: category, recipients), one summary of them all, closing. Pure; equal conferences give equal steps.
Rundown make_rundown(const Conference& conference);

/// How long a page with this many syllables stays when nobody drives: max(6 s, 3.0 + 0.30 * tokens), rule P1.
Seconds reading_time(std::size_t tokens);

/// What people call a screen: "Trao thưởng", "Award".
Sentence title_of(ScreenId screen);
/// Visible name of a step for operators: "Trao thưởng: Cờ thi đua ... (2/4)".
std::string describe(const Step& step, const Conference& conference, Language language);

}  // namespace hall
