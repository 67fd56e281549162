#pragma once
/// The typefaces: shaping by HarfBuzz in font units (so layout scales exactly), glyph pictures by FreeType.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "draw/phrases.h"
#include "draw/text_layout.h"
#include "draw/type_scale.h"

namespace hall {

/// Measured from the font, em.
struct FaceMetrics {
    float cap_height = 0.7F;
    float x_height = 0.5F;
};

struct ShapedGlyph {
    Face face;  ///< the fallback's face where the wanted one lacks the character
    unsigned glyph = 0;
    float x = 0, y = 0;  ///< em from the start and the baseline, y grows downwards
};

/// Sizes in em.
struct ShapedText {
    std::vector<ShapedGlyph> glyphs;
    float advance = 0;  ///< with tracking after every character, the last one too
    Box ink;
};

/// How much of each pixel a glyph covers, 0-255, rows from the top.
struct GlyphMask {
    int left = 0, top = 0;  ///< pixels from the pen on the baseline to the mask's corner, y grows downwards
    int width = 0, height = 0;
    std::vector<std::uint8_t> coverage;
};

/// Immutable but for memories of what was shaped. Thread: render thread only (const calls too).
class Fonts {
public:
    /// `folder` holds the font families as the repository's fonts/ does. An unreadable font is an error.
    static Result<Fonts> load(const Path& folder, Phrases phrases);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    const FaceMetrics& metrics(Face face) const;
    const Phrases& phrases() const;
    /// One piece of a line; `tracking` in em. A character no face has takes a space and draws nothing.
    /// The reference is good until the next call.
    const ShapedText& shape(std::string_view text, Face face, float tracking) const;
    /// Characters that no face has, each once, in order of appearance.
    std::u32string missing_code_points(std::string_view text) const;
    /// Unhinted, `em` in pixels.
    GlyphMask mask(Face face, unsigned glyph, float em) const;

private:
    struct Inside;
    explicit Fonts(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall
