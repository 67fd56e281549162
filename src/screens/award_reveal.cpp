/// One recipient alone on stage: first the armed picture, then the name.
#include <algorithm>
#include <string>

#include "draw/canvas.h"
#include "screens/confetti.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"

namespace hall {
namespace {

// Lengths in units of the type base, times in seconds.
constexpr float emblem_radius = 8.6F;
constexpr float photo_radius = 11;
constexpr float emblem_zone = 22.5F;  ///< height kept for emblem or photo
constexpr float dim_emblem = 0.35F;
constexpr float footer_zone = 7.2F;
constexpr float name_gap = 6;
constexpr float line_gap = 3.8F;
constexpr Seconds light_time{0.4};
constexpr Seconds name_delay{0.15};
constexpr Seconds below_delay{0.6};

const TextStyle name_style{
    .type = Type::name_xl, .finish = Finish::gold, .align = Align::centre, .words = Words::person};

/// Only places and numbers of the page: nothing here may depend on who the winner is.
std::string footer_of(const Award& award, const Page& page) {
    const std::string place = page.total > 1 ? std::to_string(page.index + 1) + "/" + std::to_string(page.total) : "";
    return joined(decision_line(award), " • ", place);
}

const Recipient* named_recipient(const Award& award, const Step& step) {
    if (step.revealed == 0 || !step.batch || !step.recipient || *step.batch >= award.batches.size()) return nullptr;
    const auto& recipients = award.batches[*step.batch].recipients;
    if (*step.recipient >= recipients.size() || recipients[*step.recipient].sealed()) return nullptr;
    return &recipients[*step.recipient];
}

/// What stands below the name, from roomy to dense; the first that leaves the name its room is taken.
struct Density {
    Type standing;
    int lines;
    int name_lines;
};
constexpr Density densities[] = {{Type::body, 2, 2}, {Type::body, 2, 3}, {Type::body, 2, 4},
                                 {Type::meta, 3, 2}, {Type::meta, 3, 3}, {Type::meta, 5, 4}};

TextColumn below_of(Canvas& canvas, const Recipient& recipient, float width, const Density& density) {
    const TextStyle standing{.type = density.standing, .ink = Ink::primary, .align = Align::centre};
    const TextStyle citation{.type = density.standing, .ink = Ink::secondary, .align = Align::centre};
    TextColumn below;
    below.add(canvas.fit(standing_of(recipient), standing, width, density.lines), 0);
    below.add(canvas.fit(recipient.citation, citation, width, density.lines), canvas.unit(line_gap));
    return below;
}

void draw_name(Canvas& canvas, const Box& box, const Recipient& recipient) {
    TextStyle style = name_style;
    if (recipient.kind == RecipientKind::collective) style.words = Words::organisation;
    const float gap = canvas.unit(name_gap);
    const std::string called_name = called(recipient.honorific, recipient.name);
    TextBlock name;
    TextColumn below;
    float height = 0;
    take_best(densities, [&](const Density& density) {
        name = canvas.fit(called_name, style, box.w, density.name_lines);
        below = below_of(canvas, recipient, box.w, density);
        height = name.ink_above() + name.height() + (below.empty() ? 0 : gap + below.height());
        return height > box.h ? Fit::none : std::min(name.fit(), below.fit());
    });
    const float top = box.y + name.ink_above() + std::max(0.0F, (box.h - height) / 2);
    canvas.put_staggered(name, box.centre_x(), top + name.cap_height, name_delay);
    const Canvas::Fade fade = entrance(canvas, below_delay);
    below.put(canvas, box.centre_x(), top + name.height() + gap);
}

}  // namespace

void draw_award_reveal(Canvas& canvas, const ScreenInput& input) {
    const Award* award = award_of(input);
    if (award == nullptr) {
        ceremony_head(canvas, {}, {});
        return;
    }
    const bool proposed = award->status == AwardStatus::proposed;
    const Box area = ceremony_head(canvas, award->name, proposed ? std::string(award_heading(*award)) : award->ground);

    const Box emblem{area.x, area.y, area.w, canvas.unit(emblem_zone)};
    const Recipient* recipient = named_recipient(*award, input.step);
    const Image* photo = recipient == nullptr ? nullptr : picture_of(input, recipient->photo);
    const float lit = recipient == nullptr ? 0 : canvas.enter(Seconds{0}, light_time);
    const float alpha = dim_emblem + (1 - dim_emblem) * lit;
    if (photo == nullptr) {
        canvas.drum(emblem.centre_x(), emblem.centre_y(), canvas.unit(emblem_radius), alpha);
    } else {
        const float radius = canvas.unit(photo_radius);
        const Canvas::Fade fade(canvas, lit);
        canvas.picture(photo, {emblem.centre_x() - radius, emblem.centre_y() - radius, 2 * radius, 2 * radius},
                       PictureFit::circle);
    }

    const TextStyle footer_style{.type = Type::meta, .ink = Ink::secondary, .align = Align::centre};
    const TextBlock footer =
        canvas.fit(footer_of(*award, input.step.page), footer_style, area.w, canvas.portrait() ? 4 : 2);
    const float last = area.bottom() - canvas.unit(1.2F) - footer.ink_below();
    canvas.put(footer, area.centre_x(), last - footer.height() + footer.cap_height);
    if (recipient == nullptr) return;
    const float bottom = last - std::max(footer.height() + canvas.unit(line_gap), canvas.unit(footer_zone));
    draw_name(canvas, {area.x, emblem.bottom(), area.w, bottom - emblem.bottom()}, *recipient);
    if (award->confetti) draw_confetti(canvas);
}

}  // namespace hall
