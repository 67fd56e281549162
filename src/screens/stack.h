#pragma once
/// Blocks one under the other, measured first and then centred in a box, so that one line and four lines both look
/// intended and nothing ever overlaps.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/canvas.h"

namespace hall {

enum class Settle { top, centre };

/// Lengths in pixels. Lives for one picture. Thread: render thread.
class Stack {
public:
    explicit Stack(Canvas& canvas) : canvas_(canvas) {}

    /// `gap` is from the last baseline (or edge) above to this cap top; it shrinks before texts do, texts shrink before
    /// anything overlaps. Empty text takes no room. `largest` as in Canvas::fit.
    Stack& text(std::string_view text, const TextStyle& style, int lines, float gap, float largest = 1);
    /// Anything else of a fixed height, drawn by `draw` into the box of the stack's full width.
    Stack& object(float height, float gap, std::function<void(const Box&)> draw);
    /// The drum; it shrinks with the texts.
    Stack& emblem(float radius, float gap);
    /// Fading lines with a diamond, `half_width` to either side of the centre; left out where room is short.
    Stack& ornament(float half_width, float gap);

    /// Enters item by item, each `stagger` after the one above. Text stands left, centred or right in `box` by its
    /// style.
    void draw(const Box& box, Settle settle = Settle::centre, Seconds delay = Seconds{0},
              Seconds stagger = Seconds{0.07});

private:
    struct Item {
        std::string text;
        TextStyle style;
        int lines = 1;
        float gap = 0;
        float largest = 1;
        float height = 0;
        float emblem = 0;    ///< radius, where it is one
        bool spare = false;  ///< goes first where there is no room
        std::function<void(const Box&)> draw;
        TextBlock block;
    };
    void shrink_into(const Box& box);
    void measure(float width, float scale);
    float gap_before(std::size_t index, float scale) const;
    float height(float gap_scale) const;

    Canvas& canvas_;
    std::vector<Item> items_;
};

}  // namespace hall
