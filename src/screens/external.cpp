// Another source has the wall. What is seen in between, and should it fail: the ground and no word.
#include "draw/canvas.h"
#include "screens/screens.h"

namespace hall {

void draw_external(Canvas& canvas, const ScreenInput& /*input*/) { canvas.backdrop(Ornament::centre); }

}  // namespace hall
