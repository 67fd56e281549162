#pragma once
/// How long things stay and how many stand together (look.md 1.3, L8, P1, P4, P6).
#include "conference/conference.h"
#include "proof/finding.h"
#include "show/paging.h"
#include "show/step.h"

namespace hall {

/// Pure.
///     L8  (W) at most eight items on a page, five tasks
///     P1  a page that ends by time stays as long as it takes to read
///     P4  a page of an award that is held never ends by time
Findings step_findings(const Step& step, const Conference& conference);

/// P6: a notice that ends stays as long as it takes to read.
Findings notice_findings(const Notice& notice);

}  // namespace hall
