#pragma once
/// A window of 300x200, anything that can be drawn on it, and what must hold there.
#include <SDL.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "platform/damage.h"
#include "platform/expose.h"
#include "platform/picture_file.h"
#include "platform/renderer.h"
#include "platform/window.h"
#include "platform/xvfb.h"

namespace hall {

constexpr int wide = 300, high = 200;  // tiles at the edges are cut
constexpr std::int64_t all_pixels = std::int64_t{wide} * high;

using Random = std::mt19937;

inline int below(Random& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

inline Image noise(Random& random, int width, int height, bool opaque) {
    Image image(width, height);
    for (std::size_t at = 0; at < image.rgba.size(); ++at)
        image.rgba[at] = opaque && at % 4 == 3 ? 255 : static_cast<std::uint8_t>(random());
    return image;
}

constexpr std::size_t texture_count = 5;

/// Something drawn, with a clip rectangle of its own.
struct Shape {
    int kind = 0;
    std::size_t texture = 0;
    ImVec4 clip = {};
    ImVec2 at = {}, size = {}, from = {};
    ImU32 colour = 0;
};

inline Shape any_shape(Random& random) {
    const auto pixels = [&](int least, int limit) { return static_cast<float>(least + below(random, limit - least)); };
    Shape shape;
    shape.kind = below(random, 10);
    shape.texture = random() % texture_count;
    const ImVec2 corner{pixels(-20, wide), pixels(-20, high)};
    shape.clip = below(random, 3) > 0 ? ImVec4(0, 0, wide, high)
                                      : ImVec4(corner.x, corner.y, corner.x + pixels(1, 120), corner.y + 60.5F);
    shape.at = {pixels(-30, wide), pixels(-30, high)};
    shape.size = {pixels(1, 90), pixels(1, 70)};
    shape.from = {pixels(0, 20), pixels(0, 20)};
    if (below(random, 8) == 0) {  // all over the picture
        shape.kind = 0;
        shape.at = {0, 0};
        shape.size = {wide, high};
    }
    const int alpha = below(random, 2) == 0 ? 255 : below(random, 256);
    shape.colour = IM_COL32(below(random, 256), below(random, 256), below(random, 256), alpha);
    return shape;
}

/// A renderer with the textures that shapes name.
struct RandomWall {
    explicit RandomWall(const std::string& driver)
        : window(*Window::open({.title = "hall-test", .width = wide, .height = high})),
          renderer(*make_window_renderer(window->handle(), driver)) {}

    std::unique_ptr<Window> window;
    std::unique_ptr<Renderer> renderer;
    std::array<TextureId, texture_count> textures{};
    std::array<Image, texture_count> images{};

    void replace(std::size_t one, const Image& image, Sampling sampling) {
        renderer->destroy(textures[one]);
        textures[one] = renderer->create(image, sampling);
        images[one] = image;
    }
    void put(ImDrawList& list, const Shape& shape) const {
        const ImVec2 to{shape.at.x + shape.size.x, shape.at.y + shape.size.y};
        const TextureId texture = textures[shape.texture];
        const Image& image = images[shape.texture];
        const ImVec2 side{static_cast<float>(image.width), static_cast<float>(image.height)};
        const ImVec2 from{shape.from.x / side.x, shape.from.y / side.y};
        list.PushClipRect({shape.clip.x, shape.clip.y}, {shape.clip.z, shape.clip.w});
        switch (shape.kind) {
            case 0: list.AddRectFilled(shape.at, to, shape.colour); break;
            case 1: list.AddImage(texture, shape.at, to, {0, 0}, {1, 1}, shape.colour); break;  // scaled
            case 2: list.AddTriangleFilled(shape.at, to, {shape.at.x, to.y}, shape.colour); break;
            case 3: list.AddLine(shape.at, to, shape.colour, 2.5F); break;
            case 4: list.AddQuad(shape.at, {to.x, shape.at.y + 7}, to, {shape.at.x - 9, to.y}, shape.colour, 3); break;
            case 5:
                list.AddRectFilledMultiColor(shape.at, to, shape.colour, IM_COL32_WHITE, shape.colour, IM_COL32_BLACK);
                break;
            case 6:
                list.AddImageQuad(texture, shape.at, {to.x, shape.at.y + 5}, to, {shape.at.x, to.y - 3}, {0, 0}, {1, 0},
                                  {1, 1}, {0, 1}, shape.colour);
                break;
            default: {  // a part of a picture, as it is
                const ImVec2 end{(shape.from.x + 17) / side.x, (shape.from.y + 13) / side.y};
                list.AddImage(texture, shape.at, {shape.at.x + 17, shape.at.y + 13}, from, end, shape.colour);
            }
        }
        list.PopClipRect();
    }
    void draw(const std::vector<Shape>& shapes) const {
        ImDrawList list(ImGui::GetDrawListSharedData());
        list._ResetForNewFrame();
        list.Flags =
            ImDrawListFlags_AllowVtxOffset | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines;
        list.PushClipRect({0, 0}, {wide, high});
        list.PushTextureID(nullptr);
        for (const Shape& shape : shapes) put(list, shape);
        renderer->clear();
        renderer->draw(list);
    }
};

/// Some steps at random of what changes pictures, on both; `nothing` is drawn from nothing every time.
inline void expect_same_as_from_nothing(RandomWall& changed, RandomWall& nothing, int steps) {
    Random random(20221220);  // NOLINT(cert-msc51-cpp): the same on every run
    const std::array<RandomWall*, 2> walls{&changed, &nothing};
    const auto replace = [&](std::size_t one) {
        const Image image = noise(random, 37 + below(random, 40), 37 + below(random, 40), below(random, 2) == 0);
        const Sampling sampling = below(random, 2) == 0 ? Sampling::linear : Sampling::nearest;
        for (RandomWall* each : walls) each->replace(one, image, sampling);
    };
    for (std::size_t one = 0; one < texture_count; ++one) replace(one);
    std::vector<Shape> shapes;
    std::int64_t shown = 0, parts = 0;
    for (int step = 0; step < steps; ++step) {
        const std::size_t one = random() % texture_count;
        const auto place = shapes.begin() + (shapes.empty() ? 0 : below(random, static_cast<int>(shapes.size())));
        switch (below(random, 8)) {
            case 0: shapes.insert(place, any_shape(random)); break;
            case 1:
                if (shapes.size() > 12) shapes.erase(place);
                break;
            case 2:
                if (!shapes.empty()) place->at.x += static_cast<float>(below(random, 9) - 4);
                break;
            case 3:
                if (!shapes.empty()) place->colour = any_shape(random).colour;
                break;
            case 4:
                if (!shapes.empty()) std::swap(*place, shapes.back());
                break;
            case 5: {
                const Image part = noise(random, 6, 5, false);
                const int x = below(random, 30), y = below(random, 30);
                for (RandomWall* each : walls) each->renderer->update(each->textures[one], x, y, part);
                break;
            }
            case 6: replace(one); break;
            default: EXPECT_TRUE(below(random, 4) > 0 || changed.renderer->answers());
        }
        expose(nothing.window->id());
        for (RandomWall* each : walls) each->draw(shapes);
        if (below(random, 5) > 0) {
            const auto drawn = changed.renderer->read(), from_nothing = nothing.renderer->read();
            ASSERT_TRUE(drawn.ok() && from_nothing.ok());
            ASSERT_TRUE(drawn->rgba == from_nothing->rgba) << "step " << step;
        }
        const std::int64_t pixels = changed.renderer->present();
        shown += pixels;
        parts += pixels < all_pixels ? 1 : 0;
        ASSERT_EQ(nothing.renderer->present(), all_pixels);
    }
    EXPECT_GT(parts, steps * 9 / 10);
    EXPECT_LT(shown, steps * all_pixels / 2);
}

/// Until X has told everything.
inline void await_events() {
    for (SDL_Event event; SDL_WaitEventTimeout(&event, 300) != 0;) {
    }
}

/// Parts are shown as drawn, and what X forgets where another window lay comes back.
inline void expect_whole_where_shown(const Xvfb& server, const std::string& driver) {
    Random random(1);
    RandomWall one(driver);
    for (std::size_t at = 0; at < texture_count; ++at) one.replace(at, noise(random, 40, 40, true), Sampling::nearest);
    std::vector<Shape> shapes(30);
    std::ranges::generate(shapes, [&] { return any_shape(random); });
    const auto settle = [&] {
        await_events();
        one.draw(shapes);
        const auto drawn = one.renderer->read();
        const std::int64_t pixels = one.renderer->present();
        const auto seen = decode_picture(server.screenshot_png());
        EXPECT_TRUE(drawn.ok() && seen.ok());
        EXPECT_TRUE(drawn->rgba == seen->rgba);
        return pixels;
    };
    EXPECT_EQ(settle(), all_pixels);
    EXPECT_EQ(settle(), 0);
    shapes.push_back({.kind = 0, .clip = {0, 0, wide, high}, .at = {80, 80}, .size = {20, 20}, .colour = ~0U});
    EXPECT_EQ(settle(), Damage::tile * Damage::tile);
    shapes.back().colour = IM_COL32_BLACK;  // two places at once
    shapes.push_back({.kind = 0, .clip = {0, 0, wide, high}, .at = {210, 140}, .size = {20, 20}, .colour = ~0U});
    EXPECT_LT(settle(), all_pixels / 2);
    {
        const auto over = Window::open({.title = "over", .width = 100, .height = 90});
        ASSERT_TRUE(over.ok());
        const auto painted = make_window_renderer((*over)->handle(), "software");
        (*painted)->clear();
        (*painted)->present();
        await_events();
    }
    EXPECT_EQ(settle(), all_pixels);
    EXPECT_EQ(settle(), 0);
}

}  // namespace hall
