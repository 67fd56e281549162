#include "app/hint.h"

#include <algorithm>

namespace hall {
namespace {

constexpr Seconds settled{1e6};
/// Who pressed the key reads it; the last row need not.
constexpr float from_the_desk = 3;
// Lengths in units of the type base.
constexpr float pad_x = 1.2F, pad_y = 0.6F, plate_height = 3, from_edge = 1.2F;

}  // namespace

void draw_hint(ImDrawList& list, Palette& palette, const Viewport& viewport, const std::string& text) {
    Viewport near = viewport;
    near.distance = from_the_desk;
    Canvas canvas(list, palette, near, settled);
    const Box& stage = canvas.stage();
    const TextStyle style{.type = Type::meta, .ink = Ink::on_accent, .align = Align::centre};
    const TextBlock block = canvas.fit(text, style, stage.w - 2 * canvas.unit(pad_x + from_edge));
    const float ink = block.ink_above() + block.height() + block.ink_below();
    const float width = block.width + 2 * canvas.unit(pad_x);
    const float height = std::max(canvas.unit(plate_height), ink + 2 * canvas.unit(pad_y));
    const Box plate{stage.x + stage.w - width - canvas.unit(from_edge),
                    stage.y + stage.h - height - canvas.unit(from_edge), width, height};
    canvas.bar(plate, Ink::accent);
    const float off_centre = (block.ink_above() - block.ink_below()) / 2;
    canvas.put_centred(block, plate.centre_x(), plate.centre_y() + off_centre);
}

}  // namespace hall
