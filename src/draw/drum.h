#pragma once
/// The face of a Dong Son bronze drum: a fourteen-ray star in rings of fine ornament. Pure, any thread.
#include <cstdint>
#include <vector>

#include "base/image.h"
#include "draw/theme.h"

namespace hall {

/// One quarter of the face; the other three are its mirror images.
class DrumFace {
public:
    explicit DrumFace(float radius);  ///< pixels
    /// Pixels from the centre to the edge.
    int reach() const { return reach_; }
    /// 0-255; column and row count from the centre outwards, 0 to reach() - 1.
    std::uint8_t covers(int column, int row) const {
        return quarter_[static_cast<std::size_t>(row) * static_cast<std::size_t>(reach_) +
                        static_cast<std::size_t>(column)];
    }
    /// A row from the centre outwards, reach() long.
    const std::uint8_t* row(int row) const {
        return &quarter_[static_cast<std::size_t>(row) * static_cast<std::size_t>(reach_)];
    }

private:
    int reach_;
    std::vector<std::uint8_t> quarter_;
};

/// The emblem in the theme's gold, 2 * reach wide and high.
Image paint_drum(const Theme& theme, float radius);

}  // namespace hall
