/// Who is speaking: a plate over the lower part of the page.
#include <algorithm>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/overlays.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float least_height = 14;
constexpr float pad_x = 3;
constexpr float pad_y = 1.6F;
constexpr float bar_width = 0.9F;
constexpr float line_gap = 3.6F;
constexpr float rise = 2;

/// From the usual plate to the widest; the first that fits is taken.
struct Measure {
    float width;  ///< percent of the stage
    int name_lines, standing_lines;
};
constexpr Measure measures[] = {{62, 1, 1}, {62, 1, 2}, {76, 1, 2}, {90, 1, 2}, {90, 2, 4}};

TextColumn words_of(Canvas& canvas, const Person& speaker, float width, const Measure& measure) {
    TextColumn words;
    words.add(canvas.fit(called(speaker), {.type = Type::name_m, .ink = Ink::accent_pale, .words = Words::person},
                         width, measure.name_lines),
              0);
    words.add(canvas.fit(standing_of(speaker.position, speaker.organisation), {.type = Type::body}, width,
                         measure.standing_lines),
              canvas.unit(line_gap));
    return words;
}

struct Plate {
    TextColumn words;
    Box box;
};

Plate plate_of(Canvas& canvas, const Person& speaker, float bottom) {
    const Box area = safe_area(canvas);
    Plate plate;
    float width = area.w;
    take_best(measures, [&](const Measure& measure) {
        width = std::min(area.w, canvas.width(measure.width));
        plate.words = words_of(canvas, speaker, width - canvas.unit(bar_width + 2 * pad_x), measure);
        return plate.words.fit();
    });
    const float height = std::max(canvas.unit(least_height), plate.words.ink_height() + 2 * canvas.unit(pad_y));
    plate.box = {area.x, bottom - height, width, height};
    return plate;
}

}  // namespace

Box lower_third_plate(Canvas& canvas, const Person& speaker, float bottom) {
    return plate_of(canvas, speaker, bottom).box;
}

Box draw_lower_third(Canvas& canvas, const Person& speaker, float bottom, Seconds shown) {
    const auto [words, plate] = plate_of(canvas, speaker, bottom);
    const float there = arrived(canvas, shown);
    const Canvas::Fade fade(canvas, there, (1 - there) * canvas.unit(rise));
    // Twice: the page must not shine through.
    canvas.panel(plate, Panel::card);
    canvas.panel(plate, Panel::outline);
    canvas.bar({plate.x, plate.y, canvas.unit(bar_width), plate.h}, Ink::accent);
    words.put_centred(canvas, plate.x + canvas.unit(bar_width + pad_x), plate.centre_y());
    return plate;
}

}  // namespace hall
