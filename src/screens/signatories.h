#pragma once
/// Those who sign a covenant, each with how far it is: a ring; a ring with a dot and "đang ký"; a disc with a tick and
/// "đã ký". Names stand where they stand whatever the state. Lengths in pixels. Thread: render thread.
#include <cstddef>
#include <string>
#include <vector>

#include "conference/conference.h"
#include "screens/content_page.h"

namespace hall {

enum class StateWords {
    large,   ///< body, at the row's right end
    small,   ///< meta, likewise
    summed,  ///< no room: the line below the list counts them
};

struct SignatoryDensity {
    std::size_t columns;
    Type name;
    int lines;
    float scale;
    StateWords words;
};

/// A unit and how far it is at this step.
struct Signing {
    std::string name;
    SignatoryState state = SignatoryState::waiting;
};

struct SignatoryList {
    std::vector<Signing> units;
    StateWords words = StateWords::large;
    Rows rows;
};

SignatoryList signatories_in(Canvas& canvas, const Box& area, std::vector<Signing> units,
                             const SignatoryDensity& density);

enum class Arrival {
    rows,   ///< one row after the other comes
    marks,  ///< the rows are there already, the ticks come
};
void draw_signatories(Canvas& canvas, const SignatoryList& list, Arrival entry);

}  // namespace hall
