#include "console/panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "show/rundown.h"

namespace hall {
namespace {

constexpr float chosen_shade = 0.45F;     ///< behind a text that the next character replaces
constexpr float lit_under_mouse = 0.35F;  ///< of the way to the ink's lightness

/// Each line by itself, over the last item: ImGui would align them to the left of one another.
void put_lines_in_the_middle(std::string_view words) {
    const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
    const std::string_view lines[] = {words.substr(0, words.find('\n')), words.substr(words.find('\n') + 1)};
    float y = (from.y + to.y) / 2 - ImGui::GetTextLineHeight();
    for (const std::string_view line : lines) {
        const float width = ImGui::CalcTextSize(line.data(), line.data() + line.size()).x;
        ImGui::GetWindowDrawList()->AddText({(from.x + to.x - width) / 2, y}, ImGui::GetColorU32(ImGuiCol_Text),
                                            line.data(), line.data() + line.size());
        y += ImGui::GetTextLineHeight();
    }
}

}  // namespace

ImVec4 colour_of(Colour colour) {
    constexpr float full = 255;
    return {static_cast<float>(colour.red) / full, static_cast<float>(colour.green) / full,
            static_cast<float>(colour.blue) / full, static_cast<float>(colour.alpha) / full};
}

void ConsolePanel::text(const std::string& line) const { text(line, colours.ink); }

void ConsolePanel::text(const std::string& line, Colour colour) const {
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(colour));
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(line.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

bool ConsolePanel::button(const char* words, ImVec2 size, bool lit, bool big) const {
    ImGui::PushStyleColor(ImGuiCol_Button, colour_of(lit ? colours.accent : colours.plate));
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(lit ? colours.on_accent : colours.ink));
    for (const ImGuiCol_ under : {ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive})
        ImGui::PushStyleColor(under,
                              colour_of(lit ? mix(colours.accent, colours.ink, lit_under_mouse) : rgb(0x5A6675)));
    if (big) ImGui::PushFont(large);
    const bool two_lines = std::string_view(words).find('\n') != std::string_view::npos;
    const bool pressed = ImGui::Button(two_lines ? (std::string("##") + words).c_str() : words, size);
    if (two_lines) put_lines_in_the_middle(words);
    if (big) ImGui::PopFont();
    ImGui::PopStyleColor(4);
    return pressed;
}

bool ConsolePanel::small_button(const char* words) const {
    ImGui::PushStyleColor(ImGuiCol_Button, colour_of(colours.plate));
    const bool pressed = ImGui::SmallButton(words);
    ImGui::PopStyleColor();
    return pressed;
}

const char* ConsolePanel::veil() const {
    return in.lies == Lies::over_the_hall ? "•••" : say("••• giữ V để xem tên", "••• hold V to see the names");
}

bool ConsolePanel::field(Field field, const char* hint, float width) const {
    const bool focused = fields.focus() == field;
    const std::string& typed = fields.text(field);
    const float height = ImGui::GetTextLineHeight() + console_gap;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(field));
    const bool pressed = ImGui::InvisibleButton("field", {width, height});
    if (focused && !ImGui::IsItemVisible()) ImGui::SetScrollHereY(0.5F);  // nobody types blind
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + width, at.y + height};
    list.AddRectFilled(at, end, ImGui::GetColorU32(colour_of(rgb(0x0F141C))), 4);
    list.AddRect(at, end, ImGui::GetColorU32(colour_of(focused ? colours.accent : rgb(0x5A6675))), 4, 0,
                 focused ? 2.0F : 1.0F);
    list.PushClipRect(at, {end.x - console_gap / 2, end.y}, true);
    // A long line shows its end, where the typing goes on.
    const float room = width - 2 * console_gap, wide = ImGui::CalcTextSize(typed.c_str()).x;
    const ImVec2 place{at.x + console_gap / 2 - (focused && wide > room ? wide - room : 0), at.y + console_gap / 2};
    const bool empty = typed.empty();
    const float behind_caret = empty && focused ? console_gap / 2 : 0;
    if (focused && fields.chosen()) {
        ImVec4 under = colour_of(colours.accent);
        under.w = chosen_shade;
        list.AddRectFilled(place, {place.x + wide, place.y + ImGui::GetTextLineHeight()}, ImGui::GetColorU32(under));
    }
    list.AddText({place.x + behind_caret, place.y}, ImGui::GetColorU32(colour_of(empty ? colours.quiet : colours.ink)),
                 empty ? hint : typed.c_str());
    if (focused) {
        const float x = place.x + (empty ? 0 : wide) + 1;
        list.AddLine({x, place.y}, {x, place.y + ImGui::GetTextLineHeight()},
                     ImGui::GetColorU32(colour_of(colours.accent)), 2);
    }
    list.PopClipRect();
    if (pressed) fields.focus(field);
    return pressed;
}

bool is_secret(const ConsoleInput& in, std::size_t step) {
    if (step >= in.rundown.steps.size() || in.rundown.steps[step].advance != Advance::by_operator) return false;
    const Step& one = in.rundown.steps[step];
    const auto places = one.revealed > 0 ? readable_on(one, in.rundown) : recipients_of(one, in.rundown);
    return std::ranges::any_of(places, [&](const ReadablePlace& place) { return !in.seen.has(place, in.rundown); });
}

std::size_t newly_named(const ConsoleInput& in, std::size_t step) {
    if (step >= in.rundown.steps.size()) return 0;
    const auto& awards = in.snapshot.conference.awards;
    const auto places = readable_on(in.rundown.steps[step], in.rundown);
    return static_cast<std::size_t>(std::ranges::count_if(places, [&](const ReadablePlace& place) {
        const Award& award = awards[place.award];
        return award.visibility == Visibility::held &&
               !award.batches[place.batch].recipients[place.recipient].sealed() && !in.seen.has(place, in.rundown);
    }));
}

std::string warning_of_summary(const ConsolePanel& panel, std::size_t step) {
    const std::size_t news = newly_named(panel.in, step);
    if (news == 0 || panel.in.rundown.steps[step].awards.empty()) return {};
    return fmt::format(
        fmt::runtime(panel.say("Bước {}: trang tổng hợp nêu tên {} người chưa công bố (từ khi mở chương trình).",
                               "Step {}: this summary names {} not announced yet (since this program started).")),
        step + 1, news);
}

void follow_show(const ConsoleInput& in, Asked& asked) {
    const auto skipped = [&](const Remarks& remarks) {
        return remark_about(remarks, asked.who).attendance == Attendance::skipped;
    };
    // Skipping somebody, and calling them after all, gives the page another key, too, and moves nothing.
    const bool by_skipping = skipped(in.state.remarks) != skipped(asked.remarks);
    if (asked.step != in.state.key && !by_skipping) asked.who.clear();
    if (asked.counted != in.snapshot.number) asked.printed = make_rundown(in.feeds).steps.size();
    asked.counted = in.snapshot.number;
    asked.step = in.state.key;
    asked.remarks = in.state.remarks;
}

std::optional<std::string> recipient_in_question(const ConsoleInput& in, const Asked& asked) {
    if (in.state.step >= in.rundown.steps.size()) return std::nullopt;
    if (!asked.who.empty() && remarked_recipient(in.feeds, in.state.remarks, asked.who)) return asked.who;
    const Step& step = in.rundown.steps[in.state.step];
    if (!step.award || !step.batch) return std::nullopt;
    return recipient_mark(in.feeds, in.state.remarks, *step.award, *step.batch,
                          step.recipient.value_or(step.page.first));
}

void ask_for(const ConsolePanel& panel, int further) {
    const ConsoleInput& in = panel.in;
    const auto who = recipient_in_question(in, panel.asked);
    if (!who || in.state.step >= in.rundown.steps.size()) return;
    const Step& step = in.rundown.steps[in.state.step];
    if (!step.award || !step.batch || step.page.count == 0) return;
    const auto now = remarked_recipient(in.feeds, in.state.remarks, *who);
    const std::size_t place = now && now->place ? *now->place : step.recipient.value_or(step.page.first);
    const std::size_t last = step.page.first + step.page.count - 1;
    const std::size_t next = further > 0 ? place + 1 : place - std::min<std::size_t>(place, 1);
    panel.asked.who =
        recipient_mark(in.feeds, in.state.remarks, *step.award, *step.batch, std::clamp(next, step.page.first, last))
            .value_or("");
}

std::string name_at_desk(const ConsolePanel& panel, const RemarkedRecipient& recipient, const std::string& veiled) {
    const ConsoleInput& in = panel.in;
    if (panel.peeking == Peeking::yes || in.feeds.awards[recipient.award].visibility == Visibility::open)
        return recipient.name;
    const auto& rolls = in.rundown.rolls;
    if (!recipient.place || recipient.award >= rolls.size()) return veiled;
    const auto& batches = rolls[recipient.award].batches;
    if (recipient.batch >= batches.size() || *recipient.place >= batches[recipient.batch].size()) return veiled;
    const ReadablePlace place{recipient.award, recipient.batch, *recipient.place,
                              &batches[recipient.batch][*recipient.place]};
    return in.seen.has(place, in.rundown) ? recipient.name : veiled;
}

std::string place_at_desk(const ConsolePanel& panel, const RemarkedRecipient& recipient) {
    const Award& award = panel.in.feeds.awards[recipient.award];
    std::string words = award.name;
    if (award.batches.size() > 1) words += fmt::format(", {} {}", panel.say("lượt", "batch"), recipient.batch + 1);
    return words + fmt::format(", {} {}", panel.say("số", "no."), recipient.number + 1);
}

std::string written_in(const Conference& conference) {
    std::string text = conference.identity.title + ' ' + conference.identity.organizer + ' ';
    for (const Member& member : conference.members) text += member.name + ' ';
    for (const AgendaItem& item : conference.agenda) text += item.title + ' ' + item.speaker.name + ' ';
    for (const Award& award : conference.awards)
        for (const Batch& batch : award.batches)
            for (const Recipient& recipient : batch.recipients) text += recipient.name + ' ';
    return text;
}

std::string text_of(const Said& said, Field field) {
    switch (field) {
        case Field::urgent: return said.urgent;
        case Field::ticker: return said.ticker;
        case Field::name: return said.name;
        case Field::mc: return said.mc;
        case Field::stand_in:
        case Field::right_name:
        case Field::key: break;
    }
    return {};
}

std::optional<Command> command_of(const ConsolePanel& panel, Field field, const std::string& text) {
    Command say{Verb::say};
    say.said = panel.in.state.said;
    switch (field) {
        case Field::urgent: say.said.urgent = text; return say;
        case Field::ticker: say.said.ticker = text; return say;
        case Field::name: say.said.name = text; return say;
        case Field::mc: say.said.mc = text; return say;
        case Field::key: return std::nullopt;  // no command of the show: Console::take_typed_key
        case Field::stand_in:
        case Field::right_name: break;
    }
    // Whoever is in question by now: the line was begun about this one.
    Command note{Verb::remark, 0, remark_about(panel.in.state.remarks, panel.asked.whose)};
    if (field == Field::stand_in) {
        note.remark.stand_in = text;
        return note;
    }
    const auto fed = remarked_recipient(panel.in.feeds, {}, panel.asked.whose);
    note.remark.name = fed && fed->name == text ? std::string() : text;  // left as it was: nothing is corrected
    return note;
}

}  // namespace hall
