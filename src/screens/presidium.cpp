/// (to come)
#include "screens/furniture.h"
#include "screens/screens.h"

namespace hall {

void draw_presidium(Canvas& canvas, const ScreenInput& input) {
    static_cast<void>(input);
    canvas.backdrop(Ornament::centre);
}

}  // namespace hall
