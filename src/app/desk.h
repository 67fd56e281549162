#pragma once
/// The commands of the secretary's desk: what is done days before, with nothing on a screen.
#include "app/options.h"

namespace hall {

/// Writes a feed to fill in; a file that is there already is never written over.
Exit run_template(const Options& options);
/// Lists the recipients whose names the decision's text has otherwise.
Exit run_compare(const Options& options, const Path& cache);

}  // namespace hall
