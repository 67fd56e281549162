#pragma once
/// What is read out and done at a step, as lines in reading order: for the MC's paper and the MC's screen. Pure.
#include <cstddef>
#include <string>
#include <vector>

#include "conference/conference.h"
#include "show/step.h"

namespace hall {

enum class LineKind {
    heading,   ///< what comes, with its expected time
    name,      ///< to be read out
    standing,  ///< below a name: position, who comes for it
    text,      ///< to be read out: decision, ground, title
    cue,       ///< what to do: who is called up, the operator's note
};

struct SpokenLine {
    LineKind kind = LineKind::text;
    std::string text;
    std::string aside{};                          ///< "09:30-10:00", "bước 5-9"
    RecipientKind whose = RecipientKind::person;  ///< a name: how it may turn to a new line

    bool operator==(const SpokenLine&) const = default;
};

using SpokenLines = std::vector<SpokenLine>;

/// Status or decision, ground, who hands over.
SpokenLines award_head(const Award& award);
/// "3. Đồng chí …", standing and citation; a place still sealed is called so.
SpokenLines recipient_lines(std::size_t number, const Recipient& recipient);
/// Of any step but an award's: the step's page, or the whole list where it has none.
SpokenLines content_lines(const Conference& conference, const Step& step);
/// A note line by line, as cues.
SpokenLines note_lines(const std::string& note);
/// An award's note without its presenters, whom award_head names.
std::string note_beside_presenters(const std::string& note);

/// What the MC reads while the step is on air. Whom the hall has not seen is not named: of an award's page only those
/// that are revealed.
SpokenLines spoken_at(const Conference& conference, const Step& step);
/// What comes after the step on air, without whoever it names: "Sắp công bố số 1 đến 4", or all of it where it is
/// another matter.
std::string ahead_of(const Conference& conference, const Step& now, const Step& next);

}  // namespace hall
