#pragma once
/// What the texts on a page say (look.md 1.3, L7-L9, D1, D2).
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "proof/feed_texts.h"
#include "proof/finding.h"

namespace hall {

/// Pure.
///     L7  (W) capitals on at most two lines of 28 characters; what the product says, on lines of 42 and eight
///         syllables where it must be read
///     L8  (W) what the product says, at most 20 syllables; pages count their items in rules_pace.h
///     L9  (W) what the product says: no syllable alone on a line, no line under 0.45 of another, no hyphens
///     D1  every character is in some font
///     D2  NFC, no loose tone marks, no lost characters
Findings text_findings(const PageRecord& record, const Fonts& fonts, const FeedTexts& feed);

}  // namespace hall
