// The calm picture for whenever there is nothing else to show. Needs no feed: without a title only the emblem stands.
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/title_block.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float emblem_radius = 16;  ///< percent of the type base, like all below
constexpr float lone_radius = 24;
constexpr float margin = 4;
constexpr float gap_title = 6;
constexpr float gap_place = 5.5F;

}  // namespace

void draw_holding(Canvas& canvas, const ScreenInput& input) {
    canvas.backdrop(Ornament::none);
    canvas.frame();
    const Identity& identity = input.conference.identity;
    const std::string place = place_and_date(identity);
    const bool alone = identity.title.empty() && place.empty();
    const float radius = canvas.unit(alone ? lone_radius : emblem_radius);
    Stack stack(canvas);
    stack.emblem(radius, 0);
    add_title(stack, canvas, identity.title, TitleSize::title, canvas.unit(gap_title));
    stack.text(place, {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 2, canvas.unit(gap_place));
    stack.draw(safe_area(canvas).inset(canvas.unit(margin)), Settle::centre, Seconds{0}, Seconds{0});
}

}  // namespace hall
