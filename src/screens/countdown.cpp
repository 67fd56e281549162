// How long until the conference begins, or goes on after a recess. Without an agenda, or once it began: no digits.
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "conference/agenda.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/title_block.h"

namespace hall {
namespace {

constexpr float digits_size = 3.6F;  ///< factor on the clock type: the one thing to read
constexpr float margin = 4;          ///< percent of the type base, like all below
constexpr float half_rule = 32;
constexpr float gap_title = 6;
constexpr float gap_rule = 5.5F;
constexpr float gap_label = 6;
constexpr float gap_digits = 8;
constexpr std::chrono::minutes by_seconds{1};  ///< the last minute counts seconds
constexpr std::chrono::hours by_days{24};      ///< beyond this digits would say nothing

struct Target {
    Instant at;
    std::string_view label;
};

/// The start of the agenda, or of what follows the recess (or gap) that `now` lies in.
std::optional<Target> target_of(const Conference& conference, Instant now) {
    const NowNext state = now_next(conference.agenda, now);
    if (state.phase == Phase::before) return Target{conference.agenda.front().start, "Hội nghị bắt đầu sau"};
    if (state.phase != Phase::during || state.next.empty()) return std::nullopt;
    const bool pause = !state.now || conference.agenda[*state.now].kind == ItemKind::recess;
    if (!pause) return std::nullopt;
    return Target{conference.agenda[state.next.front()].start, "Hội nghị tiếp tục sau"};
}

/// "1 giờ 05 phút", "12 phút", in the last minute "45 giây": rounded up, so that it never shows 0 too early.
std::string remaining(Milliseconds left) {
    using std::chrono::ceil;
    if (left <= by_seconds) return fmt::format("{} giây", ceil<std::chrono::seconds>(left).count());
    const auto minutes = ceil<std::chrono::minutes>(left).count();
    if (minutes < 60) return fmt::format("{} phút", minutes);
    return fmt::format("{} giờ {:02} phút", minutes / 60, minutes % 60);
}

/// The instant at which `remaining` next says something else.
Instant next_change(Instant target, Milliseconds left) {
    using std::chrono::ceil;
    if (left <= by_seconds) return target - ceil<std::chrono::seconds>(left) + std::chrono::seconds{1};
    return target - ceil<std::chrono::minutes>(left) + std::chrono::minutes{1};
}

}  // namespace

void draw_countdown(Canvas& canvas, const ScreenInput& input) {
    const Conference& conference = input.conference;
    if (conference.identity.title.empty() && conference.agenda.empty()) return draw_holding(canvas, input);
    canvas.backdrop(Ornament::centre);
    canvas.frame();
    const Box area = safe_area(canvas).inset(canvas.unit(margin));
    const std::optional<Target> target = target_of(conference, input.now);
    Stack stack(canvas);
    add_title(stack, canvas, conference.identity.title, TitleSize::title, canvas.unit(gap_title));
    if (target && target->at > input.now) {
        const Milliseconds left = target->at - input.now;
        if (!conference.identity.title.empty()) {
            stack.ornament(std::min(canvas.unit(half_rule), area.w / 2), canvas.unit(gap_rule));
        }
        stack.text(target->label, {.type = Type::name_m, .align = Align::centre}, 1, canvas.unit(gap_label));
        if (left < by_days) {
            stack.text(remaining(left), {.type = Type::clock, .ink = Ink::accent, .align = Align::centre}, 1,
                       canvas.unit(gap_digits), canvas.portrait() ? digits_size / 2 : digits_size);
        }
        canvas.changes_at(next_change(target->at, left));
    } else if (const auto changes = now_next(conference.agenda, input.now).changes) {
        canvas.changes_at(*changes);
    }
    stack.draw(area);
}

}  // namespace hall
