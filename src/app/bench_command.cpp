#include "app/bench_command.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <set>

#include "app/on_air.h"
#include "app/program_window.h"
#include "app/proofs.h"
#include "platform/session.h"
#include "proof/page_maker.h"
#include "screens/brand.h"
#include "status/process_facts.h"

namespace hall {
namespace {

using Steady = std::chrono::steady_clock;
using Taken = std::chrono::duration<double, std::milli>;

constexpr Milliseconds frame_time{16};
constexpr int entrance_frames = 125;  // two seconds, as long as an entrance may take
constexpr int still_frames = 10;
constexpr double picture_budget = 1000.0 / 60;  // ms
constexpr double bytes_per_mebibyte = 1024.0 * 1024.0;

struct Pace {
    std::string screen;
    double median = 0, slow = 0, slowest = 0, still = 0;  ///< ms; slow: 95 of 100 pictures take no longer
};

double part_of(std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

/// A clock that goes a picture's time on at every picture, whatever the picture took.
class Play {
public:
    /// `place_file`: what the show would resume from; thrown away.
    Play(const Snapshot& snapshot, ProgramWindow& window, Instant at, const Path& place_file)
        : window_(window), on_air_(place_file, Now{}), now_{at, Milliseconds{1}} {
        on_air_.take(std::make_shared<const Snapshot>(snapshot), now_);
        window_.take(snapshot);
    }

    double draw() {
        now_.wall += frame_time;
        now_.steady += frame_time;
        const auto begin = Steady::now();
        window_.draw(on_air_, now_);
        return Taken(Steady::now() - begin).count();
    }

    Pace enter(std::size_t step) {
        Pace pace;
        pace.screen = name_of(on_air_.rundown().steps[step].screen);
        if (step > 0) {  // only NEXT enters with motion
            on_air_.command({Verb::jump, step - 1}, now_);
            draw();
            now_.steady += next_lockout;
            on_air_.command({Verb::next}, now_);
        }
        std::vector<double> taken;
        taken.reserve(entrance_frames);
        for (int i = 0; i < entrance_frames; ++i) taken.push_back(draw());
        std::ranges::sort(taken);
        pace.median = part_of(taken, 0.5);
        pace.slow = part_of(taken, 0.95);
        pace.slowest = taken.back();
        taken.clear();
        now_.steady += std::chrono::minutes(1);
        for (int i = 0; i < still_frames; ++i) taken.push_back(draw());
        std::ranges::sort(taken);
        pace.still = part_of(taken, 0.5);
        return pace;
    }

    const Rundown& rundown() const { return on_air_.rundown(); }

private:
    ProgramWindow& window_;
    OnAir on_air_;
    Now now_;
};

/// In milliseconds, as the kernel counts: to a hundredth of a second.
double age_of_process() {
    const auto ticks = start_ticks_of(getpid());
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = ticks ? static_cast<double>(*ticks) / static_cast<double>(sysconf(_SC_CLK_TCK)) : 0;
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1000;
}

std::vector<std::size_t> one_step_of_every_screen(const Rundown& rundown) {
    std::vector<std::size_t> chosen;
    std::set<ScreenId> seen;
    for (std::size_t i = 0; i < rundown.steps.size(); ++i)
        if (rundown.steps[i].revealed > 0 || !rundown.steps[i].batch)
            if (seen.insert(rundown.steps[i].screen).second) chosen.push_back(i);
    return chosen;
}

void say(const Options& options, const Sentence& sentence) { fmt::print("{}\n", sentence.in(options.language)); }

void say_verdict(const Options& options, std::vector<Pace> paces) {
    const auto worst = std::ranges::max_element(paces, {}, &Pace::slow);
    if (worst->slow <= picture_budget)
        return say(options,
                   {fmt::format("Máy này đủ nhanh: 95 % số hình của mọi trang xong trong {:.1f} ms, đạt 60 hình/giây.",
                                worst->slow),
                    fmt::format("This machine keeps up: 95 % of every page's pictures take at most {:.1f} ms, "
                                "which is 60 pictures a second.",
                                worst->slow)});
    say(options,
        {fmt::format("Chậm nhất là {}: {:.1f} ms một hình, khoảng {:.0f} hình/giây khi chuyển động. Chữ vẫn rõ; dùng "
                     "--reduced-motion, độ phân giải thấp hơn hoặc máy có card đồ họa.",
                     worst->screen, worst->slow, 1000 / worst->slow),
         fmt::format("Slowest is {}: {:.1f} ms a picture, about {:.0f} a second while it moves. Text stays clear; use "
                     "--reduced-motion, a lower resolution, or a machine with a graphics card.",
                     worst->screen, worst->slow, 1000 / worst->slow)});
}

/// Where no display is to be had, one of `options`' size in memory.
Result<std::unique_ptr<Session>> open_session(Options& options) {
    auto session = Session::open();
    if (session) return session;
    if (!options.window) options.window = options.size;
    say(options, {"Không mở được màn hình nên đo trên bộ nhớ: không tính thời gian đưa hình ra màn hình.",
                  "No display can be opened, so pictures are drawn into memory: showing them is not counted."});
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return Session::open();
}

}  // namespace

Exit run_bench(const Options& wished, const Paths& paths, const Fonts& fonts) {
    Options options = wished;
    const auto fail = [&](const Error& error, Exit code) {
        fmt::print(stderr, "{}\n", error.sentence.in(options.language));
        return code;
    };
    const auto snapshot = read_feed_once(feed_settings(options, paths.cache));
    if (!snapshot) return fail(snapshot.error(), Exit::unusable_feed);
    const auto session = open_session(options);
    if (!session) return fail(session.error(), Exit::no_display);
    const auto window = ProgramWindow::open(options, fonts, theme_of(snapshot->conference, options.theme));
    if (!window) return fail(window.error(), Exit::no_display);
    const auto at = parse_instant(options.at, snapshot->conference.identity.timezone);
    const Path place = paths.cache / "bench-place.json";
    Play play(*snapshot, **window, at.value_or(typical_moment(snapshot->conference)), place);
    play.draw();
    const double first = age_of_process();
    const auto vi = options.language == Language::vietnamese;

    fmt::print("{}, {}\n", (*window)->describe(), (*session)->driver());
    fmt::print("{:<16}{:>10}{:>10}{:>10}{:>10}   ms\n", vi ? "màn hình" : "screen", vi ? "giữa" : "median", "95 %",
               vi ? "lâu nhất" : "longest", vi ? "đứng yên" : "still");
    std::vector<Pace> paces;
    for (const std::size_t step : one_step_of_every_screen(play.rundown())) {
        paces.push_back(play.enter(step));
        const Pace& pace = paces.back();
        fmt::print("{:<16}{:>10.1f}{:>10.1f}{:>10.1f}{:>10.1f}\n", pace.screen, pace.median, pace.slow, pace.slowest,
                   pace.still);
        std::fflush(stdout);
    }
    const MemoryReport memory = own_memory();
    say(options, {fmt::format("Hình đầu tiên sau {:.0f} ms; bộ nhớ {:.0f} MiB (PSS) sau khi chiếu mọi màn hình.", first,
                              static_cast<double>(memory.proportional) / bytes_per_mebibyte),
                  fmt::format("First picture after {:.0f} ms; memory {:.0f} MiB (PSS) after every screen.", first,
                              static_cast<double>(memory.proportional) / bytes_per_mebibyte)});
    std::error_code ignored;
    std::filesystem::remove(place, ignored);
    if (!paces.empty()) say_verdict(options, paces);
    return Exit::done;
}

}  // namespace hall
