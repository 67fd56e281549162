/// Every screen of the bundled conference, drawn as it comes: picture by picture at 60 a second, from NEXT on the page
/// before until nothing moves. An iteration is such an entrance; the counters say how long its pictures took.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/stage.h"
#include "proof/page_maker.h"
#include "proof/play.h"
#include "show/rundown.h"

namespace hall::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr Seconds frame_time{1.0 / 60};
constexpr Seconds longest{2};  ///< what moves longer than an entrance may is played for as long as one

struct Wall {
    const char* name;
    int width, height;
};
constexpr Wall walls[] = {{"1080p", 1920, 1080}, {"4K", 3840, 2160}};

/// The conference's own, then a page of every screen that it does not show.
const Rundown& rundown() {
    static const Rundown all = [] {
        Rundown made = make_rundown(bundled_snapshot().conference);
        Pages pages = all_pages(made);
        made.steps = std::move(pages.steps);
        made.steps.insert(made.steps.end(), pages.extra.begin(), pages.extra.end());
        return made;
    }();
    return all;
}

double part_of(const std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void enter(benchmark::State& state, std::size_t number, const Wall& wall) {
    const Snapshot& snapshot = bundled_snapshot();
    const Instant at = typical_moment(snapshot.conference);
    Stage stage(wall.width, wall.height);
    std::vector<double> taken;  // ms
    for (const auto _ : state) {
        ShowState shown;
        shown.step = step_before(rundown(), number);
        stage.draw({snapshot, rundown(), shown, {at, Milliseconds{0}}});
        shown.previous = shown.step;
        shown.step = number;
        shown.entry = Entry::animated;
        Seconds entrance{0};
        bool moving = true;
        for (Seconds elapsed{0}; moving && elapsed < longest; elapsed += frame_time) {
            const Now now{at, std::chrono::round<Milliseconds>(elapsed)};
            const auto begin = Steady::now();
            moving = stage.draw({snapshot, rundown(), shown, now}).moving;
            const Seconds one = Steady::now() - begin;
            entrance += one;
            taken.push_back(one.count() * 1000);
        }
        state.SetIterationTime(entrance.count());
    }
    std::ranges::sort(taken);
    state.counters["pictures"] =
        benchmark::Counter(static_cast<double>(taken.size()), benchmark::Counter::kAvgIterations);
    state.counters["median_ms"] = part_of(taken, 0.5);
    state.counters["p95_ms"] = part_of(taken, 0.95);
    state.counters["worst_ms"] = taken.back();
}

}  // namespace

void add_draw_benchmarks() {
    std::set<ScreenId> seen;
    const std::vector<Step>& steps = rundown().steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool armed = steps[i].batch && steps[i].revealed == 0;
        if (armed || !seen.insert(steps[i].screen).second) continue;
        for (const Wall& wall : walls)
            benchmark::RegisterBenchmark(("draw/" + std::string(name_of(steps[i].screen)) + "/" + wall.name).c_str(),
                                         enter, i, wall)
                ->Unit(benchmark::kMillisecond)
                ->UseManualTime();
    }
}

}  // namespace hall::bench
