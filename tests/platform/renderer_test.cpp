#include "platform/renderer.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <new>
#include <thread>

namespace hall {
namespace {

constexpr ImU32 white = IM_COL32_WHITE;

/// Every pixel different, so that a shift by one or a blur shows.
Image pattern(int width, int height, std::uint8_t alpha = 255) {
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            auto* pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(40 + x * 3);
            pixel[1] = static_cast<std::uint8_t>(40 + y * 3);
            pixel[2] = static_cast<std::uint8_t>((x * 31 + y * 17) & 0xFF);
            pixel[3] = alpha;
        }
    }
    return image;
}

std::vector<int> colour(const Image& image, int x, int y) {
    const auto* pixel = image.pixel(x, y);
    return {pixel[0], pixel[1], pixel[2]};
}

const std::vector<int> black{0, 0, 0};
const std::vector<int> red{255, 0, 0};

class MemoryRenderer : public testing::Test {
protected:
    static constexpr int wide = 160;
    static constexpr int high = 90;

    void SetUp() override {
        context_ = ImGui::CreateContext();
        auto made = make_memory_renderer(wide, high);
        ASSERT_TRUE(made.ok()) << made.error().sentence.en;
        renderer_ = std::move(*made);
        list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
        list_->_ResetForNewFrame();
        list_->Flags = ImDrawListFlags_AllowVtxOffset;
        list_->PushClipRect({0, 0}, {wide, high});
        list_->PushTextureID(nullptr);
    }
    void TearDown() override {
        list_.reset();
        renderer_.reset();
        ImGui::DestroyContext(context_);
    }

    void image(TextureId texture, ImVec2 at, ImVec2 size, ImVec2 from = {0, 0}, ImVec2 to = {1, 1},
               ImU32 tint = white) {
        list_->AddImage(texture, at, {at.x + size.x, at.y + size.y}, from, to, tint);
    }

    Image draw() {
        renderer_->clear();
        renderer_->draw(*list_);
        auto picture = renderer_->read();
        EXPECT_TRUE(picture.ok());
        return *picture;
    }

    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Renderer> renderer_;
    std::unique_ptr<ImDrawList> list_;
};

TEST_F(MemoryRenderer, says_its_size_and_that_it_is_software) {
    EXPECT_EQ(renderer_->width(), wide);
    EXPECT_EQ(renderer_->height(), high);
    EXPECT_STREQ(renderer_->name(), "software");
    EXPECT_GE(renderer_->largest(), 8192);
}

TEST_F(MemoryRenderer, no_size_is_refused) {
    EXPECT_FALSE(make_memory_renderer(0, 10).ok());
    EXPECT_FALSE(make_memory_renderer(10, 100000).ok());
}

TEST_F(MemoryRenderer, a_rectangle_covers_its_pixels_and_no_more) {
    list_->AddRectFilled({10, 20}, {30, 25}, IM_COL32(255, 0, 0, 255));
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 10, 20), red);
    EXPECT_EQ(colour(picture, 29, 24), red);
    EXPECT_EQ(colour(picture, 9, 20), black);
    EXPECT_EQ(colour(picture, 30, 24), black);
    EXPECT_EQ(colour(picture, 10, 19), black);
    EXPECT_EQ(colour(picture, 29, 25), black);
}

TEST_F(MemoryRenderer, a_picture_at_its_size_is_copied_pixel_for_pixel) {
    const Image source = pattern(64, 48);
    const TextureId texture = renderer_->create(source, Sampling::linear);
    ASSERT_NE(texture, nullptr);
    image(texture, {13, 7}, {64, 48});
    const Image picture = draw();
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 64; ++x) {
            ASSERT_EQ(colour(picture, 13 + x, 7 + y), colour(source, x, y)) << x << "," << y;
        }
    }
    EXPECT_EQ(colour(picture, 12, 7), black);
    EXPECT_EQ(colour(picture, 77, 54), black);
    EXPECT_EQ(colour(picture, 76, 55), black);
}

TEST_F(MemoryRenderer, a_piece_of_an_atlas_of_any_size_is_copied_pixel_for_pixel) {
    for (const int side : {50, 61, 1000, 1024, 2048}) {
        const Image source = pattern(side, side);
        const TextureId texture = renderer_->create(source, Sampling::nearest);
        ASSERT_NE(texture, nullptr);
        const auto whole = static_cast<float>(side);
        for (int from = 0; from + 9 <= side; from += (side / 23) + 1) {
            list_->_ResetForNewFrame();
            list_->PushClipRect({0, 0}, {wide, high});
            const auto start = static_cast<float>(from);
            image(texture, {20, 30}, {9, 8}, {start / whole, start / whole},
                  {(start + 9) / whole, (start + 8) / whole});
            const Image picture = draw();
            for (int y = 0; y < 8; ++y) {
                for (int x = 0; x < 9; ++x) {
                    ASSERT_EQ(colour(picture, 20 + x, 30 + y), colour(source, from + x, from + y))
                        << "atlas " << side << " at " << from << ": " << x << "," << y;
                }
            }
            ASSERT_EQ(colour(picture, 29, 30), black);
            ASSERT_EQ(colour(picture, 20, 38), black);
        }
        renderer_->destroy(texture);
    }
}

TEST_F(MemoryRenderer, a_clip_rectangle_ends_on_its_pixel) {
    const Image source = pattern(64, 48);
    const TextureId texture = renderer_->create(source, Sampling::nearest);
    list_->PushClipRect({20, 15}, {50, 40});
    image(texture, {13, 7}, {64, 48});
    list_->PopClipRect();
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 20, 15), colour(source, 7, 8));
    EXPECT_EQ(colour(picture, 49, 39), colour(source, 36, 32));
    EXPECT_EQ(colour(picture, 19, 15), black);
    EXPECT_EQ(colour(picture, 50, 39), black);
    EXPECT_EQ(colour(picture, 20, 14), black);
    EXPECT_EQ(colour(picture, 49, 40), black);
}

TEST_F(MemoryRenderer, what_hangs_over_the_edge_is_cut_there) {
    const Image source = pattern(64, 48);
    const TextureId texture = renderer_->create(source, Sampling::nearest);
    image(texture, {-10, -5}, {64, 48});
    image(texture, {wide - 20, high - 10}, {64, 48});
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 0, 0), colour(source, 10, 5));
    EXPECT_EQ(colour(picture, wide - 1, high - 1), colour(source, 19, 9));
}

TEST_F(MemoryRenderer, a_tint_colours_and_fades_a_white_glyph) {
    Image glyph(8, 8);
    glyph.rgba.assign(glyph.rgba.size(), 255);
    glyph.pixel(0, 0)[3] = 0;
    const TextureId texture = renderer_->create(glyph, Sampling::nearest);
    image(texture, {10, 10}, {8, 8}, {0, 0}, {1, 1}, IM_COL32(200, 100, 50, 255));
    image(texture, {30, 10}, {8, 8}, {0, 0}, {1, 1}, IM_COL32(200, 100, 50, 128));
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 10, 10), black);
    EXPECT_NEAR(colour(picture, 14, 14)[0], 200, 1);
    EXPECT_NEAR(colour(picture, 14, 14)[1], 100, 1);
    EXPECT_NEAR(colour(picture, 14, 14)[2], 50, 1);
    EXPECT_NEAR(colour(picture, 34, 14)[0], 100, 2);
    EXPECT_NEAR(colour(picture, 34, 14)[1], 50, 2);
}

TEST_F(MemoryRenderer, alpha_is_straight) {
    const TextureId texture = renderer_->create(pattern(8, 8, 128), Sampling::nearest);
    list_->AddRectFilled({0, 0}, {wide, high}, IM_COL32(255, 255, 255, 255));
    image(texture, {10, 10}, {8, 8});
    const Image picture = draw();
    EXPECT_NEAR(colour(picture, 10, 10)[0], (40.0 + 255.0) / 2, 2);
}

/// Large enough for threads of its own.
constexpr int large = 400;

PaintRows rows_of(const Image& source) {
    return [&source](Image& rows, int top) {
        for (int row = 0; row < rows.height; ++row)
            std::copy_n(source.pixel(0, top + row), static_cast<std::size_t>(rows.width) * 4, rows.pixel(0, row));
    };
}

TEST_F(MemoryRenderer, a_large_picture_is_painted_beside_and_whole_when_it_is_drawn) {
    constexpr std::chrono::seconds long_wait{10};  // ends a test that would hang
    for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{128}}) {
        const Image source = pattern(large, large, alpha);
        std::promise<void> begun, others_are_done;
        const auto begin = [&] {
            begun.set_value();
            EXPECT_EQ(others_are_done.get_future().wait_for(long_wait), std::future_status::ready);
            return rows_of(source);
        };
        const TextureId painted =
            renderer_->create_painted(large, large, alpha == 255 ? Alpha::none : Alpha::straight, begin);
        ASSERT_NE(painted, nullptr);
        const TextureId copied = renderer_->create(source, Sampling::nearest);
        EXPECT_EQ(begun.get_future().wait_for(long_wait), std::future_status::ready);
        others_are_done.set_value();
        const auto drawn = [&](TextureId texture) {
            list_->_ResetForNewFrame();
            list_->PushClipRect({0, 0}, {wide, high});
            image(texture, {-(large - wide), -(large - high)}, {large, large});
            return draw().rgba;
        };
        EXPECT_EQ(drawn(painted), drawn(copied));
        renderer_->destroy(painted);
    }
}

TEST_F(MemoryRenderer, a_small_picture_is_painted_where_it_is_drawn) {
    const Image source = pattern(64, 48);
    std::thread::id painter;
    const TextureId texture = renderer_->create_painted(64, 48, Alpha::none, [&] {
        painter = std::this_thread::get_id();
        return rows_of(source);
    });
    image(texture, {13, 7}, {64, 48});
    const Image picture = draw();
    EXPECT_EQ(painter, std::this_thread::get_id());
    EXPECT_EQ(colour(picture, 13, 7), colour(source, 0, 0));
    EXPECT_EQ(colour(picture, 76, 54), colour(source, 63, 47));
}

TEST_F(MemoryRenderer, rows_are_clear_before_they_are_painted) {
    std::atomic<bool> clear = true;
    const auto fill = [&](Image& rows, int) {
        for (int y = 0; y < rows.height; ++y)
            for (int x = 0; x < rows.width; ++x) clear = clear && rows.pixel(x, y)[3] == 0;
        rows.rgba.assign(rows.rgba.size(), 255);
    };
    ASSERT_NE(renderer_->create_painted(large, large, Alpha::straight, [&] { return fill; }), nullptr);
    draw();
    EXPECT_TRUE(clear);
}

TEST_F(MemoryRenderer, a_picture_that_is_not_wanted_any_more_is_waited_for) {
    std::atomic<bool> painted = false;
    const auto slow = [&] {
        return [&](Image&, int top) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            if (top == 0) painted = true;
        };
    };
    renderer_->destroy(renderer_->create_painted(large, large, Alpha::none, slow));
    EXPECT_TRUE(painted.exchange(false));
    EXPECT_NE(renderer_->create_painted(large, large, Alpha::none, slow), nullptr);
    renderer_.reset();
    EXPECT_TRUE(painted);
}

TEST_F(MemoryRenderer, what_fails_beside_fails_where_the_picture_is_drawn) {
    renderer_->create_painted(large, large, Alpha::none, []() -> PaintRows { throw std::bad_alloc(); });
    const Image source = pattern(64, 48);
    const TextureId other = renderer_->create_painted(64, 48, Alpha::none, [&] { return rows_of(source); });
    EXPECT_THROW(draw(), std::bad_alloc);
    image(other, {13, 7}, {64, 48});
    Image picture;
    ASSERT_NO_THROW(picture = draw());
    EXPECT_EQ(colour(picture, 13, 7), colour(source, 0, 0)) << "it takes no other picture with it";
}

TEST_F(MemoryRenderer, a_painted_picture_too_large_is_refused) {
    bool begun = false;
    const auto begin = [&begun] {
        begun = true;
        return [](Image&, int) {};
    };
    EXPECT_EQ(renderer_->create_painted(renderer_->largest() + 1, 100, Alpha::none, begin), nullptr);
    EXPECT_FALSE(begun);
    EXPECT_EQ(renderer_->textures(), 0U);
}

TEST_F(MemoryRenderer, an_update_replaces_only_its_rectangle) {
    const Image source = pattern(32, 32);
    const TextureId texture = renderer_->create(source, Sampling::nearest);
    Image part(4, 4);
    part.rgba.assign(part.rgba.size(), 255);
    renderer_->update(texture, 8, 8, part);
    image(texture, {0, 0}, {32, 32});
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 8, 8), (std::vector<int>{255, 255, 255}));
    EXPECT_EQ(colour(picture, 11, 11), (std::vector<int>{255, 255, 255}));
    EXPECT_EQ(colour(picture, 7, 8), colour(source, 7, 8));
    EXPECT_EQ(colour(picture, 12, 11), colour(source, 12, 11));
}

TEST_F(MemoryRenderer, more_vertices_than_16_bits_can_name_are_drawn) {
    for (int index = 0; index < 40000; ++index) {
        const auto x = static_cast<float>(index % wide);
        const auto y = static_cast<float>((index / wide) % high);
        list_->AddRectFilled({x, y}, {x + 1, y + 1}, index == 39999 ? IM_COL32(255, 0, 0, 255) : white);
    }
    ASSERT_GT(list_->CmdBuffer.Size, 1);
    const Image picture = draw();
    EXPECT_EQ(colour(picture, 39999 % wide, (39999 / wide) % high), red);
    EXPECT_EQ(colour(picture, 0, 0), (std::vector<int>{255, 255, 255}));
}

TEST_F(MemoryRenderer, a_texture_too_large_or_empty_is_refused) {
    EXPECT_EQ(renderer_->create(Image(), Sampling::nearest), nullptr);
    EXPECT_EQ(renderer_->create(Image(renderer_->largest() + 1, 1), Sampling::nearest), nullptr);
}

TEST_F(MemoryRenderer, clear_forgets_what_was_drawn) {
    list_->AddRectFilled({0, 0}, {wide, high}, white);
    draw();
    list_->_ResetForNewFrame();
    EXPECT_EQ(colour(draw(), 50, 50), black);
}

TEST_F(MemoryRenderer, the_same_list_gives_the_same_pixels) {
    list_->AddTriangleFilled({80, 5}, {130, 70}, {20, 60}, IM_COL32(200, 160, 40, 180));
    list_->AddLine({3, 4}, {150, 80}, white, 2.5F);
    EXPECT_EQ(draw().rgba, draw().rgba);
}

}  // namespace
}  // namespace hall
