#pragma once
/// Photographs in the feed that no page has room for.
#include "conference/conference.h"
#include "proof/finding.h"
#include "show/step.h"

namespace hall {

/// left-out (W): a photo of somebody in a row on stage, or of who leads a unit and is shown nowhere else; those pages
/// show names only. Pure.
Findings photo_findings(const Step& step, const Conference& conference);

}  // namespace hall
