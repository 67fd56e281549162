#pragma once
/// Patterns that disturb sensitive viewers (look.md 1.3, F4).
#include <vector>

#include "base/image.h"
#include "draw/canvas.h"
#include "proof/finding.h"

namespace hall {

/// Pure. `ground` is a page without its texts. F4: more than five pairs of light and dark stripes of like width, over a
/// quarter of the picture or more, differ by less than 0.03 of luminance; level ones, as many as a list has rows, are
/// exempt. (That rays turn at most 3 degrees a second has nothing to be held against: no page has rays.)
/// What stands in `pictures` (pixels) is a photograph and not a pattern of ours.
Findings stripe_findings(const Image& ground, const std::vector<Box>& pictures = {});

}  // namespace hall
