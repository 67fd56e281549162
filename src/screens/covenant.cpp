/// The covenant: what the units pledge, and which of them have signed.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "draw/canvas.h"
#include "screens/content_page.h"
#include "screens/furniture.h"
#include "screens/pledges.h"
#include "screens/screens.h"
#include "screens/signatories.h"
#include "screens/stack.h"
#include "screens/wording.h"
#include "show/paging.h"

namespace hall {
namespace {

constexpr const char* label_text = "Lễ ký giao ước thi đua";

// Lengths in units of the type base.
constexpr float margin_top = 3.2F;  ///< inside the frame
constexpr float margin_bottom = 1.2F;
constexpr float rule_gap = 3.2F;
constexpr float half_rule = 30;
constexpr float parts_gap = 2.8F;
constexpr float mark_gap = 3;
constexpr float mark_baseline = 3.2F;
constexpr float foot_gap = 3.4F;
constexpr float title_gap = 7;
constexpr float emblem_radius = 14;
constexpr std::size_t one_column = 6;  ///< signatories, at most

const TextStyle label_style{
    .type = Type::label, .ink = Ink::accent, .capitals = Capitals::upper, .align = Align::centre};

const TextStyle foot_style{.type = Type::body, .ink = Ink::accent, .align = Align::centre};

TextStyle title_style(const std::string& title) {
    return {.type = Type::title, .finish = Finish::gold, .capitals = capitals_for(title, 1), .align = Align::centre};
}

struct Head {
    TextColumn text;
    float above = 0;   ///< ink above the first cap top
    float height = 0;  ///< down to the rule
};

struct HeadDensity {
    bool with_label;
    float scale;
    int lines;
    float gap;  ///< units
};
constexpr HeadDensity head_densities[] = {
    {true, 1, 1, 5.4F}, {true, 0.75F, 2, 4.4F}, {true, 0.7F, 5, 4}, {false, 0.7F, 5, 4}};

Head head_of(Canvas& canvas, const std::string& title, float width, const HeadDensity& density) {
    const TextBlock label = canvas.fit(label_text, label_style, width, 2);
    const TextBlock golden = canvas.fit(title, title_style(title), width, density.lines, density.scale);
    const bool labelled = density.with_label || golden.empty();
    Head head;
    if (labelled) head.text.add(label, 0);
    head.text.add(golden, canvas.unit(density.gap));
    head.above = labelled ? label.ink_above() : golden.ink_above();
    head.height = head.text.ink_height() + canvas.unit(rule_gap);
    return head;
}

/// From roomy to dense. The last has no label where the title itself says what is signed.
std::vector<Head> heads_of(Canvas& canvas, const std::string& title, float width) {
    const bool says_so = fold(title).find("giao uoc") != std::string::npos;
    std::vector<Head> heads;
    for (const HeadDensity& density : head_densities) {
        if (!density.with_label && !says_so) continue;
        Head head = head_of(canvas, title, width, density);
        if (head.text.fits()) heads.push_back(std::move(head));
    }
    if (heads.empty()) heads.push_back(head_of(canvas, title, width, *std::rbegin(head_densities)));
    return heads;
}

/// Pledges left (above, on an upright wall), who signs right, from roomy to dense.
struct Plan {
    float share;  ///< of the width or height, for the signatories
    SignatoryDensity unit;
    PledgeDensity pledge;
};
constexpr Plan plans[] = {
    {0.45F, {1, Type::name_m, 1, 1, StateWords::small}, {Type::body, 3, 1}},
    {0.55F, {1, Type::body_strong, 1, 1, StateWords::small}, {Type::body, 3, 1}},
    {0.62F, {1, Type::body_strong, 1, 1, StateWords::small}, {Type::body, 3, 1}},
    {0.50F, {1, Type::body_strong, 2, 1, StateWords::small}, {Type::body, 3, 1}},
    {0.55F, {1, Type::body_strong, 2, 1, StateWords::small}, {Type::body, 4, 0.88F}},
    {0.52F, {1, Type::body_strong, 1, 1, StateWords::summed}, {Type::body, 4, 1}},
    {0.52F, {1, Type::body_strong, 2, 0.88F, StateWords::summed}, {Type::body, 5, 0.88F}},
    {0.52F, {1, Type::body_strong, 2, 0.88F, StateWords::summed}, {Type::meta, 5, 1}},
};

constexpr SignatoryDensity unit_densities[] = {
    {1, Type::name_m, 1, 1.1F, StateWords::large},        {2, Type::name_m, 1, 1, StateWords::large},
    {1, Type::name_m, 2, 1, StateWords::large},           {2, Type::body_strong, 1, 1, StateWords::small},
    {1, Type::body_strong, 1, 1, StateWords::small},      {2, Type::body_strong, 1, 1, StateWords::summed},
    {1, Type::body_strong, 2, 1, StateWords::small},      {2, Type::body_strong, 2, 0.88F, StateWords::small},
    {2, Type::body_strong, 3, 0.88F, StateWords::summed}, {1, Type::body_strong, 3, 0.88F, StateWords::small},
    {1, Type::body_strong, 3, 0.88F, StateWords::summed}};
constexpr PledgeDensity pledge_densities[] = {
    {Type::body, 2, 1.25F}, {Type::body, 3, 1}, {Type::body, 5, 0.88F}, {Type::meta, 9, 1}};

/// The page as it will be drawn.
struct Body {
    Head head;
    std::optional<PledgeList> pledges;
    std::optional<SignatoryList> units;
    bool with_sum = true;

    bool fits() const { return (!pledges || pledges->rows.fit) && (!units || units->rows.fit); }
};

struct Matter {
    const Covenant& covenant;
    std::vector<Signing> units;
    Page page;
    bool second = false;  ///< the signatories' own pages
    bool beside = false;  ///< the signatories stand with the pledges

    std::size_t count(SignatoryState state) const {
        const auto is = [state](const Signing& unit) { return unit.state == state; };
        return static_cast<std::size_t>(std::ranges::count_if(units, is));
    }
};

Matter matter_of(const ScreenInput& input) {
    Matter matter{input.conference.covenant, {}, {}, input.step.part == ListPart::second};
    for (const Signatory& signatory : matter.covenant.signatories) {
        if (signatory.member >= input.conference.members.size()) continue;
        const SignatoryState state = input.step.revealed > 0 ? SignatoryState::signed_ : signatory.state;
        matter.units.push_back({input.conference.members[signatory.member].name, state});
    }
    matter.beside = !matter.second && signatories_beside(input.conference) && !matter.units.empty();
    const std::size_t items = matter.second ? matter.units.size() : matter.covenant.pledges.size();
    matter.page = page_within(input.step.page, items);
    return matter;
}

std::string foot_text(const Matter& matter, bool signing_too) {
    const std::size_t done = matter.count(SignatoryState::signed_);
    const std::size_t at_it = signing_too ? matter.count(SignatoryState::signing) : 0;
    // A feed may name only some of the members, so "all" is never a number.
    if (done > 0 && done == matter.units.size()) return "Các đơn vị đã ký giao ước thi đua";
    const std::string counted =
        done == 0 ? "" : std::to_string(done) + "/" + std::to_string(matter.units.size()) + " đơn vị đã ký";
    return joined(counted, " • ", at_it == 0 ? "" : std::to_string(at_it) + " đơn vị đang ký");
}

float foot_room(Canvas& canvas, const Box& area) {
    const TextBlock line = canvas.fit("đã ký", foot_style, area.w);
    return line.height() + line.ink_below() + canvas.unit(foot_gap);
}

Box below(const Box& area, const Head& head, float above_foot, const Canvas& canvas) {
    const float taken = head.height + canvas.unit(rule_gap);
    return {area.x, area.y + taken, area.w, area.h - taken - above_foot};
}

Body both_in(Canvas& canvas, const Box& area, const Matter& matter, const Head& head, const Plan& plan) {
    const Box room = below(area, head, foot_room(canvas, area), canvas);
    Box left = room;
    Box right = room;
    if (canvas.portrait()) {
        right.h = room.h * plan.share;
        right.y = room.bottom() - right.h;
        left.h = room.h - right.h - canvas.unit(parts_gap);
    } else {
        right.w = room.w * plan.share;
        right.x = room.right() - right.w;
        left.w = room.w - right.w - canvas.unit(parts_gap);
    }
    Body body{head, {}, signatories_in(canvas, right, matter.units, plan.unit)};
    if (body.fits()) body.pledges = pledges_in(canvas, left, matter.covenant.pledges, matter.page, plan.pledge);
    return body;
}

Body units_in(Canvas& canvas, const Box& area, const Matter& matter, const Head& head, float foot,
              const SignatoryDensity& density) {
    const Box room = below(area, head, foot, canvas);
    if (!matter.second) return {head, {}, signatories_in(canvas, room, matter.units, density)};
    const auto first = matter.units.begin() + static_cast<std::ptrdiff_t>(matter.page.first);
    const auto last = first + static_cast<std::ptrdiff_t>(matter.page.count);
    return {head, {}, signatories_in(canvas, room, {first, last}, density)};
}

Body pledges_only(Canvas& canvas, const Box& area, const Matter& matter, const Head& head,
                  const PledgeDensity& density) {
    return {head, pledges_in(canvas, below(area, head, 0, canvas), matter.covenant.pledges, matter.page, density), {}};
}

/// The first arrangement that fits under one of the heads, else the last.
template <class Densities, class Make>
Body first_fitting(const std::vector<Head>& heads, const Densities& densities, const Make& make) {
    Body body;
    for (const auto& density : densities) {
        for (const Head& head : heads) {
            body = make(head, density);
            if (body.fits()) return body;
        }
    }
    return body;
}

TextBlock page_mark_of(Canvas& canvas, const Box& area, const Matter& matter) {
    const TextStyle style{.type = Type::meta, .ink = Ink::secondary, .align = Align::right};
    return canvas.fit(page_mark(matter.page), style, area.w);
}

Body compose(Canvas& canvas, const Box& area, const Matter& matter) {
    const TextBlock mark = page_mark_of(canvas, area, matter);
    const float beside_mark = mark.empty() ? 0 : mark.width + canvas.unit(mark_gap);
    const std::vector<Head> heads = heads_of(canvas, matter.covenant.title, area.w - 2 * beside_mark);
    if (matter.beside) {
        Body body = first_fitting(heads, plans, [&](const Head& head, const Plan& plan) {
            return both_in(canvas, area, matter, head, plan);
        });
        if (body.fits()) return body;
    }
    // Where both have no room, the pledges are read first and give way to the units when those begin to sign.
    const bool started = matter.count(SignatoryState::waiting) < matter.units.size();
    if (matter.second || (matter.beside && started)) {
        const bool few = matter.units.size() <= one_column || canvas.portrait();
        std::vector<SignatoryDensity> densities;
        std::ranges::copy_if(unit_densities, std::back_inserter(densities),
                             [&](const SignatoryDensity& density) { return density.columns == 1 || !few; });
        const auto above = [&](float foot) {
            return first_fitting(heads, densities, [&](const Head& head, const SignatoryDensity& density) {
                return units_in(canvas, area, matter, head, foot, density);
            });
        };
        Body body = above(foot_room(canvas, area));
        if (body.fits()) return body;
        // The names come first; the ticks tell the same as the sum.
        body = above(0);
        body.with_sum = false;
        return body;
    }
    return first_fitting(heads, pledge_densities, [&](const Head& head, const PledgeDensity& density) {
        return pledges_only(canvas, area, matter, head, density);
    });
}

void draw_foot(Canvas& canvas, const Box& area, const Matter& matter, const Body& body) {
    if (!body.units || !body.with_sum) return;
    const TextBlock line = canvas.fit(foot_text(matter, body.units->words == StateWords::summed), foot_style, area.w);
    canvas.put(line, area.centre_x(), area.bottom() - line.ink_below());
}

void draw_title_only(Canvas& canvas, const Box& area, const std::string& title) {
    Stack stack(canvas);
    stack.text(label_text, label_style, 2, 0);
    if (!title.empty()) stack.emblem(canvas.unit(emblem_radius), canvas.unit(title_gap));
    stack.text(title, title_style(title), 4, canvas.unit(title_gap));
    stack.draw(area);
}

}  // namespace

void draw_covenant(Canvas& canvas, const ScreenInput& input) {
    canvas.backdrop(Ornament::centre);
    canvas.frame();
    Box area = safe_area(canvas);
    area.y += canvas.unit(margin_top);
    area.h -= canvas.unit(margin_top + margin_bottom);
    const Matter matter = matter_of(input);
    if (matter.page.count == 0) return draw_title_only(canvas, area, matter.covenant.title);

    const Body body = compose(canvas, area, matter);
    // Who signs stands there already when all have signed; only the ticks are new.
    const bool lit = input.step.revealed > 0;
    const Canvas::Fade fade = lit ? Canvas::Fade(canvas, 1) : entrance(canvas, Seconds{0});
    body.head.text.put(canvas, area.centre_x(), area.y + body.head.above);
    const float half = std::min(canvas.unit(half_rule), area.w / 2);
    canvas.ornament_rule(area.centre_x(), area.y + body.head.height, half);
    const TextBlock mark = page_mark_of(canvas, area, matter);
    canvas.put(mark, area.right(), area.y + std::max(mark.ink_above() + mark.cap_height, canvas.unit(mark_baseline)));
    if (body.pledges) draw_pledges(canvas, *body.pledges);
    if (body.units) draw_signatories(canvas, *body.units, lit ? Arrival::marks : Arrival::rows);
    draw_foot(canvas, area, matter, body);
}

}  // namespace hall
