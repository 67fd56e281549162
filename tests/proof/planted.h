#pragma once
/// Pages that break nothing, for tests to break.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "draw/text_support.h"
#include "proof/finding.h"

namespace hall::tests {

/// A run as the canvas records it: laid out by the rules at the top left of a full-HD picture.
inline Run run_of(std::string_view text, TextStyle style = {}, int lines = 1, float width_percent = 80,
                  float top_percent = 20) {
    const TextBlock block = lay_out(test_fonts(), text, style, full_hd(width_percent, lines));
    Run run;
    run.style = style;
    run.em = block.em;
    run.cap_height = block.cap_height;
    run.advance = block.advance;
    run.fits = block.fits;
    run.first_baseline = top_percent * 10.8F + block.em * 1.3F;
    constexpr float left = 200;
    run.slot = {left, 0, block.slot_width, 0};
    run.text = joined(block);
    for (std::size_t line = 0; line < block.lines.size(); ++line) {
        const Box& ink = block.lines[line].ink;
        const float baseline = run.first_baseline + static_cast<float>(line) * block.advance;
        run.ink.push_back({left + ink.x, baseline + ink.y, ink.w, ink.h});
    }
    return run;
}

inline PageRecord page_of(std::vector<Run> runs) {
    PageRecord page;
    page.runs = std::move(runs);
    return page;
}

inline std::vector<std::string> codes(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) all.push_back(finding.issue.code);
    return all;
}

using Codes = std::vector<std::string>;

}  // namespace hall::tests
