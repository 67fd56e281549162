/// The glyph atlas against a host that keeps its textures in memory.
#include <algorithm>
#include <map>
#include <memory>

#include "base/text.h"
#include "draw/glyph_atlas.h"
#include "draw/text_support.h"

namespace hall {
namespace {

class MemoryHost final : public TextureHost {
public:
    explicit MemoryHost(int side = 4096) : side_(side) {}

    TextureId create(const Image& image, Sampling /*sampling*/) override {
        if (refuses || image.width > side_ || image.height > side_) return nullptr;
        auto texture = std::make_unique<Image>(image);
        TextureId const id = texture.get();
        textures[id] = std::move(texture);
        return id;
    }
    void update(TextureId texture, int x, int y, const Image& part) override {
        ++updates;
        Image& whole = *textures.at(texture);
        ASSERT_LE(x + part.width, whole.width);
        ASSERT_LE(y + part.height, whole.height);
        for (int row = 0; row < part.height; ++row)
            std::copy_n(part.pixel(0, row), part.width * 4, whole.pixel(x, y + row));
    }
    void destroy(TextureId texture) override { ASSERT_EQ(textures.erase(texture), 1U); }
    int largest() const override { return side_; }

    std::map<TextureId, std::unique_ptr<Image>> textures;
    int updates = 0;
    bool refuses = false;

private:
    int side_;
};

unsigned glyph_of(const std::string& letter, Face face) {
    return test_fonts().shape(letter, face, 0).glyphs.at(0).glyph;
}

Box place_of(const GlyphPicture& picture, const MemoryHost& host) {
    const auto side = static_cast<float>(host.textures.at(picture.texture)->width);
    return {picture.u0 * side, picture.v0 * side, picture.width, picture.height};
}

/// The pixel of the picture at (x, y), pixels from its top left.
const std::uint8_t* pixel_of(const GlyphPicture& picture, const MemoryHost& host, float x, float y) {
    const Box place = place_of(picture, host);
    return host.textures.at(picture.texture)->pixel(static_cast<int>(place.x + x), static_cast<int>(place.y + y));
}

class GlyphAtlasTest : public testing::Test {
protected:
    MemoryHost host_;
    GlyphAtlas atlas_{test_fonts(), host_, theme_named("le-dai")};
};

TEST_F(GlyphAtlasTest, a_glyph_is_drawn_once) {
    const unsigned glyph = glyph_of("Ẳ", Face::serif_bold);
    const GlyphPicture first = atlas_.glyph(Face::serif_bold, glyph, 90, GlyphStyle::plain);
    const GlyphPicture again = atlas_.glyph(Face::serif_bold, glyph, 90.1F, GlyphStyle::plain);
    EXPECT_TRUE(first.drawable());
    EXPECT_EQ(host_.updates, 1);
    EXPECT_EQ(first.u0, again.u0);
    atlas_.glyph(Face::serif_bold, glyph, 91, GlyphStyle::plain);
    EXPECT_EQ(host_.updates, 2);
}

TEST_F(GlyphAtlasTest, a_space_and_a_size_of_nothing_draw_nothing) {
    EXPECT_TRUE(test_fonts().shape(" ", Face::sans_medium, 0).glyphs.empty());
    constexpr float invisible = 0.01F;
    const unsigned glyph = glyph_of("o", Face::sans_medium);
    EXPECT_FALSE(atlas_.glyph(Face::sans_medium, glyph, invisible, GlyphStyle::plain).drawable());
}

TEST_F(GlyphAtlasTest, glyphs_do_not_overlap) {
    std::vector<std::pair<TextureId, Box>> places;
    for (const Face face : {Face::serif_bold, Face::sans_medium})
        for (char32_t letter = U'\u1EA0'; letter <= U'\u1EF9'; ++letter)
            for (const GlyphStyle style : {GlyphStyle::plain, GlyphStyle::shadow}) {
                const GlyphPicture picture = atlas_.glyph(face, glyph_of(to_utf8({&letter, 1}), face), 70, style);
                ASSERT_TRUE(picture.drawable());
                places.emplace_back(picture.texture, place_of(picture, host_));
            }
    EXPECT_GT(atlas_.pages(), 1U);
    for (std::size_t one = 0; one < places.size(); ++one)
        for (std::size_t other = 0; other < one; ++other) {
            if (places[one].first != places[other].first) continue;
            const Box& a = places[one].second;
            const Box& b = places[other].second;
            EXPECT_TRUE(a.right() < b.x || b.right() < a.x || a.bottom() < b.y || b.bottom() < a.y);
        }
}

TEST_F(GlyphAtlasTest, gold_runs_from_cap_top_to_baseline) {
    const Theme& theme = theme_named("le-dai");
    const GlyphPicture picture = atlas_.glyph(Face::serif_bold, glyph_of("H", Face::serif_bold), 200, GlyphStyle::gold);
    const std::uint8_t* const top = pixel_of(picture, host_, 5, 0);
    const std::uint8_t* const bottom = pixel_of(picture, host_, 5, picture.height - 1);
    EXPECT_NEAR(top[0], theme.gold.top.red, 3);
    EXPECT_NEAR(top[2], theme.gold.top.blue, 3);
    EXPECT_NEAR(bottom[0], theme.gold.bottom.red, 3);
    EXPECT_NEAR(bottom[2], theme.gold.bottom.blue, 3);
}

TEST_F(GlyphAtlasTest, plain_glyphs_are_white_and_solid_inside) {
    const GlyphPicture picture = atlas_.glyph(Face::sans_bold, glyph_of("I", Face::sans_bold), 200, GlyphStyle::plain);
    const std::uint8_t* const middle = pixel_of(picture, host_, picture.width / 2, picture.height / 2);
    EXPECT_EQ(middle[0], 255);
    EXPECT_EQ(middle[2], 255);
    EXPECT_EQ(middle[3], 255);
}

TEST_F(GlyphAtlasTest, a_shadow_is_black_soft_and_wider_than_its_glyph) {
    const unsigned glyph = glyph_of("I", Face::sans_bold);
    const GlyphPicture plain = atlas_.glyph(Face::sans_bold, glyph, 100, GlyphStyle::plain);
    const GlyphPicture shadow = atlas_.glyph(Face::sans_bold, glyph, 100, GlyphStyle::shadow);
    EXPECT_LT(shadow.left, plain.left);
    EXPECT_GT(shadow.left + shadow.width, plain.left + plain.width);
    EXPECT_LT(shadow.top, plain.top);
    const std::uint8_t* const middle = pixel_of(shadow, host_, shadow.width / 2, shadow.height / 2);
    const std::uint8_t* const edge = pixel_of(shadow, host_, 0, shadow.height / 2);
    EXPECT_EQ(middle[0], 0);
    EXPECT_GT(middle[3], 200);
    EXPECT_LT(edge[3], 20);
}

TEST_F(GlyphAtlasTest, a_new_theme_brings_its_gold) {
    Theme other = theme_named("le-dai");
    other.gold.top = other.gold.middle = other.gold.bottom = rgb(0x112233);
    const unsigned glyph = glyph_of("H", Face::serif_bold);
    atlas_.glyph(Face::serif_bold, glyph, 100, GlyphStyle::gold);
    atlas_.set_theme(other);
    const GlyphPicture picture = atlas_.glyph(Face::serif_bold, glyph, 100, GlyphStyle::gold);
    EXPECT_EQ(pixel_of(picture, host_, 5, 5)[0], 0x11);
}

TEST_F(GlyphAtlasTest, trimming_bounds_the_pages_and_keeps_what_the_picture_used) {
    for (int picture = 0; picture < 20; ++picture) {
        for (const char* letter : {"A", "Ẳ", "g", "Ỹ", "M", "W", "Q", "Ộ"})
            for (int size = 0; size < 3; ++size)
                atlas_.glyph(Face::sans_bold, glyph_of(letter, Face::sans_bold),
                             200.0F + static_cast<float>(picture * 3 + size), GlyphStyle::plain);
        atlas_.trim();
        EXPECT_LE(atlas_.pages(), 16U);
    }
    EXPECT_EQ(host_.textures.size(), atlas_.pages());
    const int before = host_.updates;
    atlas_.glyph(Face::sans_bold, glyph_of("A", Face::sans_bold), 200.0F + 19 * 3 + 2, GlyphStyle::plain);
    EXPECT_EQ(host_.updates, before);
}

TEST(GlyphAtlas, a_refused_texture_draws_nothing_and_is_asked_for_again) {
    MemoryHost host;
    GlyphAtlas atlas(test_fonts(), host, theme_named(""));
    host.refuses = true;
    EXPECT_FALSE(atlas.glyph(Face::sans_bold, glyph_of("A", Face::sans_bold), 50, GlyphStyle::plain).drawable());
    host.refuses = false;
    EXPECT_TRUE(atlas.glyph(Face::sans_bold, glyph_of("A", Face::sans_bold), 50, GlyphStyle::plain).drawable());
}

TEST(GlyphAtlas, a_small_renderer_gets_small_pages) {
    MemoryHost host(256);
    {
        GlyphAtlas atlas(test_fonts(), host, theme_named(""));
        EXPECT_TRUE(atlas.glyph(Face::sans_bold, glyph_of("A", Face::sans_bold), 50, GlyphStyle::plain).drawable());
        EXPECT_FALSE(atlas.glyph(Face::sans_bold, glyph_of("A", Face::sans_bold), 900, GlyphStyle::plain).drawable());
        EXPECT_EQ(host.textures.begin()->second->width, 256);
    }
    EXPECT_TRUE(host.textures.empty());
}

}  // namespace
}  // namespace hall
