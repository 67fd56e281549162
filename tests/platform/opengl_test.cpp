#include <SDL.h>
#include <gtest/gtest.h>
#include <imgui.h>
#include <stdlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "platform/on_xvfb.h"
#include "platform/random_wall.h"
#include "platform/renderer.h"
#include "platform/window.h"

namespace hall {
namespace {

/// Without shaders, as where there is no graphics card, and with them ("1").
class OpenGl : public OnXvfb, public ::testing::WithParamInterface<const char*> {
protected:
    OpenGl() : OnXvfb(wide, high) { setenv(shaders_, GetParam(), 1); }
    ~OpenGl() override {
        ImGui::DestroyContext(context_);
        unsetenv(shaders_);
    }

    static constexpr auto driver = "opengl";  // llvmpipe comes with Xvfb
    static constexpr auto shaders_ = SDL_HINT_RENDER_OPENGL_SHADERS;
    ImGuiContext* const context_ = ImGui::CreateContext();
};

/// Opaque on the left, fading out to the right; of a size like a glyph's or a panel's.
Image fading_picture() {
    Image image(50, 40);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            auto* const pixel = image.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(255 - y);
            pixel[1] = static_cast<std::uint8_t>(x * 5);
            pixel[2] = static_cast<std::uint8_t>((x * 31 + y * 17) & 0xFF);
            pixel[3] = static_cast<std::uint8_t>(x < 10 ? 255 : 255 - (x - 10) * 6);
        }
    return image;
}

/// What pages are made of: solid colour, pictures as they are, tinted and faded, and triangles.
Image page_by(Renderer& renderer) {
    const TextureId picture = renderer.create(fading_picture(), Sampling::nearest);
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRect({0, 0}, {wide, high});
    list.PushTextureID(nullptr);
    list.AddRectFilled({0, 0}, {wide, high}, IM_COL32(109, 15, 20, 255));
    list.AddRectFilled({20, 10}, {180, 60}, IM_COL32(255, 240, 200, 90));
    list.AddImage(picture, {5, 5}, {55, 45});
    list.AddImage(picture, {70, 5}, {120, 45}, {0, 0}, {1, 1}, IM_COL32(240, 200, 90, 255));
    list.AddImage(picture, {130, 5}, {180, 45}, {0, 0}, {1, 1}, IM_COL32(255, 255, 255, 128));
    list.AddTriangleFilled({20, 110}, {60, 70}, {100, 110}, IM_COL32(255, 255, 255, 255));
    renderer.clear();
    renderer.draw(list);
    auto drawn = renderer.read();
    EXPECT_TRUE(drawn.ok());
    renderer.present();
    renderer.destroy(picture);
    return drawn ? *drawn : Image();
}

TEST_P(OpenGl, draws_what_software_draws) {
    auto software = make_memory_renderer(wide, high);
    ASSERT_TRUE(software.ok());
    const RandomWall wall(driver);
    const Image expected = page_by(**software);
    for (const char* which : {"first", "next"}) {  // whose picture was made after something had been drawn
        const Image drawn = page_by(*wall.renderer);
        ASSERT_EQ(drawn.width, expected.width);
        ASSERT_EQ(drawn.height, expected.height);
        std::size_t far_off = 0;  // but for the rounding of two layers, and for a pixel here and there on slanted edges
        for (std::size_t at = 0; at < expected.rgba.size(); ++at)
            far_off += std::abs(int{drawn.rgba[at]} - int{expected.rgba[at]}) > 5 ? 1U : 0U;
        EXPECT_LT(far_off, 200U) << "of " << expected.rgba.size() << " on the " << which << " page";
    }
    EXPECT_GT(std::ranges::count(expected.rgba, 109), 1000) << "there is something to compare";
}

TEST_P(OpenGl, says_that_it_holds_what_it_was_given) {
    const RandomWall wall(driver);
    page_by(*wall.renderer);
    EXPECT_TRUE(wall.renderer->answers());
    EXPECT_TRUE(wall.renderer->answers());
}

/// Eight MiB of a full screen, which nothing looks at.
TEST_P(OpenGl, has_no_depth_buffer) {
    const RandomWall wall(driver);
    int bits = 0;
    const bool there = SDL_GL_GetAttribute(SDL_GL_DEPTH_SIZE, &bits) == 0;  // of none some drivers cannot tell the size
    EXPECT_FALSE(there && bits > 0) << bits;
}

TEST_P(OpenGl, draws_only_what_differs) {
    RandomWall one(driver), other(driver);
    expect_same_as_from_nothing(one, other, 600);
}

TEST_P(OpenGl, shows_parts_and_comes_back_whole) { expect_whole_where_shown(server_, driver); }

/// The driver gives the picture its new size only when it is swapped.
TEST_P(OpenGl, shows_all_of_a_window_that_was_resized) {
    RandomWall wall(driver);
    Random random(1);
    for (std::size_t at = 0; at < texture_count; ++at) wall.replace(at, noise(random, 40, 40, true), Sampling::nearest);
    std::vector<Shape> shapes(30);
    for (const int side : {150, 100, 200}) {
        std::ranges::generate(shapes, [&] { return any_shape(random); });
        SDL_SetWindowSize(wall.window->handle(), side, side);
        await_events();
        for (int time = 0; time < 3; ++time) {
            wall.draw(shapes);
            wall.renderer->present();
        }
        wall.draw(shapes);
        const auto drawn = wall.renderer->read();
        ASSERT_TRUE(drawn.ok());
        ASSERT_EQ(drawn->width, side);
        const std::string pixels = server_.run("import -silent -window root -crop " + std::to_string(side) + "x" +
                                               std::to_string(side) + "+" + std::to_string(wall.window->place().x) +
                                               "+" + std::to_string(wall.window->place().y) + " -depth 8 rgba:-");
        ASSERT_EQ(pixels.size(), drawn->rgba.size());
        EXPECT_TRUE(std::ranges::equal(pixels, drawn->rgba, {}, [](char one) {
            return static_cast<std::uint8_t>(one);
        })) << side;
    }
}

INSTANTIATE_TEST_SUITE_P(OpenGlShaders, OpenGl, ::testing::Values("0", "1"));

}  // namespace
}  // namespace hall
