#include "draw/text_layout.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/text.h"
#include "draw/fonts.h"
#include "draw/line_break.h"

namespace hall {
namespace {

constexpr float shrink_step = 0.96F;
constexpr float much_better = 20;           ///< cost worth a smaller size
constexpr float capitals_tracking = 0.02F;  ///< em: capitals set solid look tight

/// One text on its way to a block; widths in em until the size is known.
class Setting {
public:
    Setting(const Fonts& fonts, std::string_view text, const TextStyle& style, const LayoutLimits& limits)
        : fonts_(fonts), style_(style), limits_(limits), spec_(spec_of(style.type)) {
        std::string composed = to_nfc(text);
        if (style.capitals == Capitals::upper) composed = to_upper(composed);
        tracking_ = spec_.tracking + style.tracking;
        if (tracking_ == 0 && style.capitals == Capitals::upper) tracking_ = capitals_tracking;
        syllables_ = syllables_of(composed, style.words, fonts.phrases());
        for (const Syllable& syllable : syllables_) measure_.widths.push_back(shape(syllable.text).advance);
        measure_.space = shape(" ").advance;
        measure_.trailing = tracking_;
    }

    TextBlock block() {
        TextBlock block;
        block.style = style_;
        block.slot_width = limits_.width;
        if (syllables_.empty() || limits_.width <= 0 || limits_.percent <= 0) {
            block.fits = syllables_.empty();
            return block;
        }
        const std::vector<float> sizes = sizes_to_try();
        const auto lines = static_cast<std::size_t>(std::max(limits_.lines, 1));
        block.fits = find_largest(sizes, lines) || find_least_harm(sizes, lines);
        if (!block.fits) {
            const std::vector smallest{sizes.back()};
            if (!find_largest(smallest, syllables_.size())) find_any(sizes.back());
        }
        set(block);
        block.torn =
            std::ranges::any_of(starts_, [&](std::size_t start) { return syllables_[start - 1].turn == Turn::held; });
        return block;
    }

private:
    const ShapedText& shape(std::string_view text) const { return fonts_.shape(text, spec_.face, tracking_); }

    /// Pixels, from the wanted size to the smallest allowed. Never under what the distance asks for, so a far last row
    /// enlarges small types.
    std::vector<float> sizes_to_try() const {
        const float tier = least_em(spec_.face, spec_.tier, limits_.distance);
        const float least = std::max(std::max(tier, spec_.em * limits_.smallest) * limits_.percent, limits_.least_em);
        float size = std::max(spec_.em * limits_.largest * limits_.percent, least);
        std::vector<float> sizes;
        for (; size > least; size *= shrink_step) sizes.push_back(size);
        sizes.push_back(least);
        return sizes;
    }

    std::optional<Breaks> breaks(float size, std::size_t lines, Strictness strictness) {
        measure_.width = limits_.width / size;
        return break_lines(syllables_, measure_, lines, strictness, style_.align);
    }

    bool find_largest(const std::vector<float>& sizes, std::size_t lines) {
        return std::ranges::any_of(sizes,
                                   [&](float size) { return take(breaks(size, lines, Strictness::strict), size); });
    }

    /// Where something must be torn apart: the size at which the least is.
    bool find_least_harm(const std::vector<float>& sizes, std::size_t lines) {
        float least = std::numeric_limits<float>::infinity();
        for (const float size : sizes) {
            auto found = breaks(size, lines, Strictness::relaxed);
            if (!found || found->cost + much_better >= least) continue;
            least = found->cost;
            take(std::move(found), size);
        }
        return least < std::numeric_limits<float>::infinity();
    }

    void find_any(float size) { take(breaks(size, syllables_.size(), Strictness::overflow), size); }

    bool take(std::optional<Breaks> found, float size) {
        if (!found) return false;
        starts_ = std::move(found->starts);
        em_ = size;
        return true;
    }

    void set(TextBlock& block) const {
        block.em = em_;
        block.cap_height = fonts_.metrics(spec_.face).cap_height * em_;
        block.advance = spec_.line_advance * em_;
        std::size_t from = 0;
        for (std::size_t line = 0; line <= starts_.size(); ++line) {
            const std::size_t to = line < starts_.size() ? starts_[line] : syllables_.size();
            block.lines.push_back(line_of(from, to));
            block.width = std::max(block.width, block.lines.back().width);
            from = to;
        }
    }

    TextLine line_of(std::size_t from, std::size_t to) const {
        TextLine line;
        float pen = 0;
        float left = 0, top = 0, right = 0, bottom = 0;
        for (std::size_t at = from; at < to; ++at) {
            if (at > from) {
                line.text += ' ';
                pen += measure_.space * em_;
            }
            line.text += syllables_[at].text;
            const ShapedText& shaped = shape(syllables_[at].text);
            for (const ShapedGlyph& glyph : shaped.glyphs)
                line.glyphs.push_back(
                    {glyph.face, glyph.glyph, pen + glyph.x * em_, glyph.y * em_, static_cast<int>(at)});
            if (shaped.ink.w > 0) {
                const bool first = right <= left;
                const float ink_left = pen + shaped.ink.x * em_;
                left = first ? ink_left : std::min(left, ink_left);
                top = first ? shaped.ink.y * em_ : std::min(top, shaped.ink.y * em_);
                right = std::max(right, pen + shaped.ink.right() * em_);
                bottom = first ? shaped.ink.bottom() * em_ : std::max(bottom, shaped.ink.bottom() * em_);
            }
            pen += shaped.advance * em_;
        }
        line.width = pen - tracking_ * em_;
        line.ink = {left, top, right - left, bottom - top};
        return line;
    }

    const Fonts& fonts_;
    TextStyle style_;
    LayoutLimits limits_;
    TypeSpec spec_;
    float tracking_ = 0;
    std::vector<Syllable> syllables_;
    Measure measure_;
    std::vector<std::size_t> starts_;
    float em_ = 0;  ///< pixels
};

}  // namespace

float TextBlock::height() const {
    return lines.empty() ? 0 : cap_height + advance * static_cast<float>(lines.size() - 1);
}

float TextBlock::ink_above() const { return lines.empty() ? 0 : std::max(0.0F, -lines.front().ink.y - cap_height); }

float TextBlock::ink_below() const { return lines.empty() ? 0 : std::max(0.0F, lines.back().ink.bottom()); }

TextBlock lay_out(const Fonts& fonts, std::string_view text, const TextStyle& style, const LayoutLimits& limits) {
    return Setting(fonts, text, style, limits).block();
}

}  // namespace hall
