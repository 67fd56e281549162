#pragma once
/// Glyph pictures of one renderer, drawn on first use and packed into a few textures.
#include <cstddef>
#include <memory>

#include "draw/texture_host.h"
#include "draw/theme.h"
#include "draw/type_scale.h"

namespace hall {

class Fonts;

enum class GlyphStyle {
    plain,   ///< white pixels, alpha is coverage: tint it
    gold,    ///< the theme's gold gradient from cap top to baseline is in the pixels: tint with white
    shadow,  ///< black pixels, softly blurred coverage, reaches beyond the glyph on all sides
};

/// Draw the rectangle at (round(pen x) + left, round(baseline) + top), one texel a pixel.
struct GlyphPicture {
    TextureId texture = nullptr;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float left = 0, top = 0, width = 0, height = 0;  ///< pixels; y grows downwards

    /// False for spaces, and where the renderer refused a texture.
    bool drawable() const { return texture != nullptr; }
};

/// Thread: render thread. `fonts` and `host` outlive the atlas.
class GlyphAtlas {
public:
    GlyphAtlas(const Fonts& fonts, TextureHost& host, const Theme& theme);
    ~GlyphAtlas();
    GlyphAtlas(const GlyphAtlas&) = delete;
    GlyphAtlas& operator=(const GlyphAtlas&) = delete;

    /// Golds of another theme are drawn anew. Only between pictures.
    void set_theme(const Theme& theme);
    /// `em` in pixels, taken to the nearest quarter.
    GlyphPicture glyph(Face face, unsigned glyph, float em, GlyphStyle style);
    /// Ends a picture: when the textures exceed their bound, those that the picture did not use are freed, and their
    /// glyphs drawn again when wanted. Textures handed out before are not valid afterwards.
    void trim();

    std::size_t pages() const;
    std::size_t glyphs() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace hall
