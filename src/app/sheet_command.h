#pragma once
/// `hoitruong sheet`: papers from the same rundown as the wall.
#include "app/options.h"
#include "draw/fonts.h"
#include "platform/paths.h"

namespace hall {

Exit run_sheet(const Options& options, const Paths& paths, const Fonts& fonts);

}  // namespace hall
