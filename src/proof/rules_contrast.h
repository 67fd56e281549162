#pragma once
/// Whether texts and signs stand out from what is behind them (look.md 1.3, C1-C3, C5).
#include "base/image.h"
#include "conference/conference.h"
#include "draw/canvas.h"
#include "draw/theme.h"
#include "proof/finding.h"

namespace hall {

/// Pure. `ground` is the page's pixels without its texts. WCAG ratio of each text against the pixels of its ink box:
/// the lightest 2 % are left out behind light text, the darkest 2 % behind dark text.
///     C1  plain text 7, incidental text 4.5; over a photo as well (C5)
///     C2  gold text 4.5 at its faintest stop and 7 on average
Findings contrast_findings(const PageRecord& record, const Image& ground, const Theme& theme);

/// C1: a branding's accent that is not legible on the theme (7) is shown lighter or darker than the organiser's own.
/// (W)
Findings accent_findings(const Branding& branding, const Theme& theme);

/// C3: what tells by its colour where the eye shall go (bars, chips, progress) has 3 against what it stands on.
Findings sign_findings(const Theme& theme);

}  // namespace hall
