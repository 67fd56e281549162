#include "draw/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "draw/fonts.h"
#include "draw/glyph_picture.h"

namespace hall {
namespace {

/// No powers of two, as other pictures: llvmpipe compiles a shader for each kind. The first page is small: it is in the
/// way of the first picture.
constexpr int first_side = 500, usual_side = 1000;
constexpr int largest_side = 2048;
constexpr std::size_t most_pages = 16;  ///< 64 MiB of usual ones
constexpr int gap = 1;                  ///< pixels between glyphs
constexpr float quarters = 4;

struct Shelf {
    int y = 0, height = 0, used = 0;  ///< pixels
};

struct Page {
    TextureId texture = nullptr;
    int side = 0;
    std::vector<Shelf> shelves;
    bool wanted = false;  ///< by the picture being drawn
};

struct Key {
    Face face;
    GlyphStyle style;
    unsigned glyph;
    int em;  ///< quarter pixels

    bool operator==(const Key&) const = default;
};

struct HashOfKey {
    std::size_t operator()(const Key& key) const {
        std::size_t hash = static_cast<std::size_t>(key.face) * 4 + static_cast<std::size_t>(key.style);
        for (const std::size_t part : {static_cast<std::size_t>(key.glyph), static_cast<std::size_t>(key.em)})
            hash = hash * 1'000'003U + part;
        return hash;
    }
};

struct Kept {
    GlyphPicture picture;
    std::size_t page = 0;
};

/// A free place on the page, or null.
const Shelf* make_room(Page& page, int width, int height) {
    for (Shelf& shelf : page.shelves) {
        // A much lower glyph would waste the shelf.
        if (height > shelf.height || height * 3 < shelf.height * 2 || shelf.used + width > page.side) continue;
        shelf.used += width;
        return &shelf;
    }
    const int y = page.shelves.empty() ? 0 : page.shelves.back().y + page.shelves.back().height;
    if (y + height > page.side || width > page.side) return nullptr;
    page.shelves.push_back({y, height, width});
    return &page.shelves.back();
}

}  // namespace

struct GlyphAtlas::Inside {
    const Fonts& fonts;
    TextureHost& host;
    const Theme* theme;
    std::vector<Page> pages;
    std::unordered_map<Key, Kept, HashOfKey> kept;

    GlyphPicture place(const Image& image, std::size_t& page_index);
    bool add_page(int side);
    void drop(std::size_t page_index);
};

bool GlyphAtlas::Inside::add_page(int side) {
    const TextureId texture = host.create_blank(side, side, Sampling::nearest);
    if (texture == nullptr) return false;
    pages.push_back({texture, side, {}, true});
    return true;
}

GlyphPicture GlyphAtlas::Inside::place(const Image& image, std::size_t& page_index) {
    const int width = image.width + gap;
    const int height = image.height + gap;
    const Shelf* shelf = nullptr;
    for (page_index = 0; page_index < pages.size(); ++page_index) {
        shelf = make_room(pages[page_index], width, height);
        if (shelf != nullptr) break;
    }
    if (shelf == nullptr) {
        const int limit = std::min(largest_side, host.largest());
        const int side = std::min(limit, std::max({pages.empty() ? first_side : usual_side, width, height}));
        if (width > side || height > side || !add_page(side)) return {};
        shelf = make_room(pages.back(), width, height);
    }
    const Page& page = pages[page_index];
    const int x = shelf->used - width;
    host.update(page.texture, x, shelf->y, image);
    const auto side = static_cast<float>(page.side);
    GlyphPicture picture;
    picture.texture = page.texture;
    picture.width = static_cast<float>(image.width);
    picture.height = static_cast<float>(image.height);
    picture.u0 = static_cast<float>(x) / side;
    picture.v0 = static_cast<float>(shelf->y) / side;
    picture.u1 = picture.u0 + picture.width / side;
    picture.v1 = picture.v0 + picture.height / side;
    return picture;
}

/// Glyphs of later pages keep their page: the slot stays, empty, until it is the last.
void GlyphAtlas::Inside::drop(std::size_t page_index) {
    host.destroy(pages[page_index].texture);
    std::erase_if(kept, [&](const auto& entry) { return entry.second.page == page_index; });
    for (auto& [key, glyph] : kept)
        if (glyph.page > page_index) --glyph.page;
    pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(page_index));
}

GlyphAtlas::GlyphAtlas(const Fonts& fonts, TextureHost& host, const Theme& theme)
    : inside_(new Inside{fonts, host, &theme, {}, {}}) {}

GlyphAtlas::~GlyphAtlas() {
    for (const Page& page : inside_->pages) inside_->host.destroy(page.texture);
}

void GlyphAtlas::set_theme(const Theme& theme) {
    inside_->theme = &theme;
    std::erase_if(inside_->kept, [](const auto& entry) { return entry.first.style == GlyphStyle::gold; });
}

GlyphPicture GlyphAtlas::glyph(Face face, unsigned glyph, float em, GlyphStyle style) {
    Inside& in = *inside_;
    const Key key{face, style, glyph, static_cast<int>(std::lround(em * quarters))};
    if (const auto found = in.kept.find(key); found != in.kept.end()) {
        if (found->second.picture.drawable()) in.pages[found->second.page].wanted = true;
        return found->second.picture;
    }
    const float size = static_cast<float>(key.em) / quarters;
    const GlyphMask mask = in.fonts.mask(face, glyph, size);
    Kept kept;
    if (!mask.coverage.empty()) {
        const DrawnGlyph drawn = draw_glyph(mask, style, *in.theme, size, in.fonts.metrics(face).cap_height * size);
        kept.picture = in.place(drawn.image, kept.page);
        if (!kept.picture.drawable()) return {};  // the renderer may have room another time
        kept.picture.left = static_cast<float>(drawn.left);
        kept.picture.top = static_cast<float>(drawn.top);
        in.pages[kept.page].wanted = true;
    }
    in.kept.emplace(key, kept);
    return kept.picture;
}

void GlyphAtlas::trim() {
    Inside& in = *inside_;
    if (in.pages.size() > most_pages)
        for (std::size_t page = in.pages.size(); page-- > 0;)
            if (!in.pages[page].wanted) in.drop(page);
    // A mixture of old and new on every page frees nothing: start again.
    while (in.pages.size() > most_pages) in.drop(in.pages.size() - 1);
    for (Page& page : in.pages) page.wanted = false;
}

std::size_t GlyphAtlas::pages() const { return inside_->pages.size(); }

std::size_t GlyphAtlas::glyphs() const { return inside_->kept.size(); }

}  // namespace hall
