/// By software on a window only what differs is drawn: the pixels are those of a picture drawn from nothing.
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "platform/damage.h"
#include "platform/dummy_video.h"
#include "platform/on_xvfb.h"
#include "platform/random_wall.h"

namespace hall {
namespace {

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

class ChangedParts : public OnDummyVideo {
protected:
    ~ChangedParts() override { ImGui::DestroyContext(context_); }

    ImGuiContext* const context_ = ImGui::CreateContext();
};

TEST_F(ChangedParts, are_all_that_differs_from_a_picture_drawn_from_nothing) {
    RandomWall one("software"), other("software");
    expect_same_as_from_nothing(one, other, 4000);
}

TEST_F(ChangedParts, are_nothing_where_nothing_changed) {
    Random random(1);
    RandomWall one("software");
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
    RandomWall one("software");
    for (std::size_t at = 0; at < texture_count; ++at) one.replace(at, noise(random, 40, 40, true), Sampling::nearest);
    const Image image = one.images[0];
    one.draw({{.kind = 9, .texture = 0, .clip = {0, 0, wide, high}, .colour = IM_COL32_WHITE}});
    one.replace(0, noise(random, 40, 40, true), Sampling::nearest);
    const auto seen = one.renderer->read();
    ASSERT_TRUE(seen.ok());
    for (int x = 0; x < 17; ++x) EXPECT_EQ(seen->pixel(x, 5)[0], image.pixel(x, 5)[0]);
    EXPECT_EQ(one.renderer->textures(), texture_count);
}

class ACoveredWindow : public OnXvfb {
protected:
    ACoveredWindow() : OnXvfb(wide, high) {}
    ~ACoveredWindow() override { ImGui::DestroyContext(context_); }

    ImGuiContext* const context_ = ImGui::CreateContext();
};

TEST_F(ACoveredWindow, comes_back_whole) { expect_whole_where_shown(server_, "software"); }

}  // namespace
}  // namespace hall
