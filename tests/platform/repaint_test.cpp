/// By software on a window only what differs is drawn: the pixels are those of a picture drawn from nothing.
#include <SDL.h>
#include <gtest/gtest.h>
#include <imgui.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "platform/damage.h"
#include "platform/dummy_video.h"
#include "platform/expose.h"
#include "platform/picture_file.h"
#include "platform/renderer.h"
#include "platform/session.h"
#include "platform/window.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

constexpr int wide = 300, high = 200;  // tiles at the edges are cut
constexpr std::int64_t all_pixels = std::int64_t{wide} * high;

TEST(DamageOfAPicture, is_where_something_came_went_or_changed) {
    Damage damage;
    const auto picture = [&](const std::vector<std::pair<PixelBox, std::uint64_t>>& drawn) {
        damage.begin(wide, high);
        for (const auto& [area, looks] : drawn) damage.add(area, looks);
        damage.compare();
        return damage.take();
    };
    const PixelBox all{0, 0, wide, high}, there{70, 70, 80, 80}, elsewhere{260, 130, 290, 140};
    const PixelBox around_there{64, 64, 128, 128}, around_elsewhere{256, 128, 300, 192};
    EXPECT_EQ(picture({{all, 1}}), std::vector{all}) << "the first";
    EXPECT_TRUE(picture({{all, 1}}).empty());
    EXPECT_EQ(picture({{all, 1}, {there, 2}}), std::vector{around_there});
    EXPECT_EQ(picture({{all, 1}, {there, 3}}), std::vector{around_there});
    EXPECT_EQ(picture({{all, 1}, {elsewhere, 3}}), (std::vector{around_there, around_elsewhere}));
    EXPECT_EQ(picture({{elsewhere, 3}, {all, 1}}), std::vector{around_elsewhere}) << "in another order";
    damage.mark({100, 0, 140, 10});
    EXPECT_EQ(picture({{elsewhere, 3}, {all, 1}}), (std::vector{PixelBox{64, 0, 192, 64}}));
    damage.begin(wide + 1, high);
    EXPECT_EQ(damage.take(), (std::vector{PixelBox{0, 0, wide + 1, high}})) << "of another size";
}

using Random = std::mt19937;

int below(Random& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

Image noise(Random& random, int width, int height, bool opaque) {
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

Shape any_shape(Random& random) {
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
struct Wall {
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

class ChangedParts : public OnDummyVideo {
protected:
    ~ChangedParts() override { ImGui::DestroyContext(context_); }
    static Wall wall() {
        Wall made;
        made.window = *Window::open({.title = "hall-test", .width = wide, .height = high});
        made.renderer = *make_window_renderer(made.window->handle(), "software");
        return made;
    }

    ImGuiContext* const context_ = ImGui::CreateContext();
};

/// One of the walls is drawn from nothing every time.
TEST_F(ChangedParts, are_all_that_differs_from_a_picture_drawn_from_nothing) {
    constexpr int steps = 4000;
    Random random(20221220);  // NOLINT(cert-msc51-cpp): the same on every run
    std::array<Wall, 2> walls{wall(), wall()};
    const auto replace = [&](std::size_t one) {
        const Image image = noise(random, 37 + below(random, 40), 37 + below(random, 40), below(random, 2) == 0);
        const Sampling sampling = below(random, 2) == 0 ? Sampling::linear : Sampling::nearest;
        for (Wall& each : walls) each.replace(one, image, sampling);
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
                for (Wall& each : walls) each.renderer->update(each.textures[one], x, y, part);
                break;
            }
            case 6: replace(one); break;
            default: EXPECT_TRUE(below(random, 4) > 0 || walls[0].renderer->answers());
        }
        expose(walls[1].window->id());
        for (Wall& each : walls) each.draw(shapes);
        if (below(random, 5) > 0) {
            const auto changed = walls[0].renderer->read(), from_nothing = walls[1].renderer->read();
            ASSERT_TRUE(changed.ok() && from_nothing.ok());
            ASSERT_TRUE(changed->rgba == from_nothing->rgba) << "step " << step;
        }
        const std::int64_t pixels = walls[0].renderer->present();
        shown += pixels;
        parts += pixels < all_pixels ? 1 : 0;
        ASSERT_EQ(walls[1].renderer->present(), all_pixels);
    }
    EXPECT_GT(parts, steps * 9 / 10);
    EXPECT_LT(shown, steps * all_pixels / 2);
}

TEST_F(ChangedParts, are_nothing_where_nothing_changed) {
    Random random(1);
    Wall one = wall();
    for (std::size_t at = 0; at < texture_count; ++at) one.replace(at, noise(random, 40, 40, true), Sampling::nearest);
    std::vector<Shape> shapes(30);
    std::ranges::generate(shapes, [&] { return any_shape(random); });
    one.draw(shapes);
    EXPECT_EQ(one.renderer->present(), all_pixels);
    one.draw(shapes);
    EXPECT_EQ(one.renderer->present(), 0);
    EXPECT_TRUE(one.renderer->answers());
    one.draw({});
    one.renderer->draw(ImDrawList(ImGui::GetDrawListSharedData()));
    EXPECT_GT(one.renderer->present(), 0);
}

/// A list's textures are there until its picture is done.
TEST_F(ChangedParts, are_drawn_with_textures_that_were_destroyed_meanwhile) {
    Random random(1);
    Wall one = wall();
    for (std::size_t at = 0; at < texture_count; ++at) one.replace(at, noise(random, 40, 40, true), Sampling::nearest);
    const Image image = one.images[0];
    one.draw({{.kind = 9, .texture = 0, .clip = {0, 0, wide, high}, .colour = IM_COL32_WHITE}});
    one.replace(0, noise(random, 40, 40, true), Sampling::nearest);
    const auto seen = one.renderer->read();
    ASSERT_TRUE(seen.ok());
    for (int x = 0; x < 17; ++x) EXPECT_EQ(seen->pixel(x, 5)[0], image.pixel(x, 5)[0]);
    EXPECT_EQ(one.renderer->textures(), texture_count);
}

/// Which X forgets what another window lay over.
TEST(ACoveredWindow, comes_back_whole) {
    const Xvfb server(wide, high);
    setenv("DISPLAY", server.display().c_str(), 1);
    setenv("SDL_VIDEODRIVER", "x11", 1);
    auto session = Session::open();
    ASSERT_TRUE(session.ok());
    ImGuiContext* context = ImGui::CreateContext();
    {
        Random random(1);
        Wall one;
        one.window = *Window::open({.title = "hall-test"});
        one.renderer = *make_window_renderer(one.window->handle(), "software");
        for (std::size_t at = 0; at < texture_count; ++at)
            one.replace(at, noise(random, 40, 40, true), Sampling::nearest);
        std::vector<Shape> shapes(30);
        std::ranges::generate(shapes, [&] { return any_shape(random); });
        const auto settle = [&] {
            for (SDL_Event event; SDL_WaitEventTimeout(&event, 300) != 0;) {
            }
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
            for (SDL_Event event; SDL_WaitEventTimeout(&event, 300) != 0;) {
            }
        }
        EXPECT_EQ(settle(), all_pixels);
        EXPECT_EQ(settle(), 0);
    }
    ImGui::DestroyContext(context);
    unsetenv("SDL_VIDEODRIVER");
}

}  // namespace
}  // namespace hall
