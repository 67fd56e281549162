#include "draw/palette.h"

#include <algorithm>
#include <cmath>

#include "draw/baked.h"
#include "draw/fonts.h"
#include "draw/glyph_atlas.h"
#include "draw/resample.h"
#include "draw/sheet.h"

namespace hall {

Palette::Palette(const Fonts& fonts, TextureHost& host, const Theme& theme)
    : fonts_(fonts),
      host_(host),
      theme_(&theme),
      glyphs_(std::make_unique<GlyphAtlas>(fonts, host, theme)),
      baked_(std::make_unique<BakedPictures>(host)) {}

Palette::~Palette() = default;

void Palette::set_theme(const Theme& theme, std::optional<Colour> accent) {
    const Theme* wanted = &theme;
    if (accent) {
        const std::uint32_t number =
            std::uint32_t{accent->red} << 16U | std::uint32_t{accent->green} << 8U | accent->blue;
        const auto found = accented_.find({&theme, number});
        wanted = found != accented_.end()
                     ? &found->second
                     : &accented_.emplace(std::pair(&theme, number), theme_with_accent(theme, *accent)).first->second;
    }
    if (theme_ == wanted) return;
    theme_ = wanted;
    glyphs_->set_theme(*wanted);
}

void Palette::set_background(std::shared_ptr<const Image> image, float scrim) {
    background_ = std::move(image);
    scrim_ = scrim;
}

ImDrawList& Palette::spare_list() {
    if (!spare_) spare_ = std::make_unique<Sheet>();
    return spare_->begin(1, 1);
}

TextureId Palette::picture(const Image* image, int width, int height) {
    if (image == nullptr || image->empty() || width <= 0 || height <= 0) return nullptr;
    const double scale =
        std::min({1.0, static_cast<double>(width) / image->width, static_cast<double>(height) / image->height});
    const int w = std::max(1, static_cast<int>(std::lround(image->width * scale)));
    const int h = std::max(1, static_cast<int>(std::lround(image->height * scale)));
    const BakeKey key{Painted::photo, w, h, -1, 0, fingerprint(*image), image};
    return baked_->get(key, [&] { return resample(*image, whole(*image), w, h); }).texture;
}

void Palette::trim() {
    glyphs_->trim();
    baked_->trim();
}

}  // namespace hall
