/// What the operator does: the big buttons, the remarks about a recipient, the lines that are typed.
#include <fmt/format.h>

#include <array>

#include "console/panel.h"
#include "show/remarks.h"

namespace hall {
namespace {

constexpr float tall = 76, low = 58;     // pixels
constexpr float narrowest_choice = 132;  // pixels: the words and their keys

float share(float parts) { return (ImGui::GetContentRegionAvail().x - (parts - 1) * console_gap / 2) / parts; }

void next_to() { ImGui::SameLine(0, console_gap / 2); }

/// Nothing else is said about whoever is not called: the desk gets a remark that it answers with why.
bool is_refused(const ConsolePanel& panel, const Remark& so_far, Attendance wanted) {
    if (so_far.attendance != Attendance::skipped || wanted == Attendance::skipped) return false;
    panel.commands.push_back({Verb::remark, 0, so_far});
    return true;
}

void note(const ConsolePanel& panel, const std::string& who, Attendance attendance) {
    Command command{Verb::remark, 0, remark_about(panel.in.state.remarks, who)};
    if (is_refused(panel, command.remark, attendance)) return;
    const bool again = command.remark.attendance == attendance;
    command.remark.attendance = again ? Attendance::present : attendance;
    panel.commands.push_back(command);
    // Who is skipped is on no page, but the same key again still means the same recipient.
    if (recipient_in_question(panel.in, panel.asked) == who) panel.asked.who = who;
    if (attendance == Attendance::represented && !again) {
        panel.asked.whose = who;
        panel.fields.set(Field::stand_in, {});
        panel.fields.focus(Field::stand_in);
    }
}

void correct(const ConsolePanel& panel, const std::string& who) {
    Command command{Verb::remark, 0, remark_about(panel.in.state.remarks, who)};
    if (is_refused(panel, command.remark, Attendance::present)) return;
    if (!command.remark.name.empty()) {
        command.remark.name.clear();
        return panel.commands.push_back(command);
    }
    panel.asked.whose = who;
    // Where the name may be seen here it is changed, and need not be typed anew.
    const auto recipient = remarked_recipient(panel.in.feeds, panel.in.state.remarks, who);
    panel.fields.set(Field::right_name, recipient ? name_at_desk(panel, *recipient, {}) : std::string());
    panel.fields.focus(Field::right_name);
}

}  // namespace

void note_by_digit(const ConsolePanel& panel, int digit) {
    if (digit < 1 || digit > 4) return;
    const auto who = recipient_in_question(panel.in, panel.asked);
    if (!who) return panel.commands.push_back({Verb::remark});  // about nobody: the desk says why nothing comes of it
    switch (digit) {
        case 1: return note(panel, *who, Attendance::absent);
        case 2: return note(panel, *who, Attendance::represented);
        case 3: return correct(panel, *who);
        default: return note(panel, *who, Attendance::skipped);
    }
}

void draw_transport(const ConsolePanel& panel) {
    const ShowState& state = panel.in.state;
    const float whole = ImGui::GetContentRegionAvail().x - console_gap / 2;
    const auto button = [&](const char* words, ImVec2 size, Verb verb, bool lit, bool big) {
        if (panel.button(words, size, lit, big)) panel.commands.push_back({verb, 0});
    };
    button(panel.say("« LÙI\n[PgUp]", "« BACK\n[PgUp]"), {whole * 0.3F, tall}, Verb::back, false, true);
    next_to();
    button(panel.say("TIẾP »\n[Space]", "NEXT »\n[Space]"), {whole * 0.7F, tall}, Verb::next, true, true);
    const float third = share(3);
    button(panel.say("TẠM DỪNG\n[H]", "HOLD\n[H]"), {third, low}, Verb::hold, state.cover == Cover::hold, false);
    next_to();
    button(panel.say("TẮT HÌNH\n[B]", "BLACK\n[B]"), {third, low}, Verb::black, state.cover == Cover::black, false);
    next_to();
    button(panel.say("HIỆN TÊN\n[L]", "NAME\n[L]"), {third, low}, Verb::lower_third,
           state.lower_third == LowerThird::on, false);
}

namespace {

/// The line that is typed about a recipient, who is named where the show has gone on meanwhile.
void draw_line_about(const ConsolePanel& panel, const std::optional<std::string>& in_question) {
    const auto focus = panel.fields.focus();
    if (focus != Field::stand_in && focus != Field::right_name) return;
    if (panel.asked.whose != in_question)
        if (const auto about = remarked_recipient(panel.in.feeds, panel.in.state.remarks, panel.asked.whose))
            panel.warn(fmt::format("{} {}", panel.say("Dòng này về:", "This line is about:"),
                                   name_at_desk(panel, *about, place_at_desk(panel, *about))));
    const float whole = ImGui::GetContentRegionAvail().x;
    if (focus == Field::stand_in)
        panel.field(Field::stand_in, panel.say("Ai nhận thay? Enter", "Who takes it? Enter"), whole);
    else
        panel.field(Field::right_name,
                    panel.say("Tên đúng, Enter; để trống: như dữ liệu", "The right name, Enter; empty: the feed's"),
                    whole);
}

}  // namespace

void draw_recipient(const ConsolePanel& panel, Awaited awaited) {
    const auto who = recipient_in_question(panel.in, panel.asked);
    if (who) {
        const Remark remark = remark_about(panel.in.state.remarks, *who);
        const Step& step = panel.in.rundown.steps[panel.in.state.step];
        if (step.award && step.page.count > 1) {
            if (panel.button(panel.say("« M lên", "« M up"), {0, 0})) ask_for(panel, -1);
            next_to();
            if (panel.button(panel.say("M xuống »", "M down »"), {0, 0})) ask_for(panel, 1);
            next_to();
        }
        if (const auto recipient = remarked_recipient(panel.in.feeds, panel.in.state.remarks, *who))
            panel.text(fmt::format("{} {}. {}{}", panel.say("Người nhận", "Recipient"), recipient->number + 1,
                                   name_at_desk(panel, *recipient, "•••"),
                                   recipient->place ? "" : panel.say(" (bỏ qua)", " (skipped)")));
        const bool narrow = share(4) < narrowest_choice;
        const float width = share(narrow ? 2 : 4);
        const auto choice = [&](const char* words, Attendance attendance) {
            if (panel.button(words, {width, 0}, remark.attendance == attendance)) note(panel, *who, attendance);
        };
        choice(panel.say("Vắng [M 1]", "Absent [M 1]"), Attendance::absent);
        next_to();
        choice(panel.say("Thay [M 2]", "Stand-in [M 2]"), Attendance::represented);
        if (!narrow) next_to();
        if (panel.button(panel.say("Sửa tên [M 3]", "Name [M 3]"), {width, 0}, !remark.name.empty()))
            correct(panel, *who);
        next_to();
        choice(panel.say("Bỏ qua [M 4]", "Skip [M 4]"), Attendance::skipped);
    }
    if (awaited == Awaited::digit)
        panel.warn(who ? panel.say("M: bấm 1–4 về người này, lên xuống: người khác",
                                   "M: 1–4 about this one, up, down: another")
                       : panel.say("M: trang này không có người nhận", "M: nobody receives anything on this page"));
    draw_line_about(panel, who);
    bool skipped = false;
    for (const Remark& remark : panel.in.state.remarks) {
        if (remark.attendance != Attendance::skipped) continue;
        const auto recipient = remarked_recipient(panel.in.feeds, panel.in.state.remarks, remark.who);
        if (!recipient) continue;
        panel.text(fmt::format("{} {}", panel.say("Bỏ qua:", "Skipped:"),
                               name_at_desk(panel, *recipient, place_at_desk(panel, *recipient))));
        ImGui::PushID(remark.who.c_str());
        if (panel.button(panel.say("Gọi lại", "Call after all"), {0, 0})) note(panel, remark.who, Attendance::skipped);
        ImGui::PopID();
        skipped = true;
    }
    if (skipped && panel.asked.printed != panel.in.rundown.steps.size())
        panel.text(panel.say("Từ đó về sau, số bước nhỏ hơn trên kịch bản đã in.",
                             "From there on, steps have lower numbers than on the printed order."),
                   panel.colours.quiet);
}

void follow_texts(Fields& fields, const Said& before, const Said& now) {
    for (const Field field : {Field::urgent, Field::ticker, Field::name, Field::mc}) {
        const std::string text = text_of(now, field);
        if (text != text_of(before, field) && !text.empty() && fields.focus() != field) fields.set(field, text);
    }
}

void draw_texts(const ConsolePanel& panel) {
    struct Row {
        Field field;
        const char *vi, *en;
        const std::string& shown;
    };
    const Said& said = panel.in.state.said;
    const std::array rows = {
        Row{Field::urgent, "Khẩn [F6]: chữ lớn đầu màn hình", "Urgent [F6]: a plate on the wall", said.urgent},
        Row{Field::ticker, "Dòng chữ [F7]: cuối màn hình", "Ticker [F7]: along the bottom", said.ticker},
        Row{Field::name, "Tên, chức vụ [F8]: cho phím L", "Name, position [F8]: for key L", said.name},
        Row{Field::mc, "Nhắn MC [F10]", "To the MC [F10]", said.mc}};
    constexpr float off_width = 70;
    for (const Row& row : rows) {
        const bool unread = row.field == Field::mc && panel.in.mc == McReads::no;
        if (unread && panel.fields.focus() != Field::mc) continue;
        const bool on = !row.shown.empty();
        const float width = ImGui::GetContentRegionAvail().x - off_width - console_gap / 2;
        panel.field(row.field,
                    unread ? panel.say("Chưa có màn hình MC nào đọc (--mc)", "No MC's screen reads it yet (--mc)")
                           : panel.say(row.vi, row.en),
                    width);
        next_to();
        ImGui::PushID(row.en);
        if (panel.button(on ? panel.say("Tắt", "Off") : "Enter", {off_width, ImGui::GetTextLineHeight() + console_gap},
                         on)) {
            if (auto command = command_of(panel, row.field, on ? std::string() : panel.fields.text(row.field)))
                panel.commands.push_back(*std::move(command));
            panel.fields.focus(std::nullopt);
        }
        ImGui::PopID();
    }
    if (panel.in.ticker == TickerRoom::waits)
        panel.warn(panel.say("Trang này không còn chỗ cho dòng chữ: nó hiện ở trang sau.",
                             "This page has no room for the ticker: it comes with the next."));
    if (!panel.in.feeds.sealing.empty() || panel.fields.focus() == Field::key)
        panel.field(Field::key, panel.say("Khóa niêm phong [F9], Enter", "A sealed award's key [F9], Enter"),
                    ImGui::GetContentRegionAvail().x);
    const Typing typing = panel.fields.typing();
    const char* names[] = {"ABC", "Telex", "VNI"};
    for (const Typing one : {Typing::telex, Typing::vni, Typing::plain}) {
        if (one != Typing::telex) next_to();
        if (panel.button(names[static_cast<std::size_t>(one)], {share(1) > 240 ? 80.0F : 60.0F, 0}, typing == one))
            panel.fields.use(one);
    }
    next_to();
    panel.text("[Ctrl+T]", panel.colours.quiet);
}

}  // namespace hall
