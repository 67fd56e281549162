#include "screens/program.h"

#include "draw/canvas.h"
#include "screens/screen_table.h"

namespace hall {
namespace {

/// look.md 5.4: the old page leaves in 260 ms while the background stays.
constexpr Seconds leave{0.26};
/// Longer than any motion: the settled picture.
constexpr Seconds settled{1e6};

PageRecord draw_black(ImDrawList& list, Palette& palette, const Viewport& viewport) {
    Canvas canvas(list, palette, viewport, settled);
    canvas.fill(rgb(0x000000));
    return canvas.take_record();
}

}  // namespace

PageRecord draw_settled(ImDrawList& list, Palette& palette, const Viewport& viewport, const Snapshot& snapshot,
                        const Step& step, Instant now) {
    Canvas canvas(list, palette, viewport, settled);
    draw_page(canvas, {snapshot.conference, snapshot.pictures, step, now});
    return canvas.take_record();
}

PageRecord draw_program(ImDrawList& list, Palette& palette, const Viewport& viewport, const ProgramInput& input) {
    const auto& [snapshot, rundown, state, now] = input;
    if (state.cover == Cover::black) return draw_black(list, palette, viewport);
    if (state.cover == Cover::hold || state.step >= rundown.steps.size())
        return draw_settled(list, palette, viewport, snapshot, Step{}, now.wall);

    const Step& step = rundown.steps[state.step];
    if (state.entry == Entry::settled) return draw_settled(list, palette, viewport, snapshot, step, now.wall);

    const Seconds elapsed = now.steady - state.since;
    const bool leaving =
        state.previous && *state.previous < rundown.steps.size() && step.transition == Transition::fade;
    if (leaving && elapsed < leave) {
        Canvas canvas(list, palette, viewport, settled);
        const Canvas::Fade fade(canvas, static_cast<float>(1 - elapsed / leave));
        draw_page(canvas, {snapshot.conference, snapshot.pictures, rundown.steps[*state.previous], now.wall});
        PageRecord record = canvas.take_record();
        record.moving = true;
        return record;
    }
    Canvas canvas(list, palette, viewport, leaving ? elapsed - leave : elapsed);
    draw_page(canvas, {snapshot.conference, snapshot.pictures, step, now.wall});
    return canvas.take_record();
}

}  // namespace hall
