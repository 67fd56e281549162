/// The running order, and where the show stands in it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "console/panel.h"
#include "show/rundown.h"

namespace hall {
namespace {

constexpr std::size_t rows_above = 3;   ///< of the step on air
constexpr std::size_t most_issues = 3;  ///< told one by one
constexpr float chosen_frame = 2;       ///< pixels

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

/// A name may need several lines: it is never cut.
void draw_rundown(const ConsolePanel& panel, Listed& listed) {
    const ConsoleInput& in = panel.in;
    ImGui::BeginChild("rundown", {0, 0}, true);
    const bool moved = std::exchange(listed.on_air, in.state.step) != in.state.step;
    const Milliseconds steady = in.now.steady;
    if (listed.chosen == in.state.key || steady - listed.chosen_at > choice_stands) listed.chosen.clear();
    const std::size_t top = in.state.step > rows_above ? in.state.step - rows_above : 0;
    const float indent = ImGui::CalcTextSize("» 888  ").x;
    const float width = ImGui::GetContentRegionAvail().x - indent;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t number = 0; number < in.rundown.steps.size(); ++number) {
        if (moved && number == top) ImGui::SetScrollY(ImGui::GetCursorPosY());
        const bool veiled = panel.peeking == Peeking::no && is_secret(in, number);
        const std::string& key = in.rundown.steps[number].key;
        const bool chosen = key == listed.chosen;
        std::string name = veiled ? describe_veiled(panel, number)
                                  : describe(in.rundown.steps[number], in.snapshot.conference, panel.language);
        if (chosen) {
            if (const std::string warning = warning_of_summary(panel, number); !warning.empty())
                name += "\n› " + warning;
            name += panel.say("\n› bấm lần nữa để chiếu", "\n› click again to show it");
        }
        const bool now = number == in.state.step, next = number == in.state.step + 1;
        const Colour ink = now    ? panel.colours.on_accent
                           : next ? panel.colours.accent
                                  : (number < in.state.step ? panel.colours.quiet : panel.colours.ink);
        const ImU32 colour = ImGui::GetColorU32(colour_of(ink));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = ImGui::CalcTextSize(name.c_str(), nullptr, false, width).y;
        ImGui::PushID(static_cast<int>(number));
        if (now) ImGui::PushStyleColor(ImGuiCol_HeaderHovered, ImGui::GetStyleColorVec4(ImGuiCol_Header));
        if (ImGui::Selectable("##step", now, 0, {0, height})) {
            if (chosen) panel.commands.push_back({Verb::jump, number});
            listed.chosen = chosen || now ? std::string() : key;
            listed.chosen_at = steady;
        }
        if (now) ImGui::PopStyleColor();
        ImGui::PopID();
        if (chosen)
            list.AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                         ImGui::GetColorU32(colour_of(panel.colours.accent)), 0, 0, chosen_frame);
        list.AddText(at, colour, fmt::format("{} {:>3}", mark_of(in.state, number), number + 1).c_str());
        list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + indent, at.y}, colour, name.c_str(), nullptr,
                     width);
    }
    ImGui::EndChild();
}

namespace {

/// Issues name people: those of an award that waits for the operator are only counted.
void draw_cue_issues(const ConsolePanel& panel) {
    const auto& issues = panel.in.cue_issues;
    const std::size_t next = panel.in.state.step + 1;
    const bool veiled = panel.peeking == Peeking::no && next < panel.in.rundown.steps.size() &&
                        panel.in.rundown.steps[next].advance == Advance::by_operator;
    const std::size_t told = veiled ? 0 : std::min(issues.size(), most_issues);
    for (std::size_t i = 0; i < told; ++i) panel.warn(issues[i]);
    if (told == issues.size()) return;
    panel.warn(fmt::format(fmt::runtime(panel.say("{} điểm cần xem lại ở trang sắp chiếu (hoitruong check)",
                                                  "To look at on the next page: {} (hoitruong check)")),
                           issues.size()));
}

void draw_warning_of_summary(const ConsolePanel& panel, std::size_t step) {
    if (const std::string warning = warning_of_summary(panel, step); !warning.empty()) panel.warn(warning);
}

/// Counts from 0; beyond every step where the digits name none.
std::size_t typed_step(const ConsoleInput& in) {
    std::size_t number = 0;
    std::from_chars(in.typed.data(), in.typed.data() + in.typed.size(), number);
    return number - 1;
}

}  // namespace

void draw_where(const ConsolePanel& panel) {
    const ConsoleInput& in = panel.in;
    const Step& step = in.rundown.steps[in.state.step];
    if (in.state.cover == Cover::hold)
        panel.warn(panel.say("TẠM DỪNG: khán phòng thấy màn hình chờ. Bấm H để chiếu lại.",
                             "HOLD: the hall sees the holding screen. H brings the page back."));
    if (in.state.cover == Cover::black)
        panel.warn(panel.say("TẮT HÌNH: khán phòng thấy màn đen. Bấm B để chiếu lại.",
                             "BLACK: the hall sees nothing. B brings the page back."));
    if (!in.typed.empty()) {
        panel.text(fmt::format(fmt::runtime(panel.say("Đến bước {} … Enter", "Jump to {} … Enter")), in.typed),
                   panel.colours.accent);
        if (typed_step(in) != in.state.step + 1) draw_warning_of_summary(panel, typed_step(in));
    }
    draw_warning_of_summary(panel, in.state.step + 1);
    if (!in.answer.empty()) panel.warn(in.answer.in(panel.language));
    if (panel.fields.focus())
        panel.text(
            panel.say(
                "Đang gõ: B, H và dấu chấm là chữ. Ctrl+B tắt hình, Ctrl+H tạm dừng, Ctrl+U xóa hết, Esc thôi gõ.",
                "Typing: B, H and the full stop are text. Ctrl+B black, Ctrl+H hold, Ctrl+U empties, Esc leaves."),
            panel.colours.quiet);
    if (in.keys_move == KeysMove::this_only)
        panel.warn(panel.say("Máy khác đang điều khiển các màn hình; phím ở đây chỉ đổi màn hình của máy này.",
                             "Another machine commands the screens; keys here move this machine's picture only."));
    if (in.keys_move == KeysMove::nothing)
        return panel.warn(panel.say("Màn hình này theo máy điều khiển; phím ở đây không chuyển gì.",
                                    "This screen follows the operator's machine; keys here move nothing."));
    if (in.state.drive == Drive::by_clock) {
        panel.text(panel.say("Tự chạy theo đồng hồ; phím đầu tiên giao cho người vận hành.",
                             "Driven by the clock; the first key puts you in charge."),
                   panel.colours.quiet);
    } else {
        panel.text(panel.say("Người vận hành điều khiển.", "Driven by you."), panel.colours.quiet);
        ImGui::SameLine();
        if (panel.small_button(panel.say("Tự chạy [A]", "To the clock [A]")))
            panel.commands.push_back({Verb::automatic});
    }
    const bool names = step.award && step.revealed < step.page.count && step.advance == Advance::by_operator;
    if (!step.note.empty())
        panel.text("MC: " + (names && panel.peeking == Peeking::no ? std::string(panel.veil()) : step.note));
    if (!in.cue_fit.empty()) panel.warn(in.cue_fit.in(panel.language));
    draw_cue_issues(panel);
}

}  // namespace hall
