#include "screens/stack.h"

#include <algorithm>
#include <utility>

namespace hall {
namespace {

constexpr float tight_gaps = 0.7F;     ///< of the wanted gaps, before texts begin to shrink
constexpr float smallest_gaps = 0.3F;  ///< when texts can shrink no more
constexpr float smallest_text = 0.5F;  ///< the tier's minimum stops earlier
constexpr float text_step = 0.04F;     ///< as in the fit policy (look.md 1.3)
constexpr float clearance = 0.14F;     ///< em between the ink of one text and the next
constexpr float rise = 2;              ///< percent an entering item rises
constexpr Seconds entrance{0.42};
constexpr Seconds whole_stagger{0.42};  ///< from the first item to the last: all are readable 0.8 s after NEXT (M1)

float above(const TextBlock& block) { return block.empty() ? 0 : std::max(0.F, block.ink_above()); }
float below(const TextBlock& block) { return block.empty() ? 0 : std::max(0.F, block.ink_below()); }

float anchor(const Box& box, Align align) {
    switch (align) {
        case Align::left: return box.x;
        case Align::centre: return box.centre_x();
        case Align::right: return box.right();
    }
    return box.x;
}

}  // namespace

Stack& Stack::text(std::string_view text, const TextStyle& style, int lines, float gap, float largest) {
    if (!text.empty()) {
        Item item;
        item.text = text;
        item.style = style;
        item.lines = lines;
        item.gap = gap;
        item.largest = largest;
        items_.push_back(std::move(item));
    }
    return *this;
}

Stack& Stack::object(float height, float gap, std::function<void(const Box&)> draw) {
    Item item;
    item.gap = gap;
    item.height = height;
    item.draw = std::move(draw);
    items_.push_back(std::move(item));
    return *this;
}

Stack& Stack::emblem(float radius, float gap) {
    object(2 * radius, gap, [this](const Box& box) { canvas_.drum(box.centre_x(), box.centre_y(), box.h / 2, 1); });
    items_.back().emblem = radius;
    return *this;
}

Stack& Stack::ornament(float half_width, float gap) {
    object(0, gap, [this, half_width](const Box& box) { canvas_.ornament_rule(box.centre_x(), box.y, half_width); });
    items_.back().spare = true;
    return *this;
}

void Stack::measure(float width, float scale) {
    for (Item& item : items_) {
        if (item.emblem > 0) item.height = 2 * item.emblem * scale;
        if (item.draw) continue;
        item.block = canvas_.fit(item.text, item.style, width, item.lines, item.largest * scale);
        // An upright wall has the height for another line, and not the width for a long name.
        for (int lines = item.lines + 1; item.block.torn && canvas_.portrait() && lines <= item.lines + 2; ++lines)
            item.block = canvas_.fit(item.text, item.style, width, lines, item.largest * scale);
        item.height = item.block.height();
    }
}

float Stack::gap_before(std::size_t index, float scale) const {
    const Item& item = items_[index];
    if (index == 0) return above(item.block);
    const TextBlock& previous = items_[index - 1].block;
    const float least = below(previous) + above(item.block) + clearance * std::max(previous.em, item.block.em);
    return std::max(item.gap * scale, least);
}

float Stack::height(float gap_scale) const {
    float sum = below(items_.back().block);
    for (std::size_t index = 0; index < items_.size(); ++index) {
        sum += gap_before(index, gap_scale) + items_[index].height;
    }
    return sum;
}

void Stack::shrink_into(const Box& box) {
    for (float scale = 1; scale > smallest_text; scale -= text_step) {
        measure(box.w, scale);
        if (height(tight_gaps) <= box.h) break;
    }
}

void Stack::draw(const Box& box, Settle settle, Seconds delay, Seconds stagger) {
    if (items_.empty()) return;
    shrink_into(box);
    if (height(tight_gaps) > box.h) {
        std::erase_if(items_, [](const Item& item) { return item.spare; });
        shrink_into(box);
    }
    float gaps = 1;
    while (gaps > smallest_gaps && height(gaps) > box.h) gaps -= text_step;
    stagger = std::min(stagger, whole_stagger / static_cast<double>(std::max<std::size_t>(items_.size(), 2) - 1));
    float y = box.y;
    if (settle == Settle::centre) y += std::max(0.F, (box.h - height(gaps)) / 2);
    for (std::size_t index = 0; index < items_.size(); ++index) {
        const Item& item = items_[index];
        y += gap_before(index, gaps);
        const float shown = canvas_.enter(delay + stagger * static_cast<double>(index), entrance);
        {
            const Canvas::Fade fade(canvas_, shown, canvas_.unit(rise) * (1 - shown));
            if (item.draw) {
                item.draw({box.x, y, box.w, item.height});
            } else {
                canvas_.put(item.block, anchor(box, item.style.align), y + item.block.cap_height);
            }
        }
        y += item.height;
    }
}

}  // namespace hall
