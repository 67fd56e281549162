#include <SDL.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "platform/on_xvfb.h"
#include "platform/renderer.h"
#include "platform/window.h"

namespace hall {
namespace {

constexpr int picture_width = 200, picture_height = 120;

class OpenGl : public OnXvfb {
protected:
    OpenGl() : OnXvfb(picture_width, picture_height) {}

    void SetUp() override {
        OnXvfb::SetUp();
        if (HasFatalFailure()) return;
        auto window = Window::open({.title = "hall-test", .width = picture_width, .height = picture_height});
        ASSERT_TRUE(window.ok());
        window_ = *std::move(window);
        auto renderer = make_window_renderer(window_->handle(), "opengl");  // llvmpipe comes with Xvfb
        ASSERT_TRUE(renderer.ok()) << renderer.error().sentence.en;
        renderer_ = *std::move(renderer);
        context_ = ImGui::CreateContext();
    }
    void TearDown() override {
        if (context_ != nullptr) ImGui::DestroyContext(context_);
        renderer_.reset();
        window_.reset();
        OnXvfb::TearDown();
    }

    std::unique_ptr<Window> window_;
    std::unique_ptr<Renderer> renderer_;
    ImGuiContext* context_ = nullptr;
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
    list.PushClipRect({0, 0}, {picture_width, picture_height});
    list.PushTextureID(nullptr);
    list.AddRectFilled({0, 0}, {picture_width, picture_height}, IM_COL32(109, 15, 20, 255));
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

TEST_F(OpenGl, draws_what_software_draws) {
    auto software = make_memory_renderer(picture_width, picture_height);
    ASSERT_TRUE(software.ok());
    const Image expected = page_by(**software);
    for (const char* which : {"first", "next"}) {  // whose picture was made after something had been drawn
        const Image drawn = page_by(*renderer_);
        ASSERT_EQ(drawn.width, expected.width);
        ASSERT_EQ(drawn.height, expected.height);
        std::size_t far_off = 0;  // but for the rounding of two layers, and for a pixel here and there on slanted edges
        for (std::size_t at = 0; at < expected.rgba.size(); ++at)
            far_off += std::abs(int{drawn.rgba[at]} - int{expected.rgba[at]}) > 5 ? 1U : 0U;
        EXPECT_LT(far_off, 200U) << "of " << expected.rgba.size() << " on the " << which << " page";
    }
    EXPECT_GT(std::ranges::count(expected.rgba, 109), 1000) << "there is something to compare";
}

TEST_F(OpenGl, says_that_it_holds_what_it_was_given) {
    page_by(*renderer_);
    EXPECT_TRUE(renderer_->answers());
    EXPECT_TRUE(renderer_->answers());
}

/// Eight MiB of a full screen, which nothing looks at.
TEST_F(OpenGl, has_no_depth_buffer) {
    int bits = 0;
    const bool there = SDL_GL_GetAttribute(SDL_GL_DEPTH_SIZE, &bits) == 0;  // of none some drivers cannot tell the size
    EXPECT_FALSE(there && bits > 0) << bits;
}

}  // namespace
}  // namespace hall
