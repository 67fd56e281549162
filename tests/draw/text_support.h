#pragma once
/// The real fonts, loaded once for all tests of text.
#include <gtest/gtest.h>

#include <string>

#include "draw/fonts.h"

namespace hall {

inline const Fonts& test_fonts() {
    static const Fonts fonts = [] {
        const Path root = HALL_SOURCE_DIR;
        auto phrases = Phrases::load(root / "assets/phrases.txt");
        auto loaded = Fonts::load(root / "fonts", phrases ? *phrases : Phrases());
        if (!loaded) throw std::runtime_error(loaded.error().sentence.en);
        return *std::move(loaded);
    }();
    return fonts;
}

/// The type base of a picture 1080 lines high; `width` in percent of 1920 pixels.
inline LayoutLimits full_hd(float width, int lines) {
    constexpr float percent_of_width = 19.2F;
    return {.width = width * percent_of_width, .lines = lines};
}

inline std::string joined(const TextBlock& block) {
    std::string text;
    for (const TextLine& line : block.lines) text += (text.empty() ? "" : "\n") + line.text;
    return text;
}

}  // namespace hall
