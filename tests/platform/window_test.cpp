#include "platform/window.h"

#include <SDL.h>
#include <gtest/gtest.h>
#include <imgui.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "platform/displays.h"
#include "platform/input.h"
#include "platform/on_xvfb.h"
#include "platform/picture_file.h"
#include "platform/renderer.h"

namespace hall {
namespace {

using namespace std::literals;

constexpr int screen_width = 640;
constexpr int screen_height = 360;
constexpr Milliseconds long_wait{8'000};  // ends a test that would hang; no test waits it out

class OnADisplay : public OnXvfb {
protected:
    OnADisplay() : OnXvfb(screen_width, screen_height) {}

    void SetUp() override {
        OnXvfb::SetUp();
        if (!HasFatalFailure()) input_ = std::make_unique<Input>();
    }
    void TearDown() override {
        input_.reset();
        OnXvfb::TearDown();
    }

    std::unique_ptr<Window> open(WindowWish wish = {}) {
        wish.title = "hall-test";  // ASCII: xdotool searches in the locale's letters
        auto window = Window::open(wish);
        EXPECT_TRUE(window.ok()) << window.error().sentence.en;
        return std::move(*window);
    }

    /// Waits until an event of the kind comes.
    std::vector<Event> wait_for(EventKind kind) {
        std::vector<Event> all;
        while (true) {
            const auto some = input_->wait_events(long_wait);
            all.insert(all.end(), some.begin(), some.end());
            if (some.empty() || std::any_of(some.begin(), some.end(), [&](auto& one) { return one.kind == kind; })) {
                EXPECT_FALSE(some.empty()) << "nothing came";
                return all;
            }
        }
    }

    /// The first key that is no modifier, after xdotool typed `name`.
    Key key_after(const std::string& name, const Window& window) {
        server_.run("xdotool windowfocus --sync $(xdotool search --name hall-test | head -1) key " + name);
        while (true) {
            const auto events = input_->wait_events(long_wait);
            if (events.empty()) return Key::none;
            for (const Event& event : events) {
                if (event.kind == EventKind::key && event.key != Key::none) {
                    EXPECT_EQ(event.window, window.id());
                    last_ = event;
                    return event.key;
                }
            }
        }
    }

    std::unique_ptr<Input> input_;
    Event last_;
};

/// The flags that the kernel keeps for the memory at `address`.
std::string flags_of_memory(const void* address) {
    std::ifstream maps("/proc/self/smaps");
    bool there = false;
    for (std::string line; std::getline(maps, line);) {
        unsigned long long first = 0, last = 0;
        const auto at = reinterpret_cast<std::uintptr_t>(address);
        if (std::sscanf(line.c_str(), "%llx-%llx ", &first, &last) == 2) there = at >= first && at < last;
        if (there && line.starts_with("VmFlags:")) return line + ' ';
    }
    return {};
}

TEST_F(OnADisplay, pictures_as_large_as_a_display_lie_on_huge_pages) {
    if (!std::ifstream("/sys/kernel/mm/transparent_hugepage/enabled")) GTEST_SKIP() << "the kernel has none";
    constexpr std::size_t size = std::size_t{1920} * 1080 * 4;
    void* large = SDL_malloc(size);
    ASSERT_NE(large, nullptr);
    const std::string flags = flags_of_memory(static_cast<char*>(large) + size / 2);  // its middle
    EXPECT_NE(flags.find(" hg "), std::string::npos) << flags;
    large = SDL_realloc(large, std::size_t{2560} * 1440 * 4);
    EXPECT_NE(large, nullptr);
    SDL_free(large);
    SDL_free(SDL_malloc(100));
}

TEST_F(OnADisplay, the_display_is_listed_with_its_size) {
    const auto all = displays();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].number, 1);
    EXPECT_EQ(all[0].width, screen_width);
    EXPECT_EQ(all[0].height, screen_height);
    EXPECT_STREQ(session_->driver(), "x11");
}

TEST_F(OnADisplay, a_window_without_a_size_fills_the_display) {
    const auto window = open();
    EXPECT_TRUE(window->fills_display());
    EXPECT_EQ(window->width(), screen_width);
    EXPECT_EQ(window->height(), screen_height);
    window->refit();
    EXPECT_EQ(window->width(), screen_width);
    EXPECT_EQ(cursor_over(window->handle()), Cursor::hidden);
}

TEST_F(OnADisplay, a_window_with_a_size_has_it_and_may_show_the_cursor) {
    const auto window = open({.width = 320, .height = 180, .cursor = Cursor::shown});
    EXPECT_EQ(window->width(), 320);
    EXPECT_EQ(window->height(), 180);
    EXPECT_EQ(cursor_over(window->handle()), Cursor::shown);
}

TEST_F(OnADisplay, a_display_nobody_has_gives_the_first) {
    const auto window = open({.display = "no such screen"});
    EXPECT_EQ(window->width(), screen_width);
}

TEST_F(OnADisplay, what_is_drawn_is_what_is_read_and_what_stands_on_the_screen) {
    const auto window = open();
    auto made = make_window_renderer(window->handle(), "software");
    ASSERT_TRUE(made.ok()) << made.error().sentence.en;
    Renderer& renderer = **made;
    wait_for(EventKind::exposed);

    Image source(screen_width, screen_height);
    for (int y = 0; y < screen_height; ++y) {
        for (int x = 0; x < screen_width; ++x) {
            auto* pixel = source.pixel(x, y);
            pixel[0] = static_cast<std::uint8_t>(x);
            pixel[1] = static_cast<std::uint8_t>(y);
            pixel[2] = static_cast<std::uint8_t>(x ^ y);
            pixel[3] = 255;
        }
    }
    ImGuiContext* context = ImGui::CreateContext();
    {
        ImDrawList list(ImGui::GetDrawListSharedData());
        list._ResetForNewFrame();
        list.PushClipRect({0, 0}, {screen_width, screen_height});
        list.PushTextureID(nullptr);
        list.AddImage(renderer.create(source, Sampling::nearest), {0, 0}, {screen_width, screen_height});
        renderer.clear();
        renderer.draw(list);
    }
    ImGui::DestroyContext(context);
    const auto read = renderer.read();
    renderer.present();
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->rgba, source.rgba);
    const auto seen = decode_picture(server_.screenshot_png());
    ASSERT_TRUE(seen.ok()) << seen.error().sentence.en;
    EXPECT_EQ(seen->width, screen_width);
    EXPECT_EQ(seen->rgba, source.rgba);
}

/// What is opaque is kept and copied otherwise on a window.
TEST_F(OnADisplay, an_opaque_picture_fades_and_changes_as_in_memory) {
    const auto window = open();
    auto on_window = make_window_renderer(window->handle(), "software");
    auto in_memory = make_memory_renderer(screen_width, screen_height);
    ASSERT_TRUE(on_window.ok() && in_memory.ok());
    Image source(64, 40);
    for (std::size_t at = 0; at < source.rgba.size(); ++at)
        source.rgba[at] = at % 4 == 3 ? 255 : static_cast<std::uint8_t>(at * 7);
    Image part(5, 18);
    for (std::size_t at = 0; at < part.rgba.size(); ++at)
        part.rgba[at] = at % 4 == 3 ? 255 : static_cast<std::uint8_t>(at * 5);
    ImGuiContext* context = ImGui::CreateContext();
    std::vector<Image> seen;
    for (Renderer* renderer : {on_window->get(), in_memory->get()}) {
        ImDrawList list(ImGui::GetDrawListSharedData());
        list._ResetForNewFrame();
        list.PushClipRect({0, 0}, {screen_width, screen_height});
        list.PushTextureID(nullptr);
        // Large enough to be painted beside this thread.
        const TextureId ground = renderer->create_painted(screen_width, screen_height, Alpha::none, [] {
            return [](Image& rows, int top) {
                for (int y = 0; y < rows.height; ++y)
                    for (int x = 0; x < rows.width; ++x) {
                        const auto level = [&](int way) { return static_cast<std::uint8_t>(x * way + top + y); };
                        const std::array<std::uint8_t, 4> pixel{level(1), level(3), level(5), 255};
                        std::copy(pixel.begin(), pixel.end(), rows.pixel(x, y));
                    }
            };
        });
        list.AddImage(ground, {0, 0}, {screen_width, screen_height});
        list.AddImage(ground, {9, 7}, {9 + screen_width, 7 + screen_height}, {0, 0}, {1, 1}, IM_COL32(99, 255, 9, 80));
        const TextureId texture = renderer->create(source, Sampling::nearest);
        renderer->update(texture, 3, 2, part);
        list.AddImage(texture, {0, 0}, {64, 40});
        for (const ImU32 tint : {IM_COL32(255, 255, 255, 130), IM_COL32(200, 90, 255, 255), IM_COL32(90, 200, 10, 7)})
            list.AddImage(texture, {20, 10}, {84, 50}, {0, 0}, {1, 1}, tint);
        renderer->clear();
        renderer->draw(list);
        auto picture = renderer->read();
        ASSERT_TRUE(picture.ok());
        seen.push_back(*std::move(picture));
    }
    ImGui::DestroyContext(context);
    EXPECT_EQ(seen[0].rgba, seen[1].rgba);
}

TEST_F(OnADisplay, auto_finds_a_renderer) {
    const auto window = open();
    const auto renderer = make_window_renderer(window->handle(), "auto");
    ASSERT_TRUE(renderer.ok());
    EXPECT_EQ((*renderer)->width(), screen_width);
    EXPECT_EQ((*renderer)->height(), screen_height);
}

TEST_F(OnADisplay, a_renderer_that_does_not_exist_is_an_error_with_advice) {
    const auto window = open();
    const auto renderer = make_window_renderer(window->handle(), "vulkan9");
    ASSERT_FALSE(renderer.ok());
    EXPECT_NE(renderer.error().sentence.en.find("software"), std::string::npos);
}

TEST_F(OnADisplay, keys_arrive_by_their_names) {
    const auto window = open();
    wait_for(EventKind::exposed);
    EXPECT_EQ(key_after("Next", *window), Key::page_down);
    EXPECT_EQ(key_after("Prior", *window), Key::page_up);
    EXPECT_EQ(key_after("space", *window), Key::space);
    EXPECT_EQ(key_after("h", *window), Key::h);
    EXPECT_EQ(key_after("7", *window), Key::digit_7);
    EXPECT_EQ(digit_of(Key::digit_7), 7);
    EXPECT_EQ(key_after("Return", *window), Key::enter);
    EXPECT_EQ(key_after("period", *window), Key::period);
    EXPECT_EQ(key_after("F5", *window), Key::f5);
    EXPECT_FALSE(last_.control);
    EXPECT_FALSE(last_.repeat);
    EXPECT_EQ(key_after("ctrl+q", *window), Key::q);
    EXPECT_TRUE(last_.control);
}

TEST_F(OnADisplay, a_wake_from_another_thread_ends_the_wait) {
    const auto window = open();
    while (!input_->wait_events(Milliseconds(200)).empty()) {
    }
    std::thread other([this] { input_->wake(); });
    const auto events = input_->wait_events(long_wait);
    other.join();
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), [](auto& one) { return one.kind == EventKind::wake; }));
    EXPECT_TRUE(input_->wait_events(Milliseconds(0)).empty() || input_->wait_events(Milliseconds(0)).empty());
}

TEST_F(OnADisplay, a_wake_before_the_wait_is_not_lost) {
    const auto window = open();
    input_->wake();
    const auto events = wait_for(EventKind::wake);
    EXPECT_EQ(std::count_if(events.begin(), events.end(), [](auto& one) { return one.kind == EventKind::wake; }), 1);
}

TEST(WithoutADisplay, the_reason_and_the_way_out_are_said) {
    setenv("SDL_VIDEODRIVER", "x11,wayland", 1);  // whatever else the machine has
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    setenv("XDG_RUNTIME_DIR", "/nonexistent", 1);
    const auto session = Session::open();
    unsetenv("SDL_VIDEODRIVER");
    ASSERT_FALSE(session.ok());
    EXPECT_NE(session.error().sentence.vi.find("snapshot"), std::string::npos) << session.error().sentence.vi;
    EXPECT_NE(session.error().sentence.en.find("No display"), std::string::npos);
}

TEST(WithoutADisplay, waiting_and_waking_work_where_sdl_cannot_sleep) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    auto session = Session::open();
    ASSERT_TRUE(session.ok());
    {
        Input input;
        while (!input.wait_events(Milliseconds(60)).empty()) {
        }
        std::thread other([&input] { input.wake(); });
        const auto events = input.wait_events(long_wait);
        other.join();
        ASSERT_EQ(events.size(), 1U);
        EXPECT_EQ(events[0].kind, EventKind::wake);
        EXPECT_TRUE(input.wait_events(Milliseconds(1)).empty());
    }
    unsetenv("SDL_VIDEODRIVER");
}

TEST(Displays, are_found_by_what_they_are_called_before_a_part_of_it) {
    const std::vector<Display> laptop{{.number = 1, .name = "eDP-1", .connector = "eDP-1"},
                                      {.number = 2, .name = "EPSON PJ", .connector = "DP-1", .serial = "X7"},
                                      {.number = 3, .name = "EPSON PJ", .connector = "DP-11", .serial = "8800"}};
    EXPECT_EQ(find_display(laptop, "DP-1")->number, 2);
    EXPECT_EQ(find_display(laptop, "dp-11")->number, 3);
    EXPECT_EQ(find_display(laptop, "8800")->number, 3);
    EXPECT_EQ(find_display(laptop, "EDP")->number, 1);
    EXPECT_FALSE(find_display(laptop, "88").has_value()) << "a number, or the whole of a serial";
}

TEST(Displays, are_found_by_number_or_a_part_of_the_name) {
    const std::vector<Display> two{{1, "DELL U2720Q"}, {2, "EPSON PJ 3"}};
    EXPECT_EQ(find_display(two, "")->number, 1);
    EXPECT_EQ(find_display(two, "2")->number, 2);
    EXPECT_EQ(find_display(two, "epson")->number, 2);
    EXPECT_FALSE(find_display(two, "3").has_value());
    EXPECT_FALSE(find_display(two, "samsung").has_value());
    EXPECT_FALSE(find_display({}, "").has_value());
}

}  // namespace
}  // namespace hall
