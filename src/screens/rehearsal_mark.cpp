/// Says on every picture that what it shows was sealed for a rehearsal, so that no photograph of it passes for a
/// result.
#include "draw/canvas.h"
#include "screens/overlays.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float pad_x = 2.4F;
constexpr float plate_height = 5.2F;
constexpr float below_edge = 0.8F;
constexpr float faint = 0.22F;  ///< alpha of the large words: over any page, and the page still reads
constexpr float large = 2.2F;   ///< times the largest type
constexpr const char* words = "TỔNG DUYỆT";

}  // namespace

void draw_rehearsal_mark(Canvas& canvas) {
    const Box& stage = canvas.stage();
    {
        const Canvas::Fade fade(canvas, faint);
        const TextStyle style{.type = Type::hero, .ink = Ink::primary, .align = Align::centre};
        canvas.put_centred(canvas.fit(words, style, stage.w, 1, large), stage.centre_x(), stage.centre_y());
    }
    const TextStyle style{.type = Type::meta, .ink = Ink::on_accent, .align = Align::centre};
    const TextBlock text = canvas.fit(words, style, stage.w);
    const float width = text.width + 2 * canvas.unit(pad_x);
    const Box plate{stage.centre_x() - width / 2, stage.y + canvas.unit(below_edge), width, canvas.unit(plate_height)};
    canvas.bar(plate, Ink::accent);
    canvas.put_centred(text, plate.centre_x(), plate.centre_y());
}

}  // namespace hall
