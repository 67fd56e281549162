#pragma once
/// What moves: flashes and the time an entrance takes (look.md 1.3, F1-F3, M1).
#include <array>
#include <cstddef>
#include <vector>

#include "base/image.h"
#include "base/time.h"
#include "draw/canvas.h"
#include "proof/finding.h"

namespace hall {

/// The light of one frame in each sixteenth of the picture.
struct FrameLight {
    static constexpr std::size_t columns = 4, rows = 4;

    Seconds at{0};                                  ///< since NEXT
    std::array<float, columns * rows> luminance{};  ///< WCAG relative luminance, mean
    std::array<float, columns * rows> redness{};    ///< R / (R + G + B) of the mean in linear light
};
FrameLight light_of(const Image& frame, Seconds at);

/// Pure. In any second of the frames and any sixteenth of the picture:
///     F1  at most one pair of opposing changes of 0.10 of luminance whose darker state is under 0.80
///     F2  the same from 0.05 on where a state is saturated red
Findings flash_findings(const std::vector<FrameLight>& frames);

/// F3, of what goes on for as long as the page stands: no change over 0.05, and no more than one cycle in two seconds.
Findings loop_findings(const std::vector<FrameLight>& frames);

/// How long after NEXT everything must be readable, and the entrance over.
inline constexpr Seconds readable_after{0.8};
inline constexpr Seconds at_rest_after{1.8};
/// M1. `soon` and `late` are the page at these two moments, `settled` as it stays. `slow`: why its texts may take
/// longer.
Findings entrance_findings(const PageRecord& soon, const PageRecord& late, const PageRecord& settled,
                           Exempt slow = Exempt::none);

}  // namespace hall
