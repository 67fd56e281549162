#include "screens/program.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/overlays.h"
#include "screens/screen_table.h"
#include "show/day.h"

namespace hall {
namespace {

/// look.md 5.4: the old page leaves in 260 ms while the background stays.
constexpr Seconds leave{0.26};
/// Longer than any motion: the settled picture.
constexpr Seconds settled{1e6};
/// Pixels that rounding may put a text over its end.
constexpr float touching = 1;

struct Shot {
    const Snapshot& snapshot;
    const Step& step;
    Instant now;
    Motion motion = Motion::settled;  ///< of what lies over the page
    Seconds on_air_for = settled;
    float alpha = 1;  ///< of the page
    std::optional<NameWish> name = std::nullopt;
};

class Painter {
public:
    Painter(ImDrawList& list, Palette& palette, const Viewport& viewport)
        : list_(list), palette_(palette), viewport_(viewport) {}

    PageRecord black() const {
        Canvas canvas(list_, palette_, viewport_, settled);
        canvas.fill(rgb(0x000000));
        return canvas.take_record();
    }

    PageRecord picture(const Shot& shot) const {
        const ScreenInput input{shot.snapshot.conference, shot.snapshot.pictures, shot.step, shot.now};
        Canvas over(list_, palette_, viewport_, settled);
        Overlays overlays = overlays_of(over, input, shot.name);
        Viewport left = viewport_;
        left.reserve_top = room_for_notice(over, overlays, shot);
        left.reserve_bottom = reserve_under(over, overlays);
        const bool ticker = !viewport_.key && !overlays.ticker.shown.empty();
        const bool waits = ticker && !(left.reserve_top > 0 ? gives_way(left, input) : has_room(left, input));
        // What is in the picture is more than what runs below it.
        if (waits) {
            overlays.ticker.shown.clear();
            left.reserve_bottom = viewport_.reserve_bottom;
        }
        left.plates = plates_over(over, overlays);
        PageRecord record = page(left, input, shot);
        record.ticker_waits = waits;
        Canvas strip(list_, palette_, strip_of(ticker_band(over)), settled);
        draw_overlays(over, strip, overlays, shot.now, shot.motion, record);
        if (shot.snapshot.conference.sealing.kind == SealKind::rehearsal) {
            Canvas mark(list_, palette_, viewport_, settled);
            draw_rehearsal_mark(mark);
        }
        return record;
    }

private:
    /// Where a page is only measured, and between which edges its texts belong.
    struct Measured {
        PageRecord page;
        float top, safe_end, stage_end;

        bool fits() const { return std::ranges::all_of(page.runs, &Run::fits); }
        /// How many lines leave their room, with some air above a ticker, or touch another text's.
        std::ptrdiff_t astray() const {
            std::ptrdiff_t count = 0;
            for (const Run& run : page.runs)
                count += std::ranges::count_if(run.ink, [&](const Box& ink) {
                    const bool outside = ink.y < top - touching || ink.bottom() > safe_end + touching;
                    return ink.w > 0 && (outside || touched(run, ink));
                });
            return count;
        }
        std::ptrdiff_t unfit() const { return std::ranges::count(page.runs, false, &Run::fits); }

    private:
        bool touched(const Run& run, const Box& ink) const {
            return std::ranges::any_of(page.runs, [&](const Run& other) {
                return &other != &run &&
                       std::ranges::any_of(other.ink, [&](const Box& one) { return one.inset(touching).meets(ink); });
            });
        }
    };
    Measured measured(Viewport left, const ScreenInput& input) const {
        left.texts = Texts::measured;
        Canvas canvas(list_, palette_, left, settled);
        draw_page(canvas, input);
        return {canvas.take_record(), canvas.stage().y, safe_area(canvas).bottom(), canvas.stage().bottom()};
    }

    /// Whether the page keeps all its texts in their places above the ticker.
    bool has_room(const Viewport& left, const ScreenInput& input) const {
        const Measured narrow = measured(left, input);
        return narrow.fits() && std::ranges::all_of(narrow.page.runs, [&](const Run& run) {
                   return std::ranges::all_of(
                       run.ink, [&](const Box& ink) { return ink.bottom() <= narrow.stage_end + touching; });
               });
    }

    /// Whether all of the page stands in its place below an urgent notice, and as much fits as without. It may leave
    /// out what its screen leaves out where room is short, as details of a task.
    bool gives_way(const Viewport& left, const ScreenInput& input) const {
        const Measured narrow = measured(left, input);
        if (narrow.astray() > 0) return false;
        return narrow.fits() || narrow.unfit() <= measured(viewport_, input).unfit();
    }

    /// What the page leaves free at its top. One that has no room below an urgent notice stays where it is, and the
    /// notice lies over it. The same on every step of a page, so that no name moves because another comes.
    float room_for_notice(Canvas& over, const Overlays& overlays, const Shot& shot) const {
        if (viewport_.key || overlays.urgent.shown.empty()) return 0;
        Step all_named = shot.step;
        if (announces(shot.step.screen)) all_named.revealed = std::max<std::size_t>(1, shot.step.page.count);
        const ScreenInput named{shot.snapshot.conference, shot.snapshot.pictures, all_named, shot.now};
        if (!is_to_give_way(over, overlays, named)) return 0;
        Viewport left = viewport_;
        left.reserve_top = reserve_above(over, overlays);
        return left.reserve_top > 0 && gives_way(left, named) ? left.reserve_top : 0;
    }

    static bool announces(ScreenId screen) {
        return screen == ScreenId::award_reveal || screen == ScreenId::award_group;
    }

    /// The type of a recipient's name, and of its number where they are many.
    static bool is_announced(Type type) {
        return type == Type::name_xl || type == Type::name_l || type == Type::name_m || type == Type::body_strong;
    }

    /// Whoever is announced keeps the place in which the hall saw the name come, unless it would be hidden there.
    bool is_to_give_way(Canvas& over, const Overlays& overlays, const ScreenInput& input) const {
        if (!announces(input.step.screen)) return true;
        const Box plate = urgent_plate(over, overlays.urgent);
        const Measured bare = measured(viewport_, input);
        return std::ranges::any_of(bare.page.runs, [&](const Run& run) {
            return is_announced(run.style.type) &&
                   std::ranges::any_of(run.ink, [&](const Box& ink) { return ink.w > 0 && ink.meets(plate); });
        });
    }

    PageRecord page(const Viewport& viewport, const ScreenInput& input, const Shot& shot) const {
        Canvas canvas(list_, palette_, viewport, shot.on_air_for);
        if (viewport.key) {
            canvas.fill(*viewport.key);
            return {};
        }
        const Canvas::Fade fade(canvas, shot.alpha);
        draw_page(canvas, input);
        return canvas.take_record();
    }

    Viewport strip_of(const Box& band) const {
        Viewport strip = viewport_;
        strip.y = static_cast<int>(std::lround(band.y));
        strip.height = static_cast<int>(std::lround(band.bottom())) - strip.y;
        return strip;
    }

    ImDrawList& list_;
    Palette& palette_;
    const Viewport& viewport_;
};

}  // namespace

PageRecord draw_settled(ImDrawList& list, Palette& palette, const Viewport& viewport, const Snapshot& snapshot,
                        const Step& step, Instant now) {
    return Painter(list, palette, viewport).picture({snapshot, step, now});
}

PageRecord draw_program(ImDrawList& list, Palette& palette, const Viewport& viewport, const ProgramInput& input) {
    const auto& [snapshot, rundown, state, now, motion] = input;
    const Painter painter(list, palette, viewport);
    if (state.cover == Cover::black) return painter.black();
    if (state.cover == Cover::hold || state.step >= rundown.steps.size())
        return painter.picture({snapshot, Step{}, now.wall, motion});

    const Step& step = rundown.steps[state.step];
    Shot shot{snapshot, step, now.wall, motion};
    if (state.lower_third == LowerThird::on) {
        const auto running = running_item(state, snapshot.conference, state.lower_third_at);
        shot.name = {state.lower_third_at, running ? std::optional(running->item) : std::nullopt, state.said.name};
    }
    if (state.entry == Entry::settled || motion == Motion::settled) return painter.picture(shot);

    const Seconds elapsed = now.steady - state.since;
    const bool leaving =
        state.previous && *state.previous < rundown.steps.size() && step.transition == Transition::fade;
    if (leaving && elapsed < leave) {
        PageRecord record = painter.picture({snapshot, rundown.steps[*state.previous], now.wall, motion, settled,
                                             static_cast<float>(1 - elapsed / leave)});
        record.moving = true;
        return record;
    }
    shot.on_air_for = leaving ? elapsed - leave : elapsed;
    return painter.picture(shot);
}

}  // namespace hall
