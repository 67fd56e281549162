#pragma once
/// Sizes and places: what every text on a page must satisfy whatever it says (look.md 1.3, L1-L6).
#include "draw/canvas.h"
#include "proof/feed_texts.h"
#include "proof/finding.h"

namespace hall {

/// Pure. `wall` is what the page was drawn for; nobody is asked to shorten what `feed` does not say.
///     fit  a text found no room at the smallest size allowed; exempt on walls narrower than 16:9 where it breaks
///          nothing else
///     L1   capitals at least as high as its tier asks for at the wall's viewing distance
///     L2   nothing under 2.8 % of the type base, nor under the wall's least em in pixels
///     L3   what must be read: tone marks thick enough to be told apart
///     L4   ink inside the safe area
///     L5   ink inside its place; no two texts touch
///     ticker  (W) notices that the page leaves no room for
///     left-out  (W) texts of the feed that belong on the page and have no room there
///     covered   (W) texts of the feed that an urgent notice hides
///     L6   0.06 em of air between the ink of two lines
Findings layout_findings(const PageRecord& record, const Viewport& wall, const FeedTexts& feed);

}  // namespace hall
