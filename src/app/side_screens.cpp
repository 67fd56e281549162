#include "app/side_screens.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "base/text.h"
#include "screens/brand.h"
#include "show/rundown.h"

namespace hall {
namespace {

constexpr Milliseconds frame_time{16};

Cue cue_of(ScreenId screen) {
    Cue cue;
    cue.screen = screen;
    return cue;
}

Sentence in_use() {
    return {"Màn hình ấy đang chiếu hình khác: hãy sửa trong tệp cấu hình.",
            "Another picture is on that display: mend the configuration."};
}

}  // namespace

std::shared_ptr<const Snapshot> only(ScreenId screen, const Snapshot& snapshot) {
    auto made = std::make_shared<Snapshot>(snapshot);
    made->conference.rundown = {cue_of(screen)};
    return made;
}

Rundown rundown_for(ScreenId screen, const Conference& conference) {
    Conference own = conference;
    own.rundown = {cue_of(screen)};
    Rundown rundown = make_rundown(own);
    std::erase_if(rundown.steps, [](const Step& step) { return step.advance != Advance::by_time; });
    return rundown;
}

SideScreens::SideScreens(const Options& options, const Fonts& fonts) : fonts_(fonts) {
    for (const ScreenRole& role : options.screens) {
        auto one = std::make_unique<One>();
        one->screen = role.show;
        one->options = options;
        one->options.display = role.display;
        one->options.window.reset();
        one->options.console = false;
        one->options.mc.clear();
        one->options.wall = {};
        all_.push_back(std::move(one));
    }
}

void SideScreens::open(One& one, const Snapshot& snapshot, Now now) const {
    auto opened = ProgramWindow::open(one.options, fonts_, theme_of(snapshot.conference, one.options.theme));
    one.missed = false;
    if (!opened) return fail(one, opened.error().sentence, now);
    one.again.reset();
    one.fault = {};
    one.window = *std::move(opened);
    one.rundown = rundown_for(one.screen, snapshot.conference);
    one.state = first_state(one.rundown, now);
    one.window->take(snapshot);
    one.window->set_quiet(quiet_);
    one.owed = true;
    log_line(
        LogLevel::info, "app",
        fmt::format("{} on {}: {}", name_of(one.screen), escape_for_log(one.options.display), one.window->describe()));
}

/// The log has a fault once, the status as long as it lasts.
void SideScreens::fail(One& one, const Sentence& fault, Now now) {
    one.window.reset();
    one.again = now.steady + ProgramWindow::before_another_try;
    if (std::exchange(one.fault, fault) == fault) return;
    log_line(LogLevel::warning, "app",
             fmt::format("{} on {}: {}", name_of(one.screen), escape_for_log(one.options.display), fault.en));
}

void SideScreens::refit(const Display& halls, const Snapshot& snapshot, Now now) {
    if (all_.empty()) return;
    const auto all = displays();
    std::vector<int> used{halls.number};
    for (const auto& one : all_) {
        const auto display = find_display(all, one->options.display);
        one->owed = true;
        const bool taken = display && std::ranges::find(used, display->number) != used.end();
        if (display) used.push_back(display->number);
        if (!display || taken) {
            if (!std::exchange(one->missed, true))
                log_line(LogLevel::warning, "app",
                         fmt::format("no display of its own fits '{}' ({}); it is opened once one comes",
                                     escape_for_log(one->options.display), name_of(one->screen)));
            one->window.reset();
            one->again.reset();
            one->fault = taken ? in_use() : Sentence{};
        } else if (one->window) {
            one->window->refit();
        } else {
            open(*one, snapshot, now);
        }
    }
}

void SideScreens::take(const Snapshot& snapshot, Now now) {
    for (const auto& one : all_) {
        if (!one->window) continue;
        Rundown rundown = rundown_for(one->screen, snapshot.conference);
        one->state = carry_over(one->state, one->rundown, rundown);
        one->state.drive = Drive::by_clock;
        one->rundown = std::move(rundown);
        if (one->state.step >= one->rundown.steps.size()) one->state = first_state(one->rundown, now);
        one->window->take(snapshot);
        one->owed = true;
    }
}

void SideScreens::owe() {
    for (const auto& one : all_) one->owed = true;
}

void SideScreens::lose_renderers() {
    for (const auto& one : all_)
        if (one->window) one->window->lose_renderer();
}

void SideScreens::set_quiet(bool quiet) {
    quiet_ = quiet;
    for (const auto& one : all_)
        if (one->window) one->window->set_quiet(quiet);
    owe();
}

void SideScreens::turn_one(One& one, const Snapshot& snapshot, Now now) const {
    if (one.again && *one.again <= now.steady) open(one, snapshot, now);
    if (!one.window) return;
    one.owed |= one.window->look_at_renderer(snapshot, now.steady);
    if (one.window->broken()) return fail(one, ProgramWindow::why_broken(), now);
    const ShowState before = one.state;
    one.state = advance(one.state, one.rundown, snapshot.conference, now);
    const bool changes = one.drawn.changes && *one.drawn.changes <= now.wall;
    if (!one.owed && !one.drawn.moving && !changes && before == one.state) return;
    one.drawn = one.window->draw({snapshot, one.rundown, one.state, now});
    one.owed = false;
}

bool SideScreens::turn(const Snapshot& snapshot, Now now) {
    bool changed = false;
    for (const auto& one : all_) {
        const Sentence before = one->fault;
        turn_one(*one, snapshot, now);
        changed |= one->fault != before;
    }
    return changed;
}

std::optional<Milliseconds> SideScreens::sleep(Now now) const {
    std::optional<Milliseconds> shortest;
    const auto at_most = [&](Milliseconds wait) {
        wait = std::max(wait, Milliseconds{0});
        shortest = shortest ? std::min(*shortest, wait) : wait;
    };
    for (const auto& one : all_) {
        if (!one->window) continue;
        if (one->owed) at_most(Milliseconds{0});
        if (one->drawn.moving) at_most(frame_time);
        if (one->drawn.changes) at_most(*one->drawn.changes - now.wall);
        if (const auto next = next_advance(one->state, one->rundown)) at_most(*next - now.steady);
    }
    return shortest;
}

std::vector<int> SideScreens::displays_in_use() const {
    std::vector<int> numbers;
    for (const auto& one : all_)
        if (one->window) numbers.push_back(one->window->window().display().number);
    return numbers;
}

std::vector<AbsentDisplay> SideScreens::absent() const {
    if (all_.empty()) return {};
    std::vector<AbsentDisplay> found;
    const auto there = displays();
    for (const auto& one : all_)
        if (!one->fault.empty() || !find_display(there, one->options.display))
            found.push_back({one->options.display, std::string(name_of(one->screen)), one->fault});
    return found;
}

}  // namespace hall
