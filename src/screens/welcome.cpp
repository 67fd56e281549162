// The first picture: who invites, to what, where and when.
#include <algorithm>

#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/title_block.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float half_rule = 32;  ///< percent of the type base, like all below
constexpr float margin = 2;      ///< inside the frame
constexpr float logo_height = 11;
constexpr float gap_close = 3;
constexpr float gap_wide = 5;
constexpr float gap_title = 5.5F;
constexpr float gap_subtitle = 7;
constexpr Seconds stagger{0.1};

}  // namespace

void draw_welcome(Canvas& canvas, const ScreenInput& input) {
    const Identity& identity = input.conference.identity;
    if (identity.title.empty() && identity.organizer.empty()) return draw_holding(canvas, input);
    canvas.backdrop(Ornament::centre);
    canvas.frame();
    const Box area = safe_area(canvas);
    const float half = std::min(canvas.unit(half_rule), area.w / 2);
    Stack stack(canvas);
    if (const Image* logo = picture_of(input, identity.logo)) {
        stack.object(canvas.unit(logo_height), 0,
                     [&canvas, logo](const Box& box) { canvas.picture(logo, box, PictureFit::contain); });
    }
    const bool headed = !identity.organizer.empty() || !identity.cluster.empty();
    stack.text(identity.organizer,
               {.type = Type::label, .capitals = capitals_for(identity.organizer), .align = Align::centre}, 2,
               canvas.unit(gap_close));
    stack.text(identity.cluster, {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 2,
               canvas.unit(gap_close));
    if (headed) stack.ornament(half, canvas.unit(gap_wide));
    add_title(stack, canvas, identity.title, TitleSize::hero, canvas.unit(gap_title));
    stack.text(identity.subtitle, {.type = Type::body_strong, .align = Align::centre}, 2, canvas.unit(gap_subtitle));
    const std::string place = place_and_date(identity);
    if (!place.empty()) stack.ornament(half, canvas.unit(gap_wide));
    stack.text(place, {.type = Type::body, .ink = Ink::secondary, .align = Align::centre}, 2, canvas.unit(gap_wide));
    stack.draw(area.inset(canvas.unit(margin)), Settle::centre, Seconds{0}, stagger);
}

}  // namespace hall
