#pragma once
/// The result of `check` for people and for programs.
#include <string>

#include "base/issue.h"
#include "base/sentence.h"

namespace hall {

/// What `check` found. `exempt`: rules that a page breaks and need not be mended, each with its reason.
struct CheckReport {
    Issues issues;
    Issues exempt;
};

/// One paragraph an issue, errors first, then what is exempt, and a closing line that counts.
std::string report_as_text(const CheckReport& report, Language language);
/// {"issues": [{"severity", "code", "place", "vi", "en"}], "exempt": [the same]}
std::string report_as_json(const CheckReport& report);

}  // namespace hall
