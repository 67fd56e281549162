/// The clock, the item that runs, and when the rest of the day will come.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "conference/agenda.h"
#include "conference/timing.h"
#include "console/panel.h"
#include "show/day.h"

namespace hall {
namespace {

constexpr std::size_t most_expected = 3;
constexpr float bar_height = 10;
/// One gesture of one hand, not a second thought.
constexpr Milliseconds double_click{400};
constexpr float begin_width = 210;  // pixels

void draw_timer(const ConsolePanel& panel, const ItemTimer& timer) {
    const bool over = timer.phase == TimerPhase::overtime;
    const Colour colour = timer.phase == TimerPhase::running ? panel.colours.accent : panel.colours.warning;
    const std::string left =
        over ? fmt::format(fmt::runtime(panel.say("QUÁ GIỜ {}", "OVER BY {}")), minutes_of(-timer.left))
             : fmt::format(fmt::runtime(panel.say("còn {}", "{} left")), minutes_of(timer.left));
    ImGui::PushFont(panel.large);
    panel.text(left, colour);
    ImGui::PopFont();
    ImGui::SameLine();
    panel.text(fmt::format(fmt::runtime(panel.say("đã {} / {}", "{} of {}")), minutes_of(timer.elapsed),
                           minutes_of(timer.planned)),
               panel.colours.quiet);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const double done = timer.planned > Seconds(0) ? std::clamp(timer.elapsed / timer.planned, 0.0, 1.0) : 1.0;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + bar_height}, ImGui::GetColorU32(colour_of(panel.colours.plate)));
    list.AddRectFilled(at, {at.x + width * static_cast<float>(done), at.y + bar_height},
                       ImGui::GetColorU32(colour_of(colour)));
    ImGui::Dummy({width, bar_height});
}

/// It moves the times of all that follows: a hand that slips begins nothing.
void draw_begin(const ConsolePanel& panel, ItemChoice& choice, std::size_t next, ItemKey key) {
    const Milliseconds steady = panel.in.now.steady;
    const bool chosen = choice.item == next && steady - choice.clicked <= choice_stands;
    const char* words = chosen ? panel.say("Bấm lần nữa: bắt đầu", "Once more: it begins")
                               : panel.say("Mục sau bắt đầu [N]", "Next item begins [N]");
    ImGui::SameLine(ImGui::GetContentRegionAvail().x - begin_width);
    if (!panel.button(words, {begin_width, 0}, chosen) && key != ItemKey::begins) return;
    if (chosen && steady - choice.clicked < double_click) return;
    if (chosen) panel.commands.push_back({Verb::begin_item, next});
    choice.item = chosen ? std::nullopt : std::optional(next);
    choice.clicked = steady;
}

/// One item back: what was begun by hand goes by the programme again, or the item before goes on though its time is
/// over.
void draw_one_back(const ConsolePanel& panel, std::optional<std::size_t> before, ItemKey key) {
    const bool begun = panel.in.state.item.has_value();
    const bool pressed =
        (begun || before) &&
        panel.button(begun ? panel.say("Bắt đầu nhầm: theo giờ chương trình [Shift+N]",
                                       "Begun by mistake: by the programme's times [Shift+N]")
                           : panel.say("Mục trước còn tiếp [Shift+N]", "The item before goes on [Shift+N]"),
                     {0, 0});
    if (!pressed && key != ItemKey::taken_back) return;
    Command command{Verb::begin_item, by_the_programme};  // the desk says where that changes nothing
    if (!begun && before) {
        command.step = *before;
        command.began = panel.in.snapshot.conference.agenda[*before].start;
    }
    panel.commands.push_back(std::move(command));
}

}  // namespace

void draw_day(const ConsolePanel& panel, ItemChoice& choice) {
    const Conference& conference = panel.in.snapshot.conference;
    const auto& agenda = conference.agenda;
    const TimeZone& zone = conference.identity.timezone;
    const LocalTime clock = zone.local(panel.in.now.wall);
    ImGui::PushFont(panel.large);
    panel.text(fmt::format("{}:{:02}", format_clock(clock), clock.second));
    ImGui::PopFont();
    const Instant now = panel.in.now.wall;
    const auto running = running_item(panel.in.state, conference, now);
    const NowNext plan = now_next(agenda, now);
    const auto next = running              ? std::optional(running->item + 1)
                      : !plan.next.empty() ? std::optional(plan.next.front())
                                           : std::nullopt;
    const ItemKey key = std::exchange(choice.key, ItemKey::none);
    if (next && *next < agenda.size())
        draw_begin(panel, choice, *next, key);
    else if (key == ItemKey::begins)
        panel.commands.push_back({Verb::begin_item, agenda.size()});  // the desk says that there is none
    const auto before = item_before(panel.in.state, conference, now);
    if (!running) {
        if (next && *next < agenda.size())
            panel.text(fmt::format(fmt::runtime(panel.say("Chưa đến mục nào; {} {}", "Nothing runs now; {} {}")),
                                   format_clock(zone.local(agenda[*next].start)), agenda[*next].title),
                       panel.colours.quiet);
        else if (plan.phase == Phase::after)
            panel.text(panel.say("Chương trình đã kết thúc.", "The programme is over."), panel.colours.quiet);
        draw_one_back(panel, before, key);
        return;
    }
    panel.text(agenda[running->item].title);
    if (!agenda[running->item].note.empty()) panel.text(agenda[running->item].note, panel.colours.quiet);
    draw_timer(panel, item_timer(agenda, running->item, running->began, now));
    draw_one_back(panel, before, key);
    const auto expected = expected_times(agenda, running->item, running->began, now);
    // The button takes one's place.
    const std::size_t rows = panel.in.state.item || before ? most_expected - 1 : most_expected;
    for (std::size_t i = 0; i < std::min(expected.size(), rows); ++i) {
        const Expected& one = expected[i];
        const auto late = std::chrono::round<std::chrono::minutes>(one.late).count();
        const std::string delay =
            late > 0 ? fmt::format(fmt::runtime(panel.say("  (trễ {} phút)", "  ({} min late)")), late) : std::string();
        panel.text(format_clock(zone.local(one.start)) + "  " + agenda[one.item].title + delay,
                   late > 0 ? panel.colours.warning : panel.colours.quiet);
    }
}

}  // namespace hall
