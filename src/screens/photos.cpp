/// One photo as large as it goes, over a blurred copy of itself, and its caption on a plate.
#include <algorithm>
#include <string>
#include <utility>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float scrim = 0.66F;  ///< how much of the theme's darkest colour lies over the blurred copy
constexpr float plate_gap = 3;
constexpr float least_plate = 11;
constexpr float padding = 2.2F;
constexpr float indent = 3;
constexpr float side_gap = 4;
constexpr float credit_gap = 2.4F;
constexpr float bar_width = 0.9F;
constexpr float emblem_share = 0.36F;  ///< radius to the height of the missing photo's place
constexpr float largest_emblem = 24;
constexpr Seconds plate_delay{0.14};

/// Caption left; whose photo and which of how many right, or below where there is no room beside.
struct Caption {
    TextColumn words;
    TextColumn side;
    float side_width = 0;

    bool empty() const { return words.empty() && side.empty(); }
    float ink_height() const { return std::max(words.ink_height(), side.ink_height()); }
};

Caption caption_of(Canvas& canvas, const Photo& photo, bool missing, const Page& page, float width) {
    // The feed's own description stands in for a picture that nobody can see.
    const std::string& text = missing && photo.caption.empty() ? photo.alt : photo.caption;
    const std::string credit = missing ? std::string() : photo_by(photo.credit);
    Caption caption;
    if (text.empty() && credit.empty()) return caption;  // a plate for a number alone would cover more than it tells
    const bool below = canvas.portrait();
    const TextStyle meta{.type = Type::meta, .ink = Ink::secondary, .align = below ? Align::left : Align::right};
    if (below) {
        caption.words.add(canvas.fit(text, {}, width, 6), 0);
        caption.words.add(canvas.fit(joined(credit, " • ", page_mark(page)), meta, width, 2), canvas.unit(credit_gap));
        return caption;
    }
    TextBlock number = canvas.fit(page_mark(page), meta, width / 3);
    TextBlock by = canvas.fit(credit, meta, width / 3, 2);
    caption.side_width = std::max(number.width, by.width);
    const float taken = caption.side_width > 0 ? caption.side_width + canvas.unit(side_gap) : 0;
    caption.side.add(std::move(number), 0);
    caption.side.add(std::move(by), canvas.unit(credit_gap));
    caption.words.add(canvas.fit(text, {}, width - taken, 4), 0);
    return caption;
}

/// Along the whole width under a caption; in the corner where there is only somebody's name.
Box plate_of(Canvas& canvas, const Box& area, const Caption& caption) {
    const float height = std::max(canvas.unit(least_plate), caption.ink_height() + canvas.unit(2 * padding));
    const float width = caption.words.empty() ? caption.side_width + canvas.unit(2 * indent) : area.w;
    return {area.right() - width, area.bottom() - height, width, height};
}

void draw_plate(Canvas& canvas, const Box& box, const Caption& caption) {
    const Canvas::Fade fade = entrance(canvas, plate_delay);
    canvas.panel(box, Panel::card);
    if (!caption.words.empty()) {
        const float inset = canvas.unit(padding);
        canvas.bar({box.x, box.y + inset, canvas.unit(bar_width), box.h - 2 * inset}, Ink::accent);
    }
    caption.words.put_centred(canvas, box.x + canvas.unit(indent), box.centre_y());
    caption.side.put_centred(canvas, box.right() - canvas.unit(indent), box.centre_y());
}

/// The largest box of the picture's shape in the middle of `area`.
Box contained(const Image& image, const Box& area) {
    const auto w = static_cast<float>(image.width);
    const auto h = static_cast<float>(image.height);
    const float scale = std::min(area.w / w, area.h / h);
    return {area.centre_x() - w * scale / 2, area.centre_y() - h * scale / 2, w * scale, h * scale};
}

}  // namespace

void draw_photos(Canvas& canvas, const ScreenInput& input) {
    const std::vector<Photo>& photos = input.conference.photos;
    if (input.step.item >= photos.size()) return canvas.backdrop(Ornament::centre);
    const Photo& photo = photos[input.step.item];
    const Image* image = picture_of(input, photo.source);
    if (image == nullptr)
        canvas.backdrop(Ornament::none);
    else
        canvas.backdrop_picture(image, scrim);

    Box area = safe_area(canvas);
    area.h = content_area(canvas).bottom() - area.y;
    const Caption caption =
        caption_of(canvas, photo, image == nullptr, input.step.page, area.w - canvas.unit(2 * indent));
    if (!caption.empty()) {
        const Box plate = plate_of(canvas, area, caption);
        draw_plate(canvas, plate, caption);
        area.h = plate.y - canvas.unit(plate_gap) - area.y;
    }
    const Canvas::Fade fade = entrance(canvas, Seconds{0});
    if (image == nullptr) {
        const float radius = std::min(canvas.unit(largest_emblem), std::min(area.w, area.h) * emblem_share);
        canvas.drum(area.centre_x(), area.centre_y(), radius, 1);
        return;
    }
    const Box place = contained(*image, area);
    canvas.panel(place, Panel::card);
    canvas.picture(image, place, PictureFit::cover);
}

}  // namespace hall
