#pragma once
/// Texts one under the other inside a row or card: measured first, then put where there is room. Lengths in pixels.
#include <cstddef>
#include <vector>

#include "draw/canvas.h"

namespace hall {

/// Tries each of `densities` (from roomy to dense) until one is whole; else the first that is only torn; else the last.
template <class Densities, class Attempt>
void take_best(const Densities& densities, Attempt attempt) {
    for (const Fit wanted : {Fit::whole, Fit::torn})
        for (const auto& density : densities)
            if (attempt(density) >= wanted) return;
}

/// Lives for one picture. Thread: render thread.
class TextColumn {
public:
    /// `gap` is from the baseline above to this cap top; empty blocks take no room.
    TextColumn& add(TextBlock block, float gap);
    /// From the first cap top to the last baseline.
    float height() const;
    /// With the marks above and the descenders below.
    float ink_height() const;
    /// False where a text needs more lines or width than it was given.
    bool fits() const;
    /// Of the text that finds it worst.
    Fit fit() const;
    bool empty() const { return parts_.empty(); }
    /// `x` is the left end, centre or right end by each text's own align.
    void put(Canvas& canvas, float x, float cap_top) const;
    /// Centred by ink on `centre_y`, so that marks and descenders keep equal distances.
    void put_centred(Canvas& canvas, float x, float centre_y) const;

private:
    struct Part {
        TextBlock block;
        float gap = 0;
    };
    std::vector<Part> parts_;
};

/// Places row by row from the top left, each row as high as its highest text asks plus a share of what is left.
struct Cells {
    std::vector<Box> boxes;
    bool fit = true;  ///< false: the texts ask for more height than there is; the rows then run over the area
};

struct CellLimits {
    std::size_t columns = 1;
    float gap_x = 0;
    float gap_y = 0;
    float tallest = 0;  ///< no row grows beyond it, unless its text asks for more

    float cell_width(const Box& area) const;
};
/// `heights`: what each place needs, padding included.
Cells cells_in(const Box& area, const std::vector<float>& heights, const CellLimits& limits);

/// What enters after `delay`: faded in and risen by a little. Keep it alive while drawing.
Canvas::Fade entrance(Canvas& canvas, Seconds delay);
/// The delay of item `index` of `count`: 70 ms apart, the whole within 420 ms.
Seconds staggered(std::size_t index, std::size_t count);

}  // namespace hall
