/// Who is speaking, on what occasion; with points, those page by page.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/speech_page.h"
#include "screens/stack.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float tall_width = 50;     ///< of the photo beside the text
constexpr float tall_share = 0.31F;  ///< of the area's width, where that is less
constexpr float tall_shape = 1.32F;  ///< height to width
constexpr float margin = 1.8F;       ///< above the first and below the last line
constexpr float label_gap = 6;
constexpr float rule_gap = 5;
constexpr float name_gap = 6;
constexpr float standing_gap = 7;
constexpr float references_gap = 5;
constexpr float name_scale = 1.15F;  ///< of the type, where the name has the page
constexpr float emblem_radius = 9.5F;
constexpr float half_rule = 30;
constexpr float upright_photo = 34;  ///< diameter

float tall_photo_width(const Canvas& canvas, const Box& area) {
    return std::min(canvas.unit(tall_width), area.w * tall_share);
}

/// One text of the speaker's page.
struct Line {
    std::string text;
    TextStyle style;
    int lines;
    float gap;
    float largest = 1;
};

std::vector<Line> lines_of(const Speech& speech, Align align) {
    const Person& speaker = speech.speaker;
    return {
        {speech.occasion,
         {.type = Type::label, .ink = Ink::accent, .capitals = capitals_for(speech.occasion), .align = align},
         3,
         label_gap},
        {called(speaker),
         {.type = Type::name_xl, .ink = Ink::accent, .finish = Finish::gold, .align = align, .words = Words::person},
         2,
         name_gap,
         name_scale},
        {standing_of(speaker.position, speaker.organisation),
         {.type = Type::body_strong, .align = align, .words = Words::organisation},
         4,
         standing_gap},
        {cited(speech.references), {.type = Type::meta, .ink = Ink::secondary, .align = align}, 4, references_gap},
    };
}

bool fits(Canvas& canvas, const std::vector<Line>& lines, const Box& area) {
    constexpr float smallest = 0.5F;  // the tier's minimum stops earlier
    TextColumn column;
    for (const Line& line : lines) column.add(canvas.fit(line.text, line.style, area.w, line.lines, smallest), 0);
    return column.fits() && column.ink_height() <= area.h;
}

/// Without points the speaker is the whole page: beside a tall photo, or centred below a round one or the emblem.
void draw_speaker(Canvas& canvas, const Speech& speech, const Image* photo, const Box& area) {
    const Box beside = beside_tall_photo(canvas, area);
    const bool tall = photo != nullptr && !canvas.portrait() && fits(canvas, lines_of(speech, Align::left), beside);
    canvas.backdrop(tall ? Ornament::right : Ornament::centre);
    Stack stack(canvas);
    if (tall) {
        draw_tall_photo(canvas, area, photo);
    } else if (photo != nullptr && canvas.portrait()) {
        stack.object(canvas.unit(upright_photo), 0,
                     [&canvas, photo](const Box& box) { canvas.picture(photo, box, PictureFit::circle); });
    } else {
        stack.emblem(canvas.unit(emblem_radius), 0);
    }
    bool first = true;
    for (const Line& line : lines_of(speech, tall ? Align::left : Align::centre)) {
        stack.text(line.text, line.style, line.lines, canvas.unit(line.gap), line.largest);
        if (first && !tall) stack.ornament(std::min(canvas.unit(half_rule), area.w / 2), canvas.unit(rule_gap));
        first = false;
    }
    stack.draw(tall ? beside : area);
}

}  // namespace

void draw_tall_photo(Canvas& canvas, const Box& area, const Image* photo) {
    const float width = tall_photo_width(canvas, area);
    const float height = std::min(width * tall_shape, area.h);
    const Canvas::Fade fade = entrance(canvas, Seconds{0});
    const Box box{area.x, area.centre_y() - height / 2, width, height};
    canvas.panel(box, Panel::card);
    canvas.picture(photo, box, PictureFit::cover);
}

Box beside_tall_photo(const Canvas& canvas, const Box& area) {
    const float taken = tall_photo_width(canvas, area) + canvas.unit(speech_photo_gap);
    return {area.x + taken, area.y, area.w - taken, area.h};
}

void draw_speech(Canvas& canvas, const ScreenInput& input) {
    const std::vector<Speech>& speeches = input.conference.speeches;
    if (input.step.item >= speeches.size()) return canvas.backdrop(Ornament::right);
    const Speech& speech = speeches[input.step.item];
    const Image* photo = picture_of(input, speech.speaker.photo);
    Box area = safe_area(canvas);
    area.h = content_area(canvas).bottom() - area.y;
    area = area.inset(canvas.unit(margin));
    if (speech.points.empty()) return draw_speaker(canvas, speech, photo, area);
    canvas.backdrop(Ornament::right);
    draw_speech_points(canvas, speech, photo, area, input.step.page);
}

}  // namespace hall
