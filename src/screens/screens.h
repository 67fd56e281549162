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
void draw_presidium(Canvas& canvas, const ScreenInput& input);
void draw_guests(Canvas& canvas, const ScreenInput& input);
void draw_report(Canvas& canvas, const ScreenInput& input);
void draw_tasks(Canvas& canvas, const ScreenInput& input);
void draw_speech(Canvas& canvas, const ScreenInput& input);
void draw_movements(Canvas& canvas, const ScreenInput& input);
void draw_covenant(Canvas& canvas, const ScreenInput& input);
void draw_handover(Canvas& canvas, const ScreenInput& input);
void draw_silence(Canvas& canvas, const ScreenInput& input);
void draw_external(Canvas& canvas, const ScreenInput& input);
void draw_photos(Canvas& canvas, const ScreenInput& input);
void draw_test_card(Canvas& canvas, const ScreenInput& input);

}  // namespace hall
