#pragma once
/// `hoitruong check`: what is wrong in a feed and on its pages, in plain words.
#include <string>

#include "base/issue.h"
#include "base/sentence.h"
#include "proof/page_maker.h"

namespace hall {

/// Lays out every page and reports what a hall could not read: text that does not fit, text outside the safe area,
/// texts that touch, characters no font has. Places are "step 14 (award-reveal)".
Result<Issues> check_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                           const PageSettings& settings);

/// One paragraph an issue, errors first, and a closing line that counts them.
std::string issues_as_text(const Issues& issues, Language language);
/// {"issues": [{"severity", "code", "place", "vi", "en"}]}
std::string issues_as_json(const Issues& issues);

}  // namespace hall
