#pragma once
/// Which notices hold at a moment, and which page of theirs is up. Pure functions of the wall clock, so that the
/// screens of a hall turn the page together and a still picture knows when it changes.
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "conference/conference.h"
#include "draw/canvas.h"

namespace hall {

/// Those of one level that hold at a moment.
struct Notices {
    std::vector<const Notice*> shown;  ///< what began last first
    Instant since{};                   ///< when one of them began or another ended; their pages are counted from here
    std::optional<Instant> changes;    ///< when one begins or ends next
};
Notices notices_at(const std::vector<Notice>& notices, NoticeLevel level, Instant now);

/// The page that is up while pages follow one another in a circle from `since` on.
struct ShownPage {
    std::size_t index = 0;
    Milliseconds for_now{0};      ///< how long it has been up
    std::optional<Instant> ends;  ///< nothing where there is only one
};
/// `times`: how long each page stays; not empty. `now` is not before `since`.
ShownPage page_at(const std::vector<Milliseconds>& times, Instant since, Instant now);

/// How long a page with this text stays (rule P1).
Milliseconds page_time(std::string_view text);
/// The text on as many pages of `lines` lines as it needs, turned where lines may turn, evenly filled.
std::vector<TextBlock> pages_of(Canvas& canvas, std::string_view text, const TextStyle& style, float width, int lines);

/// Which of the pages is up, right-aligned at `right`: dots, or "3/12" where those would be too many. Nothing for one
/// page.
void draw_page_marks(Canvas& canvas, float right, float centre_y, std::size_t index, std::size_t total, Ink ink);
/// Pixels to keep for the marks.
float page_marks_width(const Canvas& canvas);

}  // namespace hall
