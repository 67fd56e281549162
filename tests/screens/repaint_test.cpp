// By software on a window only what differs is drawn: the pages look as if they were drawn from nothing.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <set>
#include <utility>

#include "platform/dummy_video.h"
#include "platform/expose.h"
#include "platform/window.h"
#include "screens/wall.h"
#include "show/rundown.h"

namespace hall::tests {
namespace {

/// Two walls: on one of them all is drawn, every time.
class OnAWindow : public OnDummyVideo {
protected:
    void TearDown() override {
        changes_.reset();
        whole_.reset();
        windows_ = {};
        OnDummyVideo::TearDown();
    }

    void open(Size size) {
        const auto wall = [&](std::unique_ptr<Window>& window) {
            window = *Window::open({.title = "hall-test", .width = size.width, .height = size.height});
            return std::make_unique<Wall>(size, "", *make_window_renderer(window->handle(), "software"));
        };
        changes_ = wall(windows_[0]);
        whole_ = wall(windows_[1]);
    }
    /// Compares what `draw` draws on both; returns how many pixels were shown where only changes are.
    std::int64_t shown(const std::function<void(Wall&)>& draw, const std::string& what) {
        expose(windows_[1]->id());
        draw(*changes_);
        draw(*whole_);
        EXPECT_TRUE(changes_->picture().rgba == whole_->picture().rgba) << what;
        whole_->present();
        return changes_->present();
    }

    std::array<std::unique_ptr<Window>, 2> windows_;
    std::unique_ptr<Wall> changes_, whole_;
};

TEST_F(OnAWindow, pages_look_as_drawn_from_nothing_whatever_came_before) {
    open({640, 360});
    Snapshot snapshot;
    snapshot.conference = with({notice("Mời các đơn vị nhận tài liệu")});
    for (Award& award : snapshot.conference.awards) award.confetti = true;
    const Rundown rundown = make_rundown(snapshot.conference);
    ShowState state;
    state.entry = Entry::animated;
    std::set<ScreenId> seen;
    for (std::size_t step = 1; step < rundown.steps.size(); ++step) {
        const Step& page = rundown.steps[step];
        if (page.revealed == 0 && !seen.insert(page.screen).second) continue;
        state.previous = std::exchange(state.step, step);
        for (const int elapsed : {0, 50, 130, 260, 420, 700, 1100, 1900, 3000, 60'000})
            shown([&](Wall& wall) { wall.frame(snapshot, rundown, state, Milliseconds(elapsed)); },
                  fmt::format("step {} after {} ms", step, elapsed));
    }
    EXPECT_GT(seen.size(), 4U);
}

TEST_F(OnAWindow, the_minute_of_the_clock_is_all_that_is_drawn_and_shown) {
    constexpr Size size;
    open(size);
    const Conference& conference = cases()[0].conference;
    const auto page_at = [&](Instant now) {
        return shown([&](Wall& wall) { wall.program(conference, page_of(ScreenId::agenda), {}, now); }, "agenda");
    };
    EXPECT_EQ(page_at(moment), size.width * size.height);
    EXPECT_EQ(page_at(moment), 0);
    const std::int64_t pixels = page_at(moment + std::chrono::minutes(1));
    EXPECT_GT(pixels, 0);
    EXPECT_LT(pixels, size.width * size.height / 20);
}

}  // namespace
}  // namespace hall::tests
