// During the flag salute nothing competes with the flag in the hall: an emblem and the words.
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"

namespace hall {
namespace {

constexpr float emblem_radius = 17;  ///< percent of the type base, like all below
constexpr float gap_emblem = 9;
constexpr float gap_words = 6;
constexpr float tracking = 0.08F;  ///< em

}  // namespace

void draw_flag(Canvas& canvas, const ScreenInput& /*input*/) {
    canvas.backdrop(Ornament::none);
    canvas.frame();
    const Box area = safe_area(canvas);
    const float radius = canvas.unit(emblem_radius);
    Stack stack(canvas);
    stack.emblem(radius, 0);
    stack.text(
        "CHÀO CỜ",
        {.type = Type::hero, .ink = Ink::accent, .finish = Finish::gold, .align = Align::centre, .tracking = tracking},
        1, canvas.unit(gap_emblem));
    stack.text("Hát Quốc ca", {.type = Type::name_m, .align = Align::centre}, 1, canvas.unit(gap_words));
    stack.draw(area, Settle::centre, Seconds{0}, Seconds{0});
}

}  // namespace hall
