#pragma once
/// What the pages of a document share (report, tasks, movements, covenant): a head made of the feed's own title, the
/// part of a list that a step shows, and rows of text that grow denser until they fit. Lengths in pixels. Thread:
/// render thread.
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/text_column.h"
#include "show/step.h"

namespace hall {

/// Label left in capitals, page mark right, hairline below; a title too long for that stands in mixed case over several
/// lines.
struct PageHead {
    std::string label;  ///< where it is one line of capitals, else empty
    TextBlock title;
    TextBlock mark;
    std::string mark_text;
    Box content;  ///< what is left of the safe area below it
};
PageHead head_of(Canvas& canvas, std::string_view title, std::string_view mark);
/// Call after the backdrop.
void draw_head(Canvas& canvas, const PageHead& head);

/// A line of meta type at a page's foot; nothing where it is empty.
struct PageFoot {
    TextBlock line;
    Box above;  ///< what it leaves of the content
    Box content;
};
PageFoot foot_of(Canvas& canvas, std::string_view line, const Box& content);
void draw_foot(Canvas& canvas, const PageFoot& foot);

/// The step's page, cut to the items that are there.
Page page_within(const Page& page, std::size_t items);

/// The factor (as Canvas::fit's `largest`) at which the longest of the texts fits, so that a whole list can be set
/// alike.
float even_scale(Canvas& canvas, std::size_t count, const std::function<std::string_view(std::size_t)>& text_of,
                 const TextStyle& style, float width, int lines = 1, float largest = 1);

/// Texts and where they go.
struct Rows {
    std::vector<TextColumn> texts;
    Cells cells;
    bool fit = true;  ///< every text in its place, every place in the area
};

/// `padding`: above and below each text. `least_height`: of a row, whatever its text asks for.
Rows rows_of(const Box& area, const CellLimits& limits, float padding, std::size_t count,
             const std::function<TextColumn(std::size_t)>& text_of, float least_height = 0);

}  // namespace hall
