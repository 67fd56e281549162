#pragma once
/// A report for people: lines on a terminal, and JSON with the verdict in it.
#include <string>
#include <vector>

#include "base/sentence.h"
#include "show/state.h"
#include "status/report.h"

namespace hall {

std::string report_as_text(const StatusReport& report, const std::vector<Sentence>& wrong, Now now, Language language);
/// The file's own JSON with `running`, `healthy` and `problems`.
std::string verdict_as_json(const StatusReport& report, const std::vector<Sentence>& wrong);
/// Where no show runs: `running`, `healthy` and `problems` alone.
std::string absence_as_json(const std::vector<Sentence>& why);

/// "3 d 4 h", "12 min", "5 s".
std::string length_in_words(Milliseconds duration, Language language);

}  // namespace hall
