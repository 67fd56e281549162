// A minute of silence: the words, a thin line, and darkness around them.
#include <algorithm>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"

namespace hall {
namespace {

constexpr float darkness = 0.72F;  ///< how much of the theme's darkest colour lies over the backdrop
constexpr float gap_rule = 7;      ///< units of the type base, like the next
constexpr float half_rule = 12;
constexpr float tracking = 0.14F;  ///< em
constexpr Seconds fade_in{0.7};

}  // namespace

void draw_silence(Canvas& canvas, const ScreenInput& /*input*/) {
    canvas.backdrop(Ornament::none);
    canvas.fill(faded(canvas.theme().corner, darkness));
    const Box area = safe_area(canvas);
    const TextStyle style{.type = Type::title, .align = Align::centre, .tracking = tracking};
    const TextBlock words = canvas.fit("PHÚT MẶC NIỆM", style, area.w, 2);
    const Canvas::Fade fade(canvas, canvas.enter(Seconds{0}, fade_in));
    const float gap = std::max(canvas.unit(gap_rule), words.ink_below());
    const float top = area.centre_y() - (words.height() + gap) / 2;
    canvas.put(words, area.centre_x(), top + words.cap_height);
    const float half = canvas.unit(half_rule);
    canvas.rule(area.centre_x() - half, area.centre_x() + half, top + words.height() + gap);
}

}  // namespace hall
