#include "app/operator_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/place_words.h"
#include "base/text.h"
#include "screens/overlays.h"
#include "show/day.h"
#include "show/remarks.h"
#include "show/rundown.h"

namespace hall {
namespace {

constexpr Milliseconds answer_lasts{6000};
constexpr std::size_t most_lines = 40;

Sentence no_such_step(std::size_t step, std::size_t steps) {
    // Steps count from 0 here; what was typed as 0 went below that.
    return {fmt::format("Không có bước {}: chương trình có bước 1 đến {}.", step + 1, steps),
            fmt::format("There is no step {}: the rundown has steps 1 to {}.", step + 1, steps)};
}

Sentence no_name(NameObstacle obstacle) {
    switch (obstacle) {
        case NameObstacle::nobody:
            return {"Không hiện tên: dữ liệu không ghi ai phát biểu lúc này. Có thể gõ tên ở ô “Tên, chức vụ”.",
                    "No name: the feed has nobody speaking now. A name can be typed under Texts."};
        case NameObstacle::page:
            return {"Không hiện tên trên trang này: trang không được che.",
                    "No name over this page: nothing may lie over it."};
        case NameObstacle::own_points:
            return {"Không hiện tên: trang đã ghi người phát biểu, và tên sẽ che các ý chính.",
                    "No name: this page names the speaker, and the plate would cover the points."};
        case NameObstacle::none: break;
    }
    return {};
}

Sentence covered(Cover cover) {
    if (cover == Cover::hold)
        return {"Đang tạm dừng: bấm H để chiếu lại rồi mới chuyển bước.", "On hold: press H first, then move on."};
    return {"Đang tắt hình: bấm B để chiếu lại rồi mới chuyển bước.", "Black: press B first, then move on."};
}

Sentence nobody_there() {
    return {"Trang này chưa có người nhận nào: ghi chú khi đã đến trang công bố.",
            "This page has no recipient: remarks are made on the pages that name them."};
}

/// Whether it would write somebody's name where the recipient's is not to be known yet.
bool writes_to_a_sealed_place(const Remark& remark, const OnAir& on_air) {
    const Remarks& so_far = on_air.state().remarks;
    const Remark before = remark_about(so_far, remark.who);
    const auto writes = [](const std::string& now, const std::string& then) { return !now.empty() && now != then; };
    if (!writes(remark.name, before.name) && !writes(remark.stand_in, before.stand_in)) return false;
    const auto recipient = remarked_recipient(on_air.feeds().conference, so_far, remark.who);
    return recipient && recipient->name.empty();
}

Sentence still_sealed() {
    return {
        "Người nhận còn niêm phong: gõ tên được khi đã bấm TIẾP để công bố. Trước đó ghi được vắng [M 1], có người "
        "nhận thay [M 2], bỏ qua [M 4].",
        "The recipient is still sealed: names can be typed once NEXT has announced it. Until then absent [M 1], "
        "represented [M 2] and skipped [M 4] can be noted."};
}

/// What is said about a skipped recipient while that stays so; a name whose line was begun before is kept.
bool keeps_skipped(const Remark& remark, const Remarks& so_far) {
    const Remark before = remark_about(so_far, remark.who);
    if (before.attendance != Attendance::skipped || remark.attendance == Attendance::present) return false;
    return remark.attendance != Attendance::skipped || remark == before;
}

Sentence call_back_first() {
    return {"Người này đang bỏ qua: bấm M 4 để gọi lại trước đã.",
            "This recipient is skipped: M 4 calls them back first."};
}

std::optional<std::size_t> item_now(const ShowState& state, const Conference& conference, Instant now) {
    const auto running = running_item(state, conference, now);
    return running ? std::optional(running->item) : std::nullopt;
}

/// Why a text that was just typed is not on the wall yet.
Sentence texts_wait(const Said& said, const OnAir& on_air) {
    const ShowState& state = on_air.state();
    const bool urgent = said.urgent != state.said.urgent && !said.urgent.empty();
    const bool ticker = said.ticker != state.said.ticker && !said.ticker.empty();
    if (!urgent && !ticker) return {};
    if (state.cover == Cover::black)
        return {"Đang tắt hình: chữ này hiện khi bấm B để chiếu lại.", "Black: press B, and this text comes."};
    if (state.cover == Cover::hold && ticker)
        return {"Đang tạm dừng: dòng chữ này hiện khi bấm H để chiếu lại.", "On hold: press H, and the ticker comes."};
    const auto& steps = on_air.rundown().steps;
    if (state.cover != Cover::none || state.step >= steps.size()) return {};
    if (bears(steps[state.step].screen, urgent ? Overlay::urgent : Overlay::ticker)) return {};
    if (urgent)
        return {"Trang này không mang chữ khẩn: nó hiện ở trang sau.",
                "Nothing urgent lies over this page: the text comes with the next that bears it."};
    return {"Trang này không mang dòng chữ: nó hiện ở trang sau.",
            "This page bears no ticker: it comes with the next that does."};
}

bool lies_in(const std::string& pointer, const std::string& section) {
    return pointer == section || pointer.starts_with(section + "/");
}

}  // namespace

Sentence OperatorDesk::objection(const Command& command, const OnAir& on_air, Now now) const {
    const ShowState& state = on_air.state();
    const auto& steps = on_air.rundown().steps;
    switch (command.verb) {
        case Verb::jump: return command.step < steps.size() ? Sentence{} : no_such_step(command.step, steps.size());
        case Verb::next:
            if (state.cover != Cover::none) return covered(state.cover);
            if (state.step + 1 >= steps.size()) return {"Đã ở bước cuối cùng.", "This is the last step."};
            return {};
        case Verb::back:
            if (state.cover != Cover::none) return covered(state.cover);
            return state.step > 0 ? Sentence{} : Sentence{"Đã ở bước đầu tiên.", "This is the first step."};
        case Verb::lower_third:
            if (state.lower_third == LowerThird::on || state.step >= steps.size()) return {};
            if (state.cover != Cover::none) return covered(state.cover);
            return no_name(name_obstacle(on_air.snapshot().conference, steps[state.step],
                                         item_now(state, on_air.snapshot().conference, now.wall), state.said.name));
        case Verb::automatic:
            if (state.step < steps.size() && steps[state.step].advance == Advance::by_operator)
                return {"Trang này chờ người vận hành: chuyển sang trang khác rồi mới để tự chạy được.",
                        "This page waits for the operator: leave it before giving control to the clock."};
            return {};
        case Verb::begin_item:
            if (command.step == by_the_programme)
                return state.item
                           ? Sentence{}
                           : Sentence{"Các mục đang theo giờ chương trình.", "Items go by the programme's times."};
            return command.step < on_air.snapshot().conference.agenda.size()
                       ? Sentence{}
                       : Sentence{"Không có mục nào sau mục này.", "No item comes after this one."};
        case Verb::say: return texts_wait(command.said, on_air);
        case Verb::remark: {
            if (command.remark.who.empty()) return nobody_there();
            if (writes_to_a_sealed_place(command.remark, on_air)) return still_sealed();
            return keeps_skipped(command.remark, state.remarks) ? call_back_first() : Sentence{};
        }
        default: return {};
    }
}

void OperatorDesk::answer(Sentence sentence, Milliseconds steady) {
    answer_ = std::move(sentence);
    answered_ = steady;
}

Sentence OperatorDesk::answer_at(Milliseconds steady) const {
    return steady - answered_ < answer_lasts ? answer_ : Sentence{};
}

void OperatorDesk::note(const std::string& line, const OnAir& on_air, Now now) {
    const LocalTime local = on_air.snapshot().conference.identity.timezone.local(now.wall);
    lines_.push_back(fmt::format("{}:{:02}  {}", format_clock(local), local.second, escape_for_log(line)));
    if (lines_.size() > most_lines) lines_.erase(lines_.begin());
}

namespace {

/// By the number in the feed, as the desk counts them: the log names nobody.
Sentence recipient_by_place(const std::string& who, const OnAir& on_air) {
    const Conference& feeds = on_air.feeds().conference;
    const auto one = remarked_recipient(feeds, on_air.state().remarks, who);
    if (!one) return {"người nhận", "recipient"};
    const Award& award = feeds.awards[one->award];
    const std::size_t batch = award.batches.size() > 1 ? one->batch + 1 : 0;
    return {fmt::format("người nhận số {}{}, {}", one->number + 1, batch > 0 ? fmt::format(" lượt {}", batch) : "",
                        award.name),
            fmt::format("recipient {}{}, {}", one->number + 1, batch > 0 ? fmt::format(" of batch {}", batch) : "",
                        award.name)};
}

}  // namespace

Sentence command_in_words(const Command& command, const OnAir& on_air) {
    const std::string step = std::to_string(on_air.state().step + 1);
    const std::string step_vi = ", bước " + step, step_en = ", step " + step;
    switch (command.verb) {
        case Verb::next: return {"tiếp: bước " + step, "next: step " + step};
        case Verb::back: return {"lùi: bước " + step, "back: step " + step};
        case Verb::jump: return {"đến bước " + step, "jump to step " + step};
        case Verb::home: return {"về bước 1", "to the first step"};
        case Verb::hold: return {"tạm dừng [H]", "hold [H]"};
        case Verb::black: return {"tắt hình [B]", "black [B]"};
        case Verb::automatic: return {"tự chạy", "given to the clock"};
        case Verb::lower_third: return {"hiện tên [L]", "name [L]"};
        case Verb::say: return {"chữ của người vận hành", "the operator's texts"};
        case Verb::begin_item:
            if (command.step == by_the_programme)
                return {"mục theo giờ chương trình", "items by the programme's times"};
            if (command.began) return {"mục trước còn tiếp", "the item before goes on"};
            return {"mục sau bắt đầu", "the next item begins"};
        case Verb::remark: break;
    }
    const Sentence who = recipient_by_place(command.remark.who, on_air);
    switch (command.remark.attendance) {
        case Attendance::absent: return {"vắng mặt: " + who.vi + step_vi, "absent: " + who.en + step_en};
        case Attendance::represented:
            return {"có người nhận thay: " + who.vi + step_vi, "represented: " + who.en + step_en};
        case Attendance::skipped: return {"bỏ qua: " + who.vi + step_vi, "skipped: " + who.en + step_en};
        case Attendance::present: break;
    }
    return {"ghi chú: " + who.vi + step_vi, "a remark: " + who.en + step_en};
}

Sentence follows_another() {
    return {"Màn hình này theo máy điều khiển: hãy bấm ở máy đó.",
            "This screen follows the operator's machine: press there."};
}

Sentence too_soon() {
    return {"Bấm TIẾP quá nhanh: trang trước vừa lên màn hình.", "NEXT came too soon: the page before has just come."};
}

Sentence no_mc_reads() {
    return {"Chưa có màn hình MC nào đọc dòng này: mở một màn hình bằng --mc.",
            "No MC's screen shows this line yet: open one with --mc."};
}

Sentence key_answer(const Result<std::string>& award, const std::optional<WrongWord>& wrong) {
    if (!award) {
        Sentence why = award.error().sentence;
        if (wrong)
            why = {fmt::format("{} Từ thứ {} gõ là “{}”: không có trong bảng từ.", why.vi, wrong->number, wrong->word),
                   fmt::format("{} Word {} reads \"{}\": no key has it.", why.en, wrong->number, wrong->word)};
        return {"Khóa chưa dùng được: " + why.vi, "The key is not accepted: " + why.en};
    }
    return {fmt::format("Đã nhận khóa của “{}”: bấm TIẾP ở trang chờ để công bố.", *award),
            fmt::format("The key of \"{}\" is held: NEXT on the armed page announces it.", *award)};
}

Sentence key_refused() { return {"khóa vừa gõ không dùng được", "the key that was typed is not accepted"}; }

Sentence does_not_fit(std::size_t cut, std::size_t left_out, std::size_t covered) {
    Sentence all;
    const auto add = [&](const std::string& vi, const std::string& en) {
        all = {all.vi + (all.vi.empty() ? "" : " ") + vi, all.en + (all.en.empty() ? "" : " ") + en};
    };
    if (cut > 0)
        add(fmt::format("Trang sắp chiếu có {} chỗ chữ không vừa màn hình này. Hãy rút gọn trong dữ liệu; lệnh "
                        "hoitruong check nêu từng chỗ.",
                        cut),
            fmt::format("{} texts of the next page find no room on this wall. Shorten them in the feed; hoitruong "
                        "check names each.",
                        cut));
    if (left_out > 0)
        add(fmt::format("Trang sắp chiếu không đủ chỗ nên bỏ {} dòng (như chức danh); lệnh hoitruong check nêu từng "
                        "dòng.",
                        left_out),
            fmt::format("The next page has no room for {} lines (such as titles) and leaves them out; hoitruong check "
                        "names each.",
                        left_out));
    if (covered > 0)
        add(fmt::format("Thông báo khẩn sẽ che mất {} dòng của trang sắp chiếu: tắt nó trước [F6].", covered),
            fmt::format("The urgent notice would hide {} lines of the next page: end it first [F6].", covered));
    return all;
}

std::vector<std::string> issues_of(const Step& step, const Snapshot& snapshot, Language language) {
    std::string section = "/" + std::string(name_of(step.screen));
    if (step.award && *step.award < snapshot.conference.awards.size())
        section = snapshot.conference.awards[*step.award].pointer;
    if (step.screen == ScreenId::speech) section = fmt::format("/speeches/{}", step.item);
    if (step.screen == ScreenId::agenda_day || step.screen == ScreenId::countdown) section = "/agenda";
    std::vector<std::string> lines;
    for (const Issue& issue : snapshot.issues)
        if (lies_in(issue.pointer, section))
            lines.push_back(place_in_words(issue.place, language) + ": " + issue.sentence.in(language));
    return lines;
}

}  // namespace hall
