#include "console/waiting.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace hall {
namespace {

constexpr float warning_red = 1.0F, warning_green = 0.69F, warning_blue = 0.0F;
/// Longer lists scroll: the buttons stay in reach.
constexpr std::size_t rows_shown = 6;

Sentence reason(const Waiting& waiting) {
    const std::string revision = waiting.revision.empty() ? "-" : waiting.revision;
    const std::size_t count = waiting.differences.size();
    if (waiting.why == WaitsFor::award)
        return {
            fmt::format("Đang trao thưởng: bản {} mới nhận được giữ lại, {} chỗ khác.", revision, count),
            fmt::format("An award is on air: revision {} waits until it is left, {} differences.", revision, count)};
    return {fmt::format("Bản {} khác bản đã duyệt ở {} chỗ: chờ chấp nhận.", revision, count),
            fmt::format("Revision {} differs from the approved words in {} places: it waits to be accepted.", revision,
                        count)};
}

Sentence key(bool asked) {
    if (asked) return {"BẤM LẦN NỮA để chiếu những chữ mới này [C]", "PRESS AGAIN to show these new words [C]"};
    return {"Chấp nhận [C]", "Accept [C]"};
}

std::string row(const Difference& one, Language language, Peeking peeking) {
    const auto told = [&](const std::string& text) -> std::string {
        if (text.empty()) return language == Language::vietnamese ? "(không có)" : "(none)";
        return one.naming == Naming::held && peeking == Peeking::no ? "•••" : text;
    };
    return fmt::format("{}: {}  »  {}", one.where.in(language), told(one.before), told(one.after));
}

}  // namespace

bool draw_waiting(const Waiting& waiting, Language language, Peeking peeking) {
    ImGui::PushStyleColor(ImGuiCol_Text, ImVec4(warning_red, warning_green, warning_blue, 1));
    if (!waiting.fault.empty()) ImGui::TextWrapped("%s", waiting.fault.in(language).c_str());
    if (waiting.why != WaitsFor::nothing) ImGui::TextWrapped("%s", reason(waiting).in(language).c_str());
    ImGui::PopStyleColor();
    if (waiting.why == WaitsFor::nothing) return false;
    const bool clicked = ImGui::Button(key(waiting.asked).in(language).c_str());
    if (waiting.differences.empty()) return clicked;
    const float height =
        static_cast<float>(std::min(waiting.differences.size(), rows_shown)) * ImGui::GetTextLineHeightWithSpacing() +
        2 * ImGui::GetStyle().WindowPadding.y;
    ImGui::BeginChild("waiting", {0, height}, true);
    for (const Difference& one : waiting.differences) ImGui::TextWrapped("%s", row(one, language, peeking).c_str());
    ImGui::EndChild();
    return clicked;
}

}  // namespace hall
