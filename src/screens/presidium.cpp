/// Who chairs the conference.
#include "screens/persons.h"
#include "screens/screens.h"

namespace hall {

void draw_presidium(Canvas& canvas, const ScreenInput& input) {
    draw_persons(canvas, input, "Chủ tọa hội nghị", input.conference.presidium);
}

}  // namespace hall
