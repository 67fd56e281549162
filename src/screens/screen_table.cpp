#include "screens/screen_table.h"

#include <array>

#include "screens/furniture.h"
#include "screens/screens.h"

namespace hall {
namespace {

constexpr std::array<ScreenRow, screen_count> screen_table{{
    {ScreenId::welcome, draw_welcome},
    {ScreenId::flag, draw_flag},
    {ScreenId::agenda, draw_agenda},
    {ScreenId::agenda_day, draw_agenda_day},
    {ScreenId::members, draw_members},
    {ScreenId::award_intro, draw_award_intro},
    {ScreenId::award_reveal, draw_award_reveal},
    {ScreenId::award_group, draw_award_group},
    {ScreenId::award_summary, draw_award_summary},
    {ScreenId::closing, draw_closing},
    {ScreenId::holding, draw_holding},
    {ScreenId::countdown, draw_countdown},
    {ScreenId::presidium, draw_presidium},
    {ScreenId::guests, draw_guests},
    {ScreenId::report, draw_report},
    {ScreenId::tasks, draw_tasks},
    {ScreenId::speech, draw_speech},
    {ScreenId::movements, draw_movements},
    {ScreenId::covenant, draw_covenant},
    {ScreenId::handover, draw_handover},
    {ScreenId::silence, draw_silence},
    {ScreenId::external, draw_external},
    {ScreenId::photos, draw_photos},
    {ScreenId::test_card, draw_test_card},
}};

constexpr bool every_screen_has_its_row() {
    for (std::size_t index = 0; index < screen_table.size(); ++index) {
        if (static_cast<std::size_t>(screen_table[index].id) != index) return false;
    }
    return true;
}
static_assert(every_screen_has_its_row());

bool shows_agenda_times(ScreenId screen) {
    return screen == ScreenId::agenda || screen == ScreenId::agenda_day || screen == ScreenId::countdown;
}

}  // namespace

DrawScreen draw_of(ScreenId screen) { return screen_table[static_cast<std::size_t>(screen)].draw; }

void draw_page(Canvas& canvas, const ScreenInput& input) {
    draw_of(input.step.screen)(canvas, input);
    const Conference& conference = input.conference;
    if (!conference.identity.demonstration || conference.agenda.empty() || !shows_agenda_times(input.step.screen)) {
        return;
    }
    // The countdown stands in a frame.
    const Box area = input.step.screen == ScreenId::countdown ? safe_area(canvas) : content_area(canvas);
    const TextBlock mark =
        canvas.fit("Minh họa", {.type = Type::meta, .ink = Ink::secondary, .align = Align::right}, area.w);
    canvas.put(mark, area.right(), area.bottom() - mark.ink_below());
}

}  // namespace hall
