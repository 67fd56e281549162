#pragma once
/// `hoitruong snapshot`: pages as PNG files in a folder, or as one PDF for approval.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "proof/page_maker.h"

namespace hall {

struct SnapshotWish {
    Path out;                         ///< a folder, or a file that ends in .pdf
    std::optional<ScreenId> screen;   ///< nothing: all
    std::optional<std::size_t> step;  ///< number from 1, as operators count; nothing: all
    PageSettings page;
};

struct NamedPage {
    std::string name;  ///< of its file: "014-award-reveal"
    Step step;
};

/// Errors: a step that does not exist, a screen the feed has no page of.
Result<std::vector<NamedPage>> wished_pages(const Rundown& rundown, const SnapshotWish& wish);

/// Writes the pages; `progress(done, total)` is called after each. Returns how many were written.
/// Errors: a folder that cannot be written.
Result<std::size_t> write_pages(const Snapshot& snapshot, const std::vector<NamedPage>& pages, const Fonts& fonts,
                                const SnapshotWish& wish,
                                const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace hall
