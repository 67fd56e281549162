/// The points of a speech, with who speaks above them, page by page.
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/speech_page.h"
#include "screens/text_column.h"
#include "screens/wording.h"
#include "show/paging.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float badge_radius = 9.5F;  ///< of the photo by the name
constexpr float name_gap = 5;
constexpr float standing_gap = 4.4F;
constexpr float rule_gap = 4.2F;
constexpr float references_gap = 4.2F;  ///< from ink to ink
constexpr float point_gap = 2.8F;       ///< likewise
constexpr float bullet_radius = 0.75F;
constexpr float bullet_room = 4;
constexpr float mark_gap = 4;

enum class Portrait { tall, badge, none };

/// From roomy to dense; the first that fits every page of the speech is taken, so that the name stays in its place
/// from page to page. Where long words and a photo do not go together, the words stay.
struct Density {
    Portrait portrait;
    Type name;
    Type standing;
    Type point;
    float gaps = 1;
    float scale = 1;    ///< of all three
    bool bare = false;  ///< only who speaks, on what occasion, and the points
};
constexpr Density densities[] = {{Portrait::tall, Type::title, Type::body, Type::body, 1.4F, 1.1F},
                                 {Portrait::tall, Type::title, Type::body, Type::body},
                                 {Portrait::badge, Type::title, Type::body, Type::body, 1.4F, 1.15F},
                                 {Portrait::badge, Type::title, Type::body, Type::body},
                                 {Portrait::badge, Type::name_l, Type::body, Type::body, 0.8F},
                                 {Portrait::badge, Type::name_l, Type::meta, Type::body, 0.8F},
                                 {Portrait::badge, Type::name_m, Type::meta, Type::body, 0.7F, 0.9F},
                                 {Portrait::badge, Type::name_m, Type::meta, Type::meta, 0.7F},
                                 {Portrait::none, Type::name_m, Type::meta, Type::body, 0.7F, 0.9F},
                                 {Portrait::none, Type::name_m, Type::meta, Type::meta, 0.7F},
                                 {Portrait::none, Type::name_m, Type::meta, Type::meta, 0.4F, 0.86F},
                                 {Portrait::none, Type::name_m, Type::meta, Type::meta, 0.4F, 0.86F, true}};

float ink_height(const TextBlock& text) { return text.ink_above() + text.height() + text.ink_below(); }

/// One page laid out.
struct Talk {
    TextColumn head;
    TextBlock mark;
    float head_height = 0;
    float first_baseline = 0;  ///< of the head, from its top
    std::vector<TextBlock> points;
    TextBlock references;
    float height = 0;
    bool fits = true;
};

class Pages {
public:
    Pages(Canvas& canvas, const Speech& speech, const Image* photo, const Box& area)
        : canvas_(canvas), speech_(speech), photo_(photo), area_(area), pages_(speech_pages(speech)) {
        for (const Density& density : densities) {
            if (density.portrait == Portrait::tall && (photo_ == nullptr || canvas_.portrait())) continue;
            density_ = density;
            if (settle()) break;
        }
    }

    void draw(const Page& page) {
        const Talk talk = lay_out_page(page);
        const Box text = text_box();
        if (shows(Portrait::tall)) draw_tall_photo(canvas_, area_, photo_);
        const float top = text.y + std::max(0.0F, (text.h - tallest_) / 2);
        float left = text.x;
        if (shows(Portrait::badge)) {
            const float radius = canvas_.unit(badge_radius);
            const Canvas::Fade fade = entrance(canvas_, Seconds{0});
            canvas_.picture(photo_, {left, top + (talk.head_height - 2 * radius) / 2, 2 * radius, 2 * radius},
                            PictureFit::circle);
            left += 2 * radius + canvas_.unit(speech_photo_gap);
        }
        {
            const Canvas::Fade fade = entrance(canvas_, Seconds{0});
            talk.head.put_centred(canvas_, left, top + talk.head_height / 2);
            const float head_top = top + (talk.head_height - talk.head.ink_height()) / 2;
            canvas_.put(talk.mark, text.right(), head_top + std::max(talk.first_baseline, talk.mark.cap_height));
            canvas_.rule(text.x, text.right(), top + talk.head_height + gap(rule_gap));
        }
        draw_points(talk, text.x, top + talk.head_height + gap(2 * rule_gap));
    }

private:
    float gap(float units) const { return canvas_.unit(units * density_.gaps); }
    bool shows(Portrait portrait) const { return photo_ != nullptr && density_.portrait == portrait; }

    Box text_box() const {
        if (!shows(Portrait::tall)) return area_;
        return beside_tall_photo(canvas_, area_);
    }

    bool settle() {
        tallest_ = 0;
        bool fits = true;
        for (const Page& page : pages_) {
            const Talk talk = lay_out_page(page);
            tallest_ = std::max(tallest_, talk.height);
            fits = fits && talk.fits;
        }
        return fits && tallest_ <= area_.h;
    }

    Talk lay_out_page(const Page& page) const {
        Talk talk;
        const float width = text_box().w;
        lay_out_head(talk, page, width);
        const float room = canvas_.unit(bullet_room);
        const std::size_t last = std::min(page.first + page.count, speech_.points.size());
        for (std::size_t i = page.first; i < last; ++i)
            talk.points.push_back(
                canvas_.fit(speech_.points[i], {.type = density_.point}, width - room, 6, density_.scale));
        // What it all rests on is said once, at the end.
        if (page.index + 1 == page.total && !density_.bare)
            talk.references =
                canvas_.fit(cited(speech_.references), {.type = Type::meta, .ink = Ink::secondary}, width, 4);
        talk.height = talk.head_height + gap(2 * rule_gap);
        for (const TextBlock& point : talk.points) {
            talk.height += ink_height(point);
            talk.fits = talk.fits && point.fits;
        }
        if (!talk.points.empty()) talk.height += gap(point_gap) * static_cast<float>(talk.points.size() - 1);
        if (!talk.references.empty()) talk.height += gap(references_gap) + ink_height(talk.references);
        talk.fits = talk.fits && talk.references.fits;
        return talk;
    }

    void lay_out_head(Talk& talk, const Page& page, float width) const {
        if (shows(Portrait::badge)) width -= 2 * canvas_.unit(badge_radius) + canvas_.unit(speech_photo_gap);
        talk.mark =
            canvas_.fit(page_mark(page), {.type = Type::meta, .ink = Ink::secondary, .align = Align::right}, width / 2);
        const float taken = talk.mark.empty() ? 0 : talk.mark.width + canvas_.unit(mark_gap);
        const bool labelled = !speech_.occasion.empty();
        const TextStyle label{.type = Type::label, .ink = Ink::accent, .capitals = capitals_for(speech_.occasion, 1)};
        const TextStyle name{.type = density_.name, .words = Words::person};
        const TextStyle standing{.type = density_.standing, .ink = Ink::secondary, .words = Words::organisation};
        const Person& speaker = speech_.speaker;
        TextBlock words = canvas_.fit(speech_.occasion, label, width - taken, 3);
        TextBlock person = canvas_.fit(called(speaker), name, labelled ? width : width - taken, 2, density_.scale);
        const TextBlock& first = labelled ? words : person;
        talk.first_baseline = first.ink_above() + first.cap_height;
        talk.head.add(std::move(words), 0);
        talk.head.add(std::move(person), gap(name_gap));
        if (!density_.bare)
            talk.head.add(
                canvas_.fit(standing_of(speaker.position, speaker.organisation), standing, width, 4, density_.scale),
                gap(standing_gap));
        talk.head_height = std::max(talk.head.ink_height(), talk.mark.empty() ? 0 : talk.mark.cap_height);
        if (shows(Portrait::badge)) talk.head_height = std::max(talk.head_height, 2 * canvas_.unit(badge_radius));
        talk.fits = talk.head.fits();
    }

    void draw_points(const Talk& talk, float left, float top) {
        const std::size_t count = talk.points.size() + 2;
        for (std::size_t i = 0; i < talk.points.size(); ++i) {
            const Canvas::Fade fade = entrance(canvas_, staggered(i + 1, count));
            const TextBlock& text = talk.points[i];
            const float baseline = top + text.ink_above() + text.cap_height;
            canvas_.put(text, left + canvas_.unit(bullet_room), baseline);
            canvas_.disc(left + canvas_.unit(bullet_radius), baseline - text.cap_height / 2,
                         canvas_.unit(bullet_radius), Ink::accent);
            top += ink_height(text) + gap(point_gap);
        }
        const Canvas::Fade fade = entrance(canvas_, staggered(count - 1, count));
        top += gap(references_gap - point_gap) + talk.references.ink_above() + talk.references.cap_height;
        canvas_.put(talk.references, left, top);
    }

    Canvas& canvas_;
    const Speech& speech_;
    const Image* photo_;
    Box area_;
    std::vector<Page> pages_;
    Density density_ = densities[0];
    float tallest_ = 0;  ///< of all pages
};

}  // namespace

void draw_speech_points(Canvas& canvas, const Speech& speech, const Image* photo, const Box& area, const Page& page) {
    Pages(canvas, speech, photo, area).draw(page);
}

}  // namespace hall
