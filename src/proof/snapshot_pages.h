#pragma once
/// `hoitruong snapshot`: pages as PNG files in a folder, or as one PDF for approval.
#include <functional>
#include <optional>
#include <string>

#include "proof/page_maker.h"

namespace hall {

struct SnapshotWish {
    Path out;                         ///< a folder, or a file that ends in .pdf
    std::optional<ScreenId> screen;   ///< nothing: all
    std::optional<std::size_t> step;  ///< number from 1, as operators count; nothing: all
    PageSettings page;
};

/// Writes the pages; `progress(done, total)` is called after each. Returns how many were written.
/// Errors: a step that does not exist, a folder that cannot be written.
Result<std::size_t> write_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                                const SnapshotWish& wish,
                                const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace hall
