#pragma once
/// A report as a Prometheus text file, for node_exporter's textfile collector.
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "show/state.h"
#include "status/report.h"

namespace hall {

std::string report_as_metrics(const StatusReport& report, Now now);
/// Replaced whole and readable by everyone. The folder must exist: it is the collector's.
Status write_metrics(const Path& file, const StatusReport& report, Now now);

}  // namespace hall
