#pragma once
/// The report on disk, where `hoitruong status` finds it from another process: JSON, replaced whole.
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "status/report.h"

namespace hall {

/// In the runtime folder of the show.
Path report_file(const Path& folder);

std::string report_as_json(const StatusReport& report);
/// Nothing where it is not a report.
std::optional<StatusReport> report_from_json(const std::string& text);

/// Readable by everyone: monitors run as another user. The folder is created when absent.
Status write_report(const Path& file, const StatusReport& report);
std::optional<StatusReport> read_report(const Path& file);

struct FoundReport {
    StatusReport report;
    bool running = false;  ///< its process is there; else it ended without a word
};
/// Of the shows that left a report in these folders: one that runs, else the newest.
std::optional<FoundReport> find_report(const std::vector<Path>& folders);

/// The process number of another show that runs and has its report in `file`.
std::optional<int> another_show_in(const Path& file);

/// This process as a report names it, `restarts` reckoned from what an earlier one left in `file`.
ProcessReport own_process(const Path& file, Instant now);

}  // namespace hall
