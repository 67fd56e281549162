#pragma once
/// What a covenant's units pledge: a numbered list on one plate. Lengths in pixels. Thread: render thread.
#include <string>
#include <vector>

#include "screens/content_page.h"

namespace hall {

struct PledgeDensity {
    Type type;
    int lines;
    float scale;
};

struct PledgeList {
    Box plate;
    Page page;
    Rows rows;
};

PledgeList pledges_in(Canvas& canvas, const Box& area, const std::vector<std::string>& pledges, const Page& page,
                      const PledgeDensity& density);

void draw_pledges(Canvas& canvas, const PledgeList& list);

}  // namespace hall
