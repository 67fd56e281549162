#pragma once
/// The one table of screens. A new screen is one file, one row here, its name in conference.h and the source list.
#include "conference/conference.h"
#include "screens/screen_input.h"

namespace hall {

class Canvas;

using DrawScreen = void (*)(Canvas&, const ScreenInput&);

struct ScreenRow {
    ScreenId id;
    DrawScreen draw;
};

/// Never null; every ScreenId has a row.
DrawScreen draw_of(ScreenId screen);

/// The step's screen, with the marks that belong over every page ("Minh họa" while agenda times are demonstration).
void draw_page(Canvas& canvas, const ScreenInput& input);

}  // namespace hall
