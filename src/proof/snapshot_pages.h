#pragma once
/// `hoitruong snapshot`: pages as PNG files in a folder, as one PDF for approval, or all on one sheet.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "proof/page_maker.h"

namespace hall {

struct SnapshotWish {
    Path out;                         ///< a folder, a .pdf, or a .png: all on one contact sheet
    std::optional<ScreenId> screen;   ///< nothing: all
    bool each_screen_once = false;    ///< of all: the last page of each, where a list or an award is complete
    std::optional<std::size_t> step;  ///< number from 1, as operators count; nothing: all
    std::vector<std::string> themes;  ///< each page in every one of them; nothing: in the page's own
    std::size_t frames = 0;           ///< of the wished steps' entrances instead of the settled pages
    PageSettings page;
};

struct NamedPage {
    std::string name;  ///< of its file: "014-award-reveal"
    Step step;
    std::optional<std::size_t> number = std::nullopt;  ///< in the rundown, from 0; nothing: not in it
};

/// Errors: a step that does not exist, a screen the feed has no page of.
Result<std::vector<NamedPage>> wished_pages(const Rundown& rundown, const SnapshotWish& wish);

/// Writes the pages; `progress(done, total)` is called after each. Returns how many were written.
/// Errors: a folder that cannot be written.
Result<std::size_t> write_pages(const Snapshot& snapshot, const Rundown& rundown, const std::vector<NamedPage>& pages,
                                const Fonts& fonts, const SnapshotWish& wish,
                                const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace hall
