/// The running order, and where the show stands in it.
#include <fmt/format.h>

#include <utility>

#include "console/panel.h"
#include "show/rundown.h"

namespace hall {
namespace {

/// The same step without whoever it names.
std::string describe_veiled(const ConsolePanel& panel, std::size_t number) {
    Step step = panel.in.rundown.steps[number];
    step.recipient.reset();
    const std::string text = describe(step, panel.in.snapshot.conference, panel.language);
    return step.revealed > 0 ? text + " •••" : text;
}

const char* mark_of(const ShowState& state, std::size_t number) {
    if (number == state.step) return "»";
    return number == state.step + 1 ? "›" : " ";
}

}  // namespace

void draw_rundown(const ConsolePanel& panel, std::optional<std::size_t>& listed) {
    const ConsoleInput& in = panel.in;
    ImGui::BeginChild("rundown", {0, 0}, true);
    if (std::exchange(listed, in.state.step) != in.state.step)
        ImGui::SetScrollY((static_cast<float>(in.state.step) - 3) * ImGui::GetTextLineHeightWithSpacing());
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(in.rundown.steps.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto number = static_cast<std::size_t>(i);
            const bool veiled = panel.peeking == Peeking::no && is_secret(in, number);
            const std::string name = veiled
                                         ? describe_veiled(panel, number)
                                         : describe(in.rundown.steps[number], in.snapshot.conference, panel.language);
            const std::string line = fmt::format("{} {:>3}  {}##{}", mark_of(in.state, number), number + 1, name, i);
            const bool now = number == in.state.step, next = number == in.state.step + 1;
            const Colour ink = now    ? panel.colours.on_accent
                               : next ? panel.colours.accent
                                      : (number < in.state.step ? panel.colours.quiet : panel.colours.ink);
            ImGui::PushStyleColor(ImGuiCol_Text, colour_of(ink));
            if (ImGui::Selectable(line.c_str(), now)) panel.commands.push_back({Verb::jump, number});
            ImGui::PopStyleColor();
        }
    }
    ImGui::EndChild();
}

void draw_where(const ConsolePanel& panel) {
    const ConsoleInput& in = panel.in;
    const Step& step = in.rundown.steps[in.state.step];
    if (in.state.cover == Cover::hold)
        panel.warn(panel.say("TẠM DỪNG: khán phòng thấy màn hình chờ. Bấm H để chiếu lại.",
                             "HOLD: the hall sees the holding screen. H brings the page back."));
    if (in.state.cover == Cover::black)
        panel.warn(panel.say("TẮT HÌNH: khán phòng thấy màn đen. Bấm B để chiếu lại.",
                             "BLACK: the hall sees nothing. B brings the page back."));
    if (!in.typed.empty())
        panel.text(fmt::format(fmt::runtime(panel.say("Đến bước {} … Enter", "Jump to {} … Enter")), in.typed),
                   panel.colours.accent);
    if (!in.answer.empty()) panel.warn(in.answer.in(panel.language));
    panel.text(
        in.state.drive == Drive::by_clock
            ? panel.say("Tự chạy theo đồng hồ; phím đầu tiên giao cho người vận hành.",
                        "Driven by the clock; the first key puts you in charge.")
            : panel.say("Người vận hành điều khiển.  [A] để tự chạy", "Driven by you.  [A] gives it to the clock"),
        panel.colours.quiet);
    const bool names = step.award && step.revealed < step.page.count && step.advance == Advance::by_operator;
    if (!step.note.empty())
        panel.text("MC: " + (names && panel.peeking == Peeking::no
                                 ? std::string(panel.say("••• giữ V để xem tên", "••• hold V to see the names"))
                                 : step.note));
    for (const std::string& issue : in.cue_issues) panel.warn(issue);
}

}  // namespace hall
