/// A row on stage: numbered places, readable as far as they have been called.
#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "draw/canvas.h"
#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"
#include "show/paging.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float footer_gap = 4.2F;
constexpr float row_gap = 1.8F;
constexpr float column_gap = 3.6F;
constexpr float tallest = 17.6F;
constexpr float padding = 0.8F;  ///< above and below a place's ink
constexpr float indent = 2;
constexpr float disc_radius = 4.2F;
constexpr float disc_share = 0.4F;          ///< of the place's height, where that is smaller
constexpr float plate_padding = 0.8F;       ///< beside a number that is wider than its disc
constexpr std::size_t longest_ground = 60;  ///< characters
constexpr float line_gap = 3.3F;
constexpr float name_share = 0.64F;  ///< of a row's width, where the standing is beside the name

/// From roomy to dense; the first that fits all the page's recipients is taken, so that the places never move while
/// one after the other is called.
enum class Standing { below, beside, none };  ///< where, seen from the name
struct Density {
    Type name;
    Standing where;
    Type standing;
    int lines;
    float scale = 1;
};
constexpr Density densities[] = {
    {Type::name_m, Standing::below, Type::body, 1},     {Type::name_m, Standing::below, Type::meta, 1},
    {Type::name_m, Standing::below, Type::meta, 2},     {Type::name_m, Standing::below, Type::meta, 3},
    {Type::name_m, Standing::below, Type::meta, 4},     {Type::name_m, Standing::beside, Type::body, 1},
    {Type::name_m, Standing::beside, Type::meta, 2},    {Type::name_m, Standing::none, Type::meta, 2},
    {Type::body_strong, Standing::none, Type::meta, 3}, {Type::body_strong, Standing::none, Type::meta, 3, 0.85F}};

struct PlaceText {
    TextColumn name;    ///< with the standing, where that is below
    TextColumn beside;  ///< the standing, where it begins `at` from the name's left end, pixels
    float at = 0;
    Fit names = Fit::whole;  ///< of the name alone

    bool fits() const { return name.fits() && beside.fits(); }
    float ink_height() const { return std::max(name.ink_height(), beside.ink_height()); }
};

PlaceText text_of(Canvas& canvas, const Recipient& recipient, float width, const Density& density) {
    const Words words = words_of(recipient.kind);
    PlaceText text;
    // The same in every row, whoever stands there.
    if (density.where == Standing::beside) text.at = width * name_share;
    const float name_width = density.where == Standing::beside ? text.at - canvas.unit(indent) : width;
    const TextStyle name{.type = density.name, .ink = Ink::accent_pale, .words = words};
    const std::string whom = density.where == Standing::none ? called_without_standing(recipient)
                                                             : called(recipient.honorific, recipient.name);
    text.name.add(canvas.fit(whom, name, name_width, density.lines, density.scale), 0);
    text.names = text.name.fit();
    if (density.where == Standing::none) return text;
    const TextStyle standing{.type = density.standing, .ink = Ink::primary};
    TextBlock block = canvas.fit(standing_of(recipient), standing, width - text.at, density.lines);
    if (density.where == Standing::below)
        text.name.add(std::move(block), canvas.unit(line_gap));
    else
        text.beside.add(std::move(block), 0);
    return text;
}

/// How a page's texts find room, from worst to best.
enum class Quality {
    none,
    split_bare,  ///< a person's name is split, and nobody's standing is there
    split,
    bare,  ///< persons' names are whole, without their standings
    torn,  ///< a kept phrase of a body's name is split
    whole,
};

struct Setting {
    Quality quality = Quality::none;
    bool with_standing = true;
    std::vector<PlaceText> texts;
    Cells cells;
};

/// An empty place must not tell by its height who is coming: all are alike, as long as every text fits its place.
Cells equal_cells(const Box& area, const std::vector<float>& heights, const CellLimits& limits) {
    return cells_in(area, std::vector<float>(heights.size(), std::ranges::max(heights)), limits);
}

class Places {
public:
    Places(Canvas& canvas, const Award& award, const Batch& batch, const Page& page, const Box& area,
           const CellLimits& limits)
        : canvas_(canvas), batch_(batch), page_(page) {
        const std::size_t rows = (page_.count + limits.columns - 1) / limits.columns;
        radius_ = std::min(canvas_.get().unit(disc_radius), area.h / static_cast<float>(rows) * disc_share);
        const TextBlock widest = number_block(page_.count - 1, Ink::accent);
        const float plate = widest.width / 2 + canvas_.get().unit(plate_padding);
        const float width = limits.cell_width(area) - canvas_.get().unit(3 * indent) - 2 * std::max(radius_, plate);
        // While somebody is still to come, places of unequal height are taken only where no equal ones do.
        for (const Heights wanted : {Heights::equal, Heights::own}) {
            if (wanted == Heights::equal && award.visibility == Visibility::open) continue;
            settle(area, limits, width, wanted);
            if (fit()) break;
        }
        for (const Box& box : setting_.cells.boxes) radius_ = std::min(radius_, box.h * disc_share);
        half_width_ = std::hypot(widest.width, widest.cap_height) <= 2 * radius_ ? radius_ : std::max(radius_, plate);
    }

    Quality quality() const { return setting_.quality; }
    bool fit() const { return quality() > Quality::none; }

    void draw(std::size_t revealed, bool together) {
        for (std::size_t i = 0; i < setting_.texts.size(); ++i) {
            const Box box = setting_.cells.boxes[i];
            if (!setting_.with_standing)
                canvas_.get().leaves_out(standing_in_the_feed(batch_.get().recipients[page_.first + i]));
            if (i >= revealed) {
                canvas_.get().panel(box, Panel::dim);
                draw_number(box, i, Ink::accent);
            } else if (together) {
                const Canvas::Fade fade = entrance(canvas_, staggered(i, revealed));
                draw_place(box, i);
            } else if (i + 1 == revealed) {
                canvas_.get().panel(box, Panel::dim);
                const Canvas::Fade fade = entrance(canvas_, Seconds{0});
                draw_place(box, i);
            } else {
                draw_place(box, i);
            }
        }
    }

private:
    enum class Heights { equal, own };

    /// Takes the first of the best densities; where none fits, the last.
    void settle(const Box& area, const CellLimits& limits, float width, Heights wanted) {
        setting_ = {};
        for (const Density& density : densities) {
            // In two columns half of a place is too narrow for a name.
            if (density.where == Standing::beside && limits.columns > 1) continue;
            Setting setting = setting_of(area, limits, width, wanted, density);
            if (setting.quality > setting_.quality || !fit()) setting_ = std::move(setting);
            if (quality() == Quality::whole) return;
        }
    }

    Setting setting_of(const Box& area, const CellLimits& limits, float width, Heights wanted, const Density& density) {
        Setting setting;
        setting.with_standing = density.where != Standing::none;
        std::vector<float> heights;
        Fit persons = Fit::whole;
        Fit all = Fit::whole;
        for (std::size_t i = 0; i < page_.count; ++i) {
            const Recipient& recipient = batch_.get().recipients[page_.first + i];
            const PlaceText& text = setting.texts.emplace_back(text_of(canvas_.get(), recipient, width, density));
            heights.push_back(text.ink_height() + canvas_.get().unit(2 * padding));
            all = std::min(all, text.fits() ? text.names : Fit::none);
            if (recipient.kind == RecipientKind::person) persons = std::min(persons, text.names);
        }
        setting.cells = wanted == Heights::equal ? equal_cells(area, heights, limits) : cells_in(area, heights, limits);
        if (!setting.cells.fit || all == Fit::none) return setting;
        if (persons == Fit::torn)
            setting.quality = setting.with_standing ? Quality::split : Quality::split_bare;
        else if (!setting.with_standing)
            setting.quality = Quality::bare;
        else
            setting.quality = all == Fit::torn ? Quality::torn : Quality::whole;
        return setting;
    }

    float number_x(const Box& box) const { return box.x + canvas_.get().unit(indent) + half_width_; }

    /// Of its own width: where that is more than the disc has, a plate takes its place.
    TextBlock number_block(std::size_t index, Ink ink) {
        const TextStyle style{.type = Type::body_strong, .ink = ink, .align = Align::centre};
        return canvas_.get().fit(std::to_string(page_.first + index + 1), style, canvas_.get().stage().w);
    }

    void draw_number(const Box& box, std::size_t index, Ink ink) {
        canvas_.get().put_centred(number_block(index, ink), number_x(box), box.centre_y());
    }

    void draw_place(const Box& box, std::size_t index) {
        const float x = number_x(box), y = box.centre_y();
        canvas_.get().panel(box, Panel::outline);
        if (half_width_ > radius_)
            canvas_.get().panel({x - half_width_, y - radius_, 2 * half_width_, 2 * radius_}, Panel::plate);
        else
            canvas_.get().disc(x, y, radius_, Ink::accent);
        draw_number(box, index, Ink::on_accent);
        const float left = x + half_width_ + canvas_.get().unit(indent);
        const PlaceText& text = setting_.texts[index];
        if (text.beside.empty()) return text.name.put_centred(canvas_, left, y);
        // Beside each other they are centred without their marks, or each stood at a height of its own.
        text.name.put(canvas_, left, y - text.name.height() / 2);
        text.beside.put(canvas_, left + text.at, y - text.beside.height() / 2);
    }

    std::reference_wrapper<Canvas> canvas_;
    std::reference_wrapper<const Batch> batch_;
    Page page_;
    Setting setting_;
    float radius_ = 0;      ///< of the numbers' discs
    float half_width_ = 0;  ///< the same, or of the plates where a number is wider
};

/// In two columns, or in one where the names are long, the wall upright or two columns do worse.
Places places_in(Canvas& canvas, const Award& award, const Batch& batch, const Page& page, const Box& area) {
    const auto in_columns = [&](std::size_t columns) {
        const CellLimits limits{columns, canvas.unit(column_gap), canvas.unit(row_gap), canvas.unit(tallest)};
        return Places(canvas, award, batch, page, area, limits);
    };
    if (canvas.portrait() || recipient_layout(batch) == RecipientLayout::list) return in_columns(1);
    Places two = in_columns(2);
    if (two.quality() == Quality::whole) return two;
    Places one = in_columns(1);
    return one.quality() > two.quality() ? one : two;
}

std::string ground_of(const Award& award, std::size_t batch_index, const Page& page) {
    const Batch& batch = award.batches[batch_index];
    std::string turn = batch.label;
    if (turn.empty() && award.batches.size() > 1)
        turn = "Lượt " + std::to_string(batch_index + 1) + "/" + std::to_string(award.batches.size());
    else if (turn.empty() && page.total > 1)
        turn = "Lượt " + page_mark(page);
    const bool proposed = award.status == AwardStatus::proposed;
    if (proposed) return joined(award_heading(award), " – ", turn);
    // A long ground has been read on the award's own page; here the names need the room.
    return joined(count_characters(award.ground) > longest_ground ? std::string{} : award.ground, " – ", turn);
}

}  // namespace

void draw_award_group(Canvas& canvas, const ScreenInput& input) {
    const Award* award = award_of(input);
    if (award == nullptr || !input.step.batch || *input.step.batch >= award->batches.size()) {
        ceremony_head(canvas, award == nullptr ? std::string{} : award->name, {});
        return;
    }
    const Batch& batch = award->batches[*input.step.batch];
    Page page = input.step.page;
    page.first = std::min(page.first, batch.recipients.size());
    page.count = std::min(page.count, batch.recipients.size() - page.first);
    Box area = ceremony_head(canvas, award->name, ground_of(*award, *input.step.batch, input.step.page));

    const TextStyle footer_style{.type = Type::meta, .ink = Ink::secondary, .align = Align::centre};
    const TextBlock footer = canvas.fit(decision_line(*award), footer_style, area.w, canvas.portrait() ? 4 : 2);
    const float last = area.bottom() - canvas.unit(1.2F) - footer.ink_below();
    const float whole = area.h - canvas.unit(1.2F);
    area.h = footer.empty() ? whole : last - footer.height() - canvas.unit(footer_gap) - area.y;
    if (page.count == 0) {
        canvas.put(footer, area.centre_x(), last - footer.height() + footer.cap_height);
        return;
    }

    // Without its key an award stays as it was armed, whatever step it stands on.
    const std::size_t revealed = award->is_closed() ? 0 : std::min(input.step.revealed, page.count);
    const bool together = award->reveal == RevealMode::all ||
                          (award->status == AwardStatus::proposed && award->visibility == Visibility::open);
    Places places = places_in(canvas, *award, batch, page, area);
    bool with_decision = true;
    if (places.quality() < Quality::torn) {
        // Names and standings come first; the decision stands on the award's own page.
        area.h = whole;
        Places lower = places_in(canvas, *award, batch, page, area);
        with_decision = places.fit() && lower.quality() <= places.quality();
        if (!with_decision) places = std::move(lower);
    }
    if (with_decision) canvas.put(footer, area.centre_x(), last - footer.height() + footer.cap_height);
    places.draw(revealed, together);
}

}  // namespace hall
