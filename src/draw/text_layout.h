#pragma once
/// Text laid out for a hall: shaped by HarfBuzz, broken by Vietnamese rules, never cut, never abbreviated.
#include <string>
#include <string_view>
#include <vector>

#include "draw/theme.h"
#include "draw/type_scale.h"

namespace hall {

class Fonts;

enum class Finish { plain, gold /* gradient from cap top to baseline, with a soft dark edge */ };
enum class Capitals { as_written, upper };
enum class Align { left, centre, right };
/// What the words are, for the break rules (look.md 3.6): a name of a person is never split at all if it can be
/// helped, and never between honorific and name.
enum class Words { prose, person, organisation };

struct TextStyle {
    Type type = Type::body;
    Ink ink = Ink::primary;
    Finish finish = Finish::plain;
    Capitals capitals = Capitals::as_written;
    Align align = Align::left;
    Words words = Words::prose;
    float tracking = 0;  ///< em, on top of the type's own
};

struct PlacedGlyph {
    Face face;
    unsigned glyph = 0;  ///< glyph index in the face
    float x = 0;         ///< pixels from the line's left end
    float y = 0;         ///< pixels, up is negative, from the baseline
    int token = 0;       ///< which syllable of the block it belongs to, for staggered entrances
};

struct Box {
    float x = 0, y = 0, w = 0, h = 0;  ///< pixels; y grows downwards

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float centre_x() const { return x + w / 2; }
    float centre_y() const { return y + h / 2; }
    bool meets(const Box& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Box inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    bool operator==(const Box&) const = default;
};

struct TextLine {
    std::string text;
    std::vector<PlacedGlyph> glyphs;
    float width = 0;  ///< pixels, advance without trailing tracking
    Box ink;          ///< relative to the line's left end and baseline
};

/// How well a text finds room, from worst to best.
enum class Fit { none, torn /* a name or a kept phrase is split over two lines */, whole };

/// A laid-out text. Sizes in pixels. Owns everything; cheap to keep for a frame.
struct TextBlock {
    TextStyle style;
    std::vector<TextLine> lines;
    float em = 0;
    float cap_height = 0;
    float advance = 0;  ///< baseline to baseline
    float width = 0;    ///< of the widest line
    float slot_width = 0;
    bool fits = true;   ///< false: even at the tier's smallest size it needs more lines or width than allowed
    bool torn = false;  ///< a name, a number with its unit or a kept phrase goes over to the next line

    bool empty() const { return lines.empty(); }
    Fit fit() const { return !fits ? Fit::none : torn ? Fit::torn : Fit::whole; }
    /// From the first line's cap top to the last baseline.
    float height() const;
    /// From the highest ink of the first line to the lowest ink of the last (marks and descenders included).
    float ink_above() const;  ///< ink above the first line's cap top
    float ink_below() const;  ///< ink below the last baseline
};

struct LayoutLimits {
    float width = 0;        ///< pixels
    int lines = 1;          ///< at most
    float percent = 10.8F;  ///< pixels per percent of the picture's height (the type base)
    float distance = 6;     ///< k
    float least_em = 0;     ///< pixels
    float largest = 1;      ///< factor on the type's size, > 1 only where a screen has room to spare
    float smallest = 0;     ///< factor floor chosen by the screen; the tier's minimum holds anyway
};

/// As is -> rewrapped and balanced -> shrunk in 4 % steps to the tier's minimum -> `fits` = false (the block then
/// takes the lines it needs at the smallest size). Line feeds and no-break spaces in the text always win.
/// Deterministic for equal fonts. Thread: render thread.
TextBlock lay_out(const Fonts& fonts, std::string_view text, const TextStyle& style, const LayoutLimits& limits);

}  // namespace hall
