/// One recipient alone on stage: first the armed picture, then the name.
#include <algorithm>
#include <string>

#include "draw/canvas.h"
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
const TextStyle below_style{.type = Type::body, .ink = Ink::primary, .align = Align::centre};
const TextStyle citation_style{.type = Type::body, .ink = Ink::secondary, .align = Align::centre};

/// Only places and numbers of the page: nothing here may depend on who the winner is.
std::string footer_of(const Award& award, const Page& page) {
    const std::string place = page.total > 1 ? std::to_string(page.index + 1) + "/" + std::to_string(page.total) : "";
    return joined(decision_line(award), " • ", place);
}

const Recipient* named_recipient(const Award& award, const Step& step) {
    if (step.revealed == 0 || !step.batch || !step.recipient || *step.batch >= award.batches.size()) return nullptr;
    const auto& recipients = award.batches[*step.batch].recipients;
    return *step.recipient < recipients.size() ? &recipients[*step.recipient] : nullptr;
}

void draw_name(Canvas& canvas, const Box& box, const Recipient& recipient) {
    TextStyle style = name_style;
    if (recipient.kind == RecipientKind::collective) style.words = Words::organisation;
    const float gap = canvas.unit(name_gap);
    TextColumn below;
    below.add(canvas.fit(standing_of(recipient), below_style, box.w, 2), 0);
    below.add(canvas.fit(recipient.citation, citation_style, box.w, 2), canvas.unit(line_gap));
    const std::string called_name = called(recipient.honorific, recipient.name);
    TextBlock name;
    // The name takes as many lines as keep it large and leave the rest its room.
    for (const int lines : {2, 3, 4}) {
        name = canvas.fit(called_name, style, box.w, lines);
        if (name.fits) break;
    }
    const float rest = below.empty() ? 0 : gap + below.height();
    const float top = box.y + name.ink_above() + std::max(0.0F, (box.h - name.ink_above() - name.height() - rest) / 2);
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
}

}  // namespace hall
