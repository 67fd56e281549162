// The last picture: thanks and good wishes, over the conference's own title.
#include <algorithm>

#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float emblem_radius = 11;  ///< percent of the type base, like all below
constexpr float margin = 4;
constexpr float half_rule = 32;
constexpr float gap_thanks = 6.5F;
constexpr float gap_close = 5;
constexpr float gap_rule = 5.5F;
constexpr Seconds stagger{0.1};

}  // namespace

void draw_closing(Canvas& canvas, const ScreenInput& input) {
    canvas.backdrop(Ornament::centre);
    canvas.frame();
    const Identity& identity = input.conference.identity;
    const Box area = safe_area(canvas).inset(canvas.unit(margin));
    const float radius = canvas.unit(emblem_radius);
    Stack stack(canvas);
    stack.emblem(radius, 0);
    stack.text("Trân trọng cảm ơn",
               {.type = Type::name_xl, .ink = Ink::accent, .finish = Finish::gold, .align = Align::centre}, 2,
               canvas.unit(gap_thanks));
    stack.text("Kính chúc quý vị đại biểu\nsức khỏe, hạnh phúc và thành công",
               {.type = Type::body_strong, .align = Align::centre}, 2, canvas.unit(gap_close));
    if (!identity.title.empty()) {
        stack.ornament(std::min(canvas.unit(half_rule), area.w / 2), canvas.unit(gap_rule));
        stack.text(identity.title, {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 4,
                   canvas.unit(gap_rule));
    }
    stack.draw(area, Settle::centre, Seconds{0}, stagger);
}

}  // namespace hall
