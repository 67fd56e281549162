#pragma once
/// How light pixels are: the same as relative_luminance, by a table.
#include <array>
#include <cstdint>

#include "draw/colour.h"

namespace hall {

class LinearLight {
public:
    LinearLight() {
        for (std::size_t value = 0; value < table_.size(); ++value) {
            const auto grey = static_cast<std::uint8_t>(value);
            table_[value] = static_cast<float>(relative_luminance({grey, grey, grey, 255}));
        }
    }

    /// Of one sRGB byte, 0-1.
    float of(std::uint8_t value) const { return table_[value]; }
    /// WCAG relative luminance of the pixel at `rgb`, 0-1.
    float luminance(const std::uint8_t* rgb) const {
        return 0.2126F * table_[rgb[0]] + 0.7152F * table_[rgb[1]] + 0.0722F * table_[rgb[2]];
    }

private:
    std::array<float, 256> table_{};
};

}  // namespace hall
