/// The lead passes on: from one organisation's plate an arrow points to the next one's. Where the feed names only who
/// takes over, that plate stands alone.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"

namespace hall {
namespace {

// Lengths in units of the type base, times in seconds.
constexpr float arrow_room = 17;  ///< between the plates, along the way
constexpr float arrow_length = 9;
constexpr float arrow_head = 3.4F;  ///< half its width; as long as that
constexpr float arrow_shaft = 0.9F;
constexpr float label_gap = 3.2F;  ///< from the label's ink to the plate
constexpr float padding_x = 3;
constexpr float padding = 4;  ///< above and below a name's ink
constexpr float dense_padding = 2.6F;
constexpr float least_padding = 1.2F;
constexpr float plate_height = 30;
constexpr float plate_height_upright = 26;
constexpr float lone_width = 126;
constexpr float edge_gap = 1.2F;  ///< that a plate growing into free height leaves
constexpr Seconds arrow_delay{0.2};
constexpr Seconds to_delay{0.35};

/// From roomy to dense; the first that fits both plates is taken.
struct Density {
    Type name;
    Type label;
    int lines;
    float padding;
    float scale = 1;  ///< of the name
};
constexpr Density densities[] = {{Type::name_l, Type::label, 3, padding},
                                 {Type::name_m, Type::label, 4, padding},
                                 {Type::name_m, Type::label, 6, dense_padding},
                                 {Type::body_strong, Type::meta, 7, least_padding, 0.88F}};

struct Side {
    std::string label;
    std::string name;
    Panel panel = Panel::card;
    Seconds delay{0};
};

std::string name_of_member(const Conference& conference, const std::optional<std::size_t>& index) {
    return index && *index < conference.members.size() ? conference.members[*index].name : std::string();
}

/// A side without a name is none: a label alone would be a plate with nothing in it.
std::vector<Side> sides_of(const Conference& conference) {
    const Handover& handover = conference.handover;
    std::vector<Side> sides;
    const std::string from = name_of_member(conference, handover.from);
    const std::string to = name_of_member(conference, handover.to);
    if (!from.empty()) sides.push_back({handover.from_label, from, Panel::card, Seconds{0}});
    if (!to.empty()) sides.push_back({handover.to_label, to, Panel::outline, from.empty() ? Seconds{0} : to_delay});
    return sides;
}

struct Plate {
    TextColumn label;
    TextColumn name;
};

/// Both plates alike, in their places beside or below each other.
struct Arrangement {
    std::vector<Plate> plates;
    float label_height = 0;  ///< ink and the gap to the plate; 0 without labels
    float plate_height = 0;
    Fit fit = Fit::whole;

    float height() const { return label_height + plate_height; }
};

Arrangement arrange(Canvas& canvas, const std::vector<Side>& sides, float width, const Density& density) {
    Arrangement made;
    for (const Side& side : sides) {
        Plate plate;
        const TextStyle label{.type = density.label, .ink = Ink::accent, .align = Align::centre};
        plate.label.add(canvas.fit(side.label, label, width, 2), 0);
        const TextStyle name{.type = density.name,
                             .ink = side.panel == Panel::outline ? Ink::accent_pale : Ink::primary,
                             .align = Align::centre,
                             .words = Words::organisation};
        plate.name.add(canvas.fit(side.name, name, width - canvas.unit(2 * padding_x), density.lines, density.scale),
                       0);
        if (!plate.label.empty())
            made.label_height = std::max(made.label_height, plate.label.ink_height() + canvas.unit(label_gap));
        made.plate_height = std::max(made.plate_height, plate.name.ink_height() + canvas.unit(2 * density.padding));
        made.fit = std::min({made.fit, plate.label.fit(), plate.name.fit()});
        made.plates.push_back(std::move(plate));
    }
    return made;
}

/// Pixel by pixel: a head at 45 degrees whose edge pixels are half covered is as smooth as a painted one.
void draw_arrow(Canvas& canvas, float centre_x, float centre_y, bool down) {
    const float half = std::round(canvas.unit(arrow_head));
    const float shaft = std::max(1.0F, std::round(canvas.unit(arrow_shaft)));
    const float length = std::round(canvas.unit(arrow_length));
    const float across = std::round(down ? centre_x : centre_y);
    const float start = std::round((down ? centre_y : centre_x) - length / 2);
    const auto strip = [&](float along, float depth, float from, float size) {
        canvas.bar(down ? Box{from, along, size, depth} : Box{along, from, depth, size}, Ink::accent);
    };
    strip(start, length - half, across - std::round(shaft / 2), shaft);
    for (float i = 0; i < half; ++i) {
        const float along = start + length - half + i;
        const float reach = half - i - 1;
        if (reach > 0) strip(along, 1, across - reach, 2 * reach);
        const Canvas::Fade edge(canvas, 0.5F);
        strip(along, 1, across - reach - 1, 1);
        strip(along, 1, across + reach, 1);
    }
}

void draw_side(Canvas& canvas, const Box& box, float label_height, const Plate& plate, const Side& side) {
    const Canvas::Fade fade = entrance(canvas, side.delay);
    canvas.panel(box, side.panel);
    if (!plate.label.empty()) {
        const float bottom = box.y - canvas.unit(label_gap);
        plate.label.put_centred(canvas, box.centre_x(), bottom - (label_height - canvas.unit(label_gap)) / 2);
    }
    plate.name.put_centred(canvas, box.centre_x(), box.centre_y());
}

}  // namespace

void draw_handover(Canvas& canvas, const ScreenInput& input) {
    const std::vector<Side> sides = sides_of(input.conference);
    const Box area = ceremony_head(canvas, input.conference.handover.title, {});
    if (sides.empty()) return;

    const bool both = sides.size() > 1;
    const float way = both ? canvas.unit(arrow_room) : 0;
    bool down = canvas.portrait();
    float width = 0;
    float rows = 1;
    const auto place = [&](bool upright) {
        down = upright;
        width = both ? (area.w - way) / 2 : std::min(area.w, canvas.unit(lone_width));
        if (both && down) width = area.w;
        rows = both && down ? 2 : 1;
        Arrangement made;
        take_best(densities, [&](const Density& density) {
            made = arrange(canvas, sides, width, density);
            if (rows * made.height() + (rows - 1) * way > area.h) made.fit = Fit::none;
            return made.fit;
        });
        return made;
    };
    Arrangement made = place(down);
    // A name that is split beside the other may be whole above or below it.
    if (both && !down && made.fit != Fit::whole) {
        const Fit beside = made.fit;
        made = place(true);
        if (made.fit <= beside) made = place(false);
    }
    const float spare = std::max(0.0F, (area.h - (rows - 1) * way) / rows - made.height() - canvas.unit(edge_gap));
    const float wanted = canvas.unit(down ? plate_height_upright : plate_height);
    made.plate_height = std::max(made.plate_height, std::min(made.plate_height + spare, wanted));
    const float whole = rows * made.height() + (rows - 1) * way;
    const float top = area.y + std::max(0.0F, (area.h - whole) / 2) + made.label_height;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto at = static_cast<float>(i);
        const Box box =
            down ? Box{area.x, top + at * (made.height() + way), width, made.plate_height}
                 : Box{both ? area.x + at * (width + way) : area.centre_x() - width / 2, top, width, made.plate_height};
        draw_side(canvas, box, made.label_height, made.plates[i], sides[i]);
    }
    if (!both) return;
    const Canvas::Fade fade = entrance(canvas, arrow_delay);
    if (down)
        draw_arrow(canvas, area.centre_x(), top + made.plate_height + way / 2, down);
    else
        draw_arrow(canvas, area.centre_x(), top + made.plate_height / 2, down);
}

}  // namespace hall
