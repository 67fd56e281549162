#include "screens/program.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/overlays.h"
#include "screens/screen_table.h"

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
    float alpha = 1;                                ///< of the page
    std::optional<Instant> name_at = std::nullopt;  ///< when the speaker's name was asked for
    std::string typed_name = {};                    ///< instead of the speaker's
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
        Overlays overlays = overlays_of(over, input, shot.name_at, shot.typed_name);
        Viewport left = viewport_;
        left.reserve_top = reserve_above(over, overlays);
        // A page that has no room below an urgent notice stays where it is, and the notice lies over it.
        if (left.reserve_top > 0 && !gives_way(left, input)) left.reserve_top = 0;
        left.reserve_bottom = reserve_under(over, overlays);
        const bool waits = !viewport_.key && !overlays.ticker.shown.empty() &&
                           !(left.reserve_top > 0 ? gives_way(left, input) : has_room(left, input));
        // What is in the picture is more than what runs below it.
        if (waits) {
            overlays.ticker.shown.clear();
            left.reserve_bottom = viewport_.reserve_bottom;
        }
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
    struct Measured {
        PageRecord page;
        Box stage, safe;
    };
    Measured measured(Viewport left, const ScreenInput& input) const {
        left.texts = Texts::measured;
        Canvas canvas(list_, palette_, left, settled);
        draw_page(canvas, input);
        return {canvas.take_record(), canvas.stage(), safe_area(canvas)};
    }

    /// Whether the page keeps all its texts in their places above the ticker.
    bool has_room(const Viewport& left, const ScreenInput& input) const {
        const auto [page, stage, safe] = measured(left, input);
        const float end = stage.bottom() + touching;
        return std::ranges::all_of(page.runs, [end](const Run& run) {
            return run.fits && std::ranges::all_of(run.ink, [end](const Box& ink) { return ink.bottom() <= end; });
        });
    }

    /// Whether the page can give way so far: no text leaves the stage or touches another, and as many fit as before.
    bool gives_way(const Viewport& left, const ScreenInput& input) const {
        const auto [page, stage, safe] = measured(left, input);
        const auto& runs = page.runs;
        const auto astray = [&](const Run& run, const Box& ink) {
            const bool outside = ink.w > 0 && (ink.y < stage.y - touching || ink.bottom() > safe.bottom() + touching);
            return outside || std::ranges::any_of(runs, [&](const Run& other) {
                       return &other != &run && std::ranges::any_of(other.ink, [&](const Box& one) {
                           return one.inset(touching).meets(ink);
                       });
                   });
        };
        const bool in_place = std::ranges::none_of(runs, [&](const Run& run) {
            return std::ranges::any_of(run.ink, [&](const Box& ink) { return astray(run, ink); });
        });
        const auto unfit = [](const PageRecord& record) { return std::ranges::count(record.runs, false, &Run::fits); };
        return in_place && unfit(page) <= unfit(measured(viewport_, input).page);
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
        shot.name_at = state.lower_third_at;
        shot.typed_name = state.said.name;
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
