/// The clock, the item that runs, and when the rest of the day will come.
#include <fmt/format.h>

#include <algorithm>

#include "conference/timing.h"
#include "console/panel.h"
#include "show/day.h"

namespace hall {
namespace {

constexpr std::size_t most_expected = 3;
constexpr float bar_height = 10;

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

}  // namespace

void draw_day(const ConsolePanel& panel) {
    const Conference& conference = panel.in.snapshot.conference;
    const auto& agenda = conference.agenda;
    const TimeZone& zone = conference.identity.timezone;
    const LocalTime clock = zone.local(panel.in.now.wall);
    ImGui::PushFont(panel.large);
    panel.text(fmt::format("{}:{:02}", format_clock(clock), clock.second));
    ImGui::PopFont();
    const auto running = running_item(panel.in.state, conference, panel.in.now.wall);
    const std::size_t next = running ? running->item + 1 : 0;
    if (next < agenda.size()) {
        ImGui::SameLine(ImGui::GetContentRegionAvail().x - 180);
        if (panel.button(panel.say("Mục sau bắt đầu", "Next item begins"), {180, 0}))
            panel.commands.push_back({Verb::begin_item, next});
    }
    if (!running) {
        if (next < agenda.size())
            panel.text(fmt::format(fmt::runtime(panel.say("Chưa đến mục nào; {} {}", "Nothing runs yet; {} {}")),
                                   format_clock(zone.local(agenda[next].start)), agenda[next].title),
                       panel.colours.quiet);
        return;
    }
    panel.text(agenda[running->item].title);
    draw_timer(panel, item_timer(agenda, running->item, running->began, panel.in.now.wall));
    const auto expected = expected_times(agenda, running->item, running->began, panel.in.now.wall);
    for (std::size_t i = 0; i < std::min(expected.size(), most_expected); ++i) {
        const Expected& one = expected[i];
        const auto late = std::chrono::round<std::chrono::minutes>(one.late).count();
        const std::string delay =
            late > 0 ? fmt::format(fmt::runtime(panel.say("  (trễ {} phút)", "  ({} min late)")), late) : std::string();
        panel.text(format_clock(zone.local(one.start)) + "  " + agenda[one.item].title + delay,
                   late > 0 ? panel.colours.warning : panel.colours.quiet);
    }
}

}  // namespace hall
