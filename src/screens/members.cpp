/// The member organisations, page by page: cards, a list for few and long names, or names only.
#include "draw/canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "screens/furniture.h"
#include "screens/screens.h"
#include "screens/text_column.h"
#include "screens/wording.h"
#include "show/paging.h"

namespace hall {
namespace {

// Lengths in units of the type base.
constexpr float footer = 5.4F;
constexpr float gap = 2.4F;
constexpr float column_gap = 3.6F;
constexpr float tallest = 20.6F;
/// Above and below a card's ink, where there is room, where there is little, and where a page is full.
constexpr float roomy_padding = 3;
constexpr float padding = 1.2F;
constexpr float least_padding = 0.3F;
constexpr float indent = 3;
constexpr float bar_width = 0.9F;
constexpr float bar_inset = 1.8F;
constexpr float person_gap = 3.2F;
constexpr float chip_room = 7.2F;
constexpr float logo_side = 10;

/// From roomy to dense; the first that fits all the page's members is taken.
enum class Leaders { all, first, none };
struct Density {
    Type name;
    int lines;
    float scale;
    Leaders shown;
    Type leader = Type::meta;
    int leader_lines = 0;
};
constexpr Density densities[] = {{Type::name_m, 2, 1, Leaders::all, Type::body, 2},
                                 {Type::name_m, 2, 1, Leaders::all, Type::meta, 4},
                                 {Type::name_m, 2, 1, Leaders::first, Type::body, 2},
                                 {Type::name_m, 2, 1, Leaders::first, Type::meta, 4},
                                 {Type::body_strong, 4, 1, Leaders::all, Type::meta, 4},
                                 {Type::body_strong, 4, 1, Leaders::first, Type::meta, 4},
                                 {Type::name_m, 2, 1, Leaders::none},
                                 {Type::body_strong, 4, 1, Leaders::none},
                                 {Type::body_strong, 5, 0.85F, Leaders::none}};

std::size_t shown_of(const Member& member, Leaders shown) {
    const std::size_t most = shown == Leaders::all ? member.representatives.size() : shown == Leaders::first ? 1 : 0;
    return std::min(most, member.representatives.size());
}

struct Card {
    TextColumn text;
    TextBlock number;
    TextBlock role;  ///< measured only: the chip draws it
    const Image* logo = nullptr;
    bool leads = false;
};

std::string leader_text(const Person& leader) { return joined(called(leader), ", ", leader.position); }

class Cards {
public:
    Cards(Canvas& canvas, const ScreenInput& input, const Page& page, const Box& area, const CellLimits& limits)
        : canvas_(canvas),
          input_(input),
          members_(input.conference.members),
          page_(page),
          limits_(limits),
          cell_width_(limits.cell_width(area)) {
        for (std::size_t i = 0; i < page_.count; ++i)
            if (logo_of(i) != nullptr) logo_width_ = canvas_.unit(logo_side + indent);
        const TextStyle style{.type = Type::clock, .ink = Ink::accent};
        const std::string widest = fmt::format("{:02}", page_.first + page_.count);
        number_width_ = canvas_.fit(widest, style, cell_width_).width + canvas_.unit(indent);
        take_best(densities, [&](const Density& density) {
            measure(density);
            leaders_ = density.shown;
            for (const float around : {roomy_padding, padding, least_padding}) {
                padding_ = canvas_.unit(around);
                cells_ = cells_in(area, heights(), limits_);
                if (cells_.fit) break;
            }
            return cells_.fit ? texts_fit() : Fit::none;
        });
    }

    void draw() {
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            const Canvas::Fade fade = entrance(canvas_, staggered(i, cards_.size()));
            draw_card(cells_.boxes[i], cards_[i], members_[page_.first + i]);
            const auto& leaders = members_[page_.first + i].representatives;
            for (std::size_t at = shown_of(members_[page_.first + i], leaders_); at < leaders.size(); ++at)
                canvas_.leaves_out(leader_text(leaders[at]));
        }
    }

private:
    /// One column has room for the role at the right; cards take it below their text.
    bool role_beside() const { return limits_.columns == 1; }
    float role_width(const Card& card) const {
        return card.role.empty() ? 0 : card.role.width + canvas_.unit(2 * indent);
    }

    const Image* logo_of(std::size_t card) const { return picture_of(input_, members_[page_.first + card].logo); }

    void measure(const Density& density) {
        cards_.clear();
        for (std::size_t i = 0; i < page_.count; ++i) {
            const Member& member = members_[page_.first + i];
            Card card;
            card.role = canvas_.fit(member.role, {.type = Type::label}, cell_width_ / 2);
            card.leads = !member.role.empty();
            card.logo = logo_of(i);
            const float width = cell_width_ - canvas_.unit(2 * indent) - number_width_ - logo_width_;
            const float room = role_beside() ? width - role_width(card) : width;
            const TextStyle name{.type = density.name, .words = Words::organisation};
            card.text.add(canvas_.fit(member.name, name, room, density.lines, density.scale), 0);
            const TextStyle person{.type = density.leader, .ink = Ink::secondary, .words = Words::person};
            for (std::size_t at = 0; at < shown_of(member, density.shown); ++at)
                card.text.add(canvas_.fit(leader_text(member.representatives[at]), person, room, density.leader_lines),
                              canvas_.unit(person_gap));
            card.number = canvas_.fit(fmt::format("{:02}", page_.first + i + 1),
                                      {.type = Type::clock, .ink = Ink::accent}, number_width_);
            cards_.push_back(std::move(card));
        }
    }

    Fit texts_fit() const {
        Fit worst = Fit::whole;
        for (const Card& card : cards_) worst = std::min(worst, card.text.fit());
        return worst;
    }

    std::vector<float> heights() const {
        std::vector<float> heights;
        for (const Card& card : cards_) {
            const bool chip_below = card.leads && !role_beside();
            const float role = card.leads ? canvas_.unit(chip_room) : 0;
            const float text = card.text.ink_height();
            const float logo = card.logo == nullptr ? 0 : canvas_.unit(logo_side);
            heights.push_back(std::max(logo, chip_below ? text + role : std::max(text, role)) + 2 * padding_);
        }
        return heights;
    }

    void draw_card(const Box& box, const Card& card, const Member& member) {
        canvas_.panel(box, Panel::card);
        const float inset = canvas_.unit(bar_inset);
        canvas_.bar({box.x, box.y + inset, canvas_.unit(bar_width), box.h - 2 * inset},
                    card.leads ? Ink::accent : Ink::shape);
        const float left = box.x + canvas_.unit(indent);
        float centre = box.centre_y();
        if (card.leads && role_beside())
            chip(canvas_, box.right() - canvas_.unit(indent), centre, member.role, Panel::plate, Align::right);
        if (card.leads && !role_beside()) {
            const float bottom = box.bottom() - std::min(padding_, canvas_.unit(padding));
            centre -= canvas_.unit(chip_room) / 2;
            chip(canvas_, box.right() - canvas_.unit(padding), bottom - canvas_.unit(chip_room) / 2, member.role,
                 Panel::plate, Align::right);
        }
        canvas_.put_centred(card.number, left, centre);
        const float side = canvas_.unit(logo_side);
        canvas_.picture(card.logo, {left + number_width_, box.centre_y() - side / 2, side, side}, PictureFit::contain);
        card.text.put_centred(canvas_, left + number_width_ + logo_width_, centre);
    }

    Canvas& canvas_;
    const ScreenInput& input_;
    const Members& members_;
    Page page_;
    CellLimits limits_;
    float cell_width_;
    Leaders leaders_ = Leaders::all;
    float padding_ = 0;
    Cells cells_;
    float number_width_ = 0;
    float logo_width_ = 0;  ///< 0 where no member of the page has one
    std::vector<Card> cards_;
};

}  // namespace

void draw_members(Canvas& canvas, const ScreenInput& input) {
    const Members& members = input.conference.members;
    canvas.backdrop(Ornament::right);
    header(canvas, "Các đơn vị thành viên", page_mark(input.step.page));
    Box content = content_area(canvas);
    content.h -= canvas.unit(footer);

    Page page = input.step.page;
    page.first = std::min(page.first, members.size());
    page.count = std::min(page.count, members.size() - page.first);
    if (page.count == 0) return;
    if (canvas.narrow() && page.count > 4) content.h += canvas.unit(footer);
    const bool one_column = canvas.portrait() || input.step.members == MemberLayout::list;
    const CellLimits limits{one_column ? std::size_t{1} : std::size_t{2}, canvas.unit(column_gap), canvas.unit(gap),
                            canvas.unit(tallest)};
    Cards(canvas, input, page, content, limits).draw();
}

}  // namespace hall
