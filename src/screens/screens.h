#pragma once
/// Every screen of the hall: one function, one file. Each draws a whole picture, from the backdrop up, out of nothing
/// but its input. Thread: render thread. A screen whose matter is missing from the feed still draws its backdrop.
#include "screens/screen_input.h"

namespace hall {

class Canvas;

void draw_welcome(Canvas& canvas, const ScreenInput& input);
void draw_flag(Canvas& canvas, const ScreenInput& input);
void draw_agenda(Canvas& canvas, const ScreenInput& input);
void draw_agenda_day(Canvas& canvas, const ScreenInput& input);
void draw_members(Canvas& canvas, const ScreenInput& input);
void draw_award_intro(Canvas& canvas, const ScreenInput& input);
void draw_award_reveal(Canvas& canvas, const ScreenInput& input);
void draw_award_group(Canvas& canvas, const ScreenInput& input);
void draw_award_summary(Canvas& canvas, const ScreenInput& input);
void draw_closing(Canvas& canvas, const ScreenInput& input);
void draw_holding(Canvas& canvas, const ScreenInput& input);
void draw_countdown(Canvas& canvas, const ScreenInput& input);

}  // namespace hall
