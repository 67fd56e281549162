#pragma once
/// Three conferences that every screen is tried with: an ordinary one, one with nothing, one with the longest texts.
#include <array>
#include <string_view>
#include <vector>

#include "conference/conference.h"
#include "show/step.h"

namespace hall::tests {

struct Case {
    std::string_view name;
    Conference conference;
};

const std::array<Case, 3>& cases();

/// The steps in which `screen` shows `conference`, as the show makes them; a bare step where it makes none.
std::vector<Step> steps_of(const Conference& conference, ScreenId screen);

/// During the report of the ordinary conference; for the countdown, before its beginning.
Instant moment_of(ScreenId screen);

}  // namespace hall::tests
