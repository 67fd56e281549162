// What is about to be awarded, and by which decision. Shows no recipient.
#include <string>

#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/wording.h"

namespace hall {
namespace {

constexpr float emblem_radius = 9.5F;  ///< percent of the type base, like all below
constexpr float gap_name = 6.5F;
constexpr float gap_close = 4;
constexpr float gap_wide = 5.5F;
constexpr Seconds stagger{0.07};

}  // namespace

void draw_award_intro(Canvas& canvas, const ScreenInput& input) {
    const Award* award = award_of(input);
    const Box area = ceremony_head(canvas, award ? award_heading(*award) : std::string_view(), {});
    if (award == nullptr) return;
    const float radius = canvas.unit(emblem_radius);
    const TextStyle body{.type = Type::body, .ink = Ink::secondary, .align = Align::centre};
    Stack stack(canvas);
    stack.emblem(radius, 0);
    stack.text(award->name,
               {.type = Type::title,
                .ink = Ink::accent,
                .finish = Finish::gold,
                .align = Align::centre,
                .words = Words::organisation},
               4, canvas.unit(gap_name));
    stack.text(award->ground, {.type = Type::body, .align = Align::centre}, 3, canvas.unit(gap_wide));
    stack.text(tally(*award), {.type = Type::body_strong, .align = Align::centre}, 1, canvas.unit(gap_wide));
    stack.text(decision_line(*award), body, 2, canvas.unit(gap_close));
    if (award->status == AwardStatus::proposed && !award->proposed_by.empty()) {
        stack.text("Đề xuất của " + award->proposed_by, body, 2, canvas.unit(gap_close));
    }
    stack.draw(area, Settle::centre, Seconds{0}, stagger);
}

}  // namespace hall
