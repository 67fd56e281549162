/// Who is welcomed by name.
#include "screens/persons.h"
#include "screens/screens.h"

namespace hall {

void draw_guests(Canvas& canvas, const ScreenInput& input) {
    draw_persons(canvas, input, "Đại biểu, khách mời", input.conference.guests);
}

}  // namespace hall
