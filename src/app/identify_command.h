#pragma once
/// `hoitruong identify`: every display says which one it is.
#include "app/options.h"
#include "draw/fonts.h"

namespace hall {

Exit run_identify(const Options& options, const Fonts& fonts);

}  // namespace hall
