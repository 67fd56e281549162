#pragma once
/// `hoitruong check`: what is wrong in a feed and on its pages, in plain words.
#include <cstddef>
#include <functional>

#include "base/result.h"
#include "proof/issue_list.h"
#include "proof/page_maker.h"

namespace hall {

/// Called after every page with how many are done, of how many.
using Progress = std::function<void(std::size_t, std::size_t)>;

enum class Extent {
    words,  ///< what pages say and where it stands: no pixel is drawn
    whole,  ///< and how it looks and moves
};

/// Lays out every page of the rundown, and one of every screen it does not show, and holds the rules of the layout
/// against them. Places are "step 14 (award-reveal)"; what is wrong on several steps in a row is said once, at
/// "step 14-19 (award-group)".
Result<CheckReport> check_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const PageSettings& settings, const Progress& progress, Extent extent = Extent::whole);

}  // namespace hall
