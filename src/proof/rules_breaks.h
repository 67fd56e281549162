#pragma once
/// Where the lines of a page turn (look.md 1.3, L10).
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "proof/feed_texts.h"
#include "proof/finding.h"

namespace hall {

/// Pure but for the fonts' memory of what was shaped. L10: a name, an honorific with its name, a number with its unit
/// and kept phrases are not split, unless they are longer than the line or the feed itself turns there; a kept phrase
/// that is no name and no number is exempt, since screens may prefer it split to one line more.
Findings break_findings(const PageRecord& record, const Viewport& wall, const Fonts& fonts, const FeedTexts& feed);

}  // namespace hall
