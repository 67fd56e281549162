#pragma once
/// Everything one renderer needs to draw pages: fonts, a glyph atlas, baked pictures. Long-lived, one per window.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/image.h"
#include "base/result.h"
#include "draw/texture_host.h"
#include "draw/theme.h"

struct ImDrawList;

namespace hall {

class Fonts;
class GlyphAtlas;
class BakedPictures;
class Sheet;

/// Thread: render thread. Textures are made on first use and freed with the palette; `theme` may change between
/// pictures.
class Palette {
public:
    /// `fonts` is shared by all palettes and outlives them, as does `host`.
    Palette(const Fonts& fonts, TextureHost& host, const Theme& theme);
    ~Palette();

    const Fonts& fonts() const { return fonts_; }
    TextureHost& host() { return host_; }
    const Theme& theme() const { return *theme_; }
    /// `accent` in place of the theme's gold; `theme` outlives the palette.
    void set_theme(const Theme& theme, std::optional<Colour> accent = {});
    /// A picture behind every page, under at least `scrim` (0-1) of the theme; null for none.
    void set_background(std::shared_ptr<const Image> image, float scrim);
    const Image* background() const { return background_.get(); }
    float scrim() const { return scrim_; }
    GlyphAtlas& glyphs() { return *glyphs_; }
    BakedPictures& baked() { return *baked_; }
    /// An empty list that nobody shows, for pages that are only measured.
    ImDrawList& spare_list();
    /// The texture of a feed picture, scaled down to at most `width` x `height` pixels; null for no picture.
    TextureId picture(const Image* image, int width, int height);
    /// Frees what the last pictures did not use; called between pictures.
    void trim();

private:
    const Fonts& fonts_;
    TextureHost& host_;
    const Theme* theme_;
    /// By plain theme and accent, each at one address for good: baked pictures are known by it.
    std::map<std::pair<const Theme*, std::uint32_t>, Theme> accented_;
    std::shared_ptr<const Image> background_;
    float scrim_ = 0;
    std::unique_ptr<GlyphAtlas> glyphs_;
    std::unique_ptr<BakedPictures> baked_;
    std::unique_ptr<Sheet> spare_;
};

}  // namespace hall
