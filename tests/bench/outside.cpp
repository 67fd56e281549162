/// The program as a viewer and a technician meet it, beside a browser in kiosk mode and the floor (floor.cpp): start,
/// memory, work and the time from a changed feed to changed pixels. Every figure of one run, on one machine.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <list>
#include <numeric>
#include <optional>
#include <random>
#include <thread>

#include "bench/bench_server.h"
#include "bench/large_feed.h"
#include "bench/process_tree.h"
#include "bench/screen_watch.h"
#include "feed/decoder.h"
#include "net/temporary_folder.h"
#include "platform/xvfb.h"

namespace hall::bench {
namespace {

using namespace std::chrono_literals;

constexpr int width = 1920, height = 1080;
constexpr int rounds = 15, changes = 7, names = 5;
constexpr const char* browser_name = "Chromium kiosk";
constexpr auto settling = 3s, still_time = 20s, reveal_pause = 2s;
constexpr auto turn_pause = 1500ms;
constexpr std::size_t few_members = 100, most_members = most_records - 1;  // one is the rundown's

std::string agenda_feed(const std::string& title) {
    std::string items;
    constexpr int count = 10;
    for (int i = 0; i < count; ++i)
        items += fmt::format(R"({}{{"id": "m{}", "start": "2022-12-20T{:02}:00", "title": "{} {}"}})",
                             i == 0 ? "" : ",", i, 8 + i, title, i + 1);
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết hoạt động Cụm thi đua năm 2022",)"
           R"("date": "2022-12-20"}, "rundown": [{"screen": "agenda"}], "agenda": [)" +
           items + "]}";
}

std::string reveal_feed() {
    std::string recipients;
    for (int i = 0; i < names; ++i)
        recipients += fmt::format(R"({}{{"kind": "person", "name": "Nguyễn Thị Thùy Dương {}"}})", i == 0 ? "" : ",",
                                  static_cast<char>('A' + i));
    return R"({"format": "hoitruong/1", "conference": {"title": "Hội nghị Tổng kết"}, "rundown": [{"award": "b"}],)"
           R"("awards": [{"id": "b", "rank": 1, "name": "Bằng khen", "status": "decided", "visibility": "held",)"
           R"("confetti": true, "reveal": "one", "decision": {"number": "1/QĐ", "date": "2022-12-15"},)"
           R"("batches": [{"recipients": [)" +
           recipients + "]}]}]}";
}

/// What a kiosk page for the same feed would be.
constexpr const char* page = R"(<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#6d0f14;color:#fff;font:36px sans-serif;padding:36px} p{margin:36px 0 0}</style>
<h1 id="t"></h1><div id="a"></div><script>
let last='';
async function poll(){
  try{const r=await fetch(location.hash.slice(1));const b=await r.text();
    if(b!==last){last=b;const f=JSON.parse(b);t.textContent=f.conference.title;
      const lines=(f.agenda||[]).map(i=>i.start.slice(11)+'  '+i.title).concat((f.members||[]).slice(0,20).map(m=>m.name));
      a.replaceChildren(...lines.map(l=>{const p=document.createElement('p');p.textContent=l;return p}))}
  }catch(e){}
  setTimeout(poll,1000)}
poll();</script>)";

struct Rival {
    std::string name;
    /// The command for a feed, and where it may keep what it likes.
    std::function<std::vector<std::string>(const BenchServer&, const std::string& feed, const std::string& home)>
        command;
    std::string floor = {};  ///< the name of the least program that draws the same way
    bool reveals = false;
};

struct Figures {
    std::vector<double> starts;  ///< a round each
    std::optional<double> memory, still, reveal, pictures, arrival;
};

/// With as many members as a feed may have.
struct CrowdFigures {
    std::optional<double> first, arrival, turn, memory;
};

double milliseconds(Steady::duration span) { return std::chrono::duration<double, std::milli>(span).count(); }

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

class Bench {
public:
    explicit Bench(std::string floor) : screen_(width, height), watch_(screen_.display()), floor_(std::move(floor)) {
        server_.serve("index.html", page, "text/html");
        server_.serve("reveal.json", reveal_feed(), "application/json");
    }

    /// In turn, each round in another order: whatever else the machine does, and whatever the one before leaves behind
    /// (a browser hundreds of megabytes), meets all of them.
    void measure_starts(const std::vector<Rival>& rivals, std::vector<Figures>& figures) {
        server_.serve("agenda.json", agenda_feed("Báo cáo tổng kết"), "application/json");
        std::unique_ptr<ProcessTree> running;
        std::vector<std::size_t> order(rivals.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::mt19937 chance(20221220);  // NOLINT(cert-msc51-cpp): the same on every run
        for (int round = 0; round < rounds; ++round) {
            std::ranges::shuffle(order, chance);
            for (const std::size_t i : order) {
                running.reset();
                figures[i].starts.push_back(start(rivals[i], "agenda.json", running));
            }
        }
    }

    void measure(const Rival& rival, Figures& figures) {
        std::vector<double> times;
        std::unique_ptr<ProcessTree> running;
        server_.serve("agenda.json", agenda_feed("Báo cáo tổng kết"), "application/json");
        start(rival, "agenda.json", running);
        figures.memory = running->memory();
        const Seconds before = running->work();
        std::this_thread::sleep_for(still_time);
        figures.still = (running->work() - before).count();
        for (int i = 0; i < changes; ++i)
            if (const auto time = change("agenda.json", agenda_feed(fmt::format("Báo cáo lần {}", i))))
                times.push_back(*time);
        if (!times.empty()) figures.arrival = median(times);
        if (!rival.reveals) return;
        running.reset();
        start(rival, "reveal.json", running);
        const Seconds at_first = running->work();
        watch_.take();
        for (int i = 0; i < names; ++i) {
            screen_.run("xdotool key space");
            std::this_thread::sleep_for(reveal_pause);
        }
        figures.reveal = (running->work() - at_first).count();
        const auto moving = watch_.take();
        // Pictures a second while something moved: gaps longer than a blink are rest.
        double seconds = 0;
        std::size_t pictures = 0;
        for (std::size_t i = 1; i < moving.size(); ++i) {
            const auto gap = moving[i].when - moving[i - 1].when;
            if (gap > 200ms) continue;
            seconds += milliseconds(gap) / 1000;
            ++pictures;
        }
        if (seconds > 0) figures.pictures = static_cast<double>(pictures) / seconds;
    }

    /// Members alone, on screen page by page.
    CrowdFigures measure_crowd(const Rival& rival, std::size_t members) {
        CrowdFigures figures;
        std::unique_ptr<ProcessTree> running;
        const std::string document = feed_of_members(members);
        server_.serve("members.json", document, "application/json");
        start(rival, "members.json", running);
        if (first_) figures.first = milliseconds(*first_ - server_.delivered("members.json").value_or(*first_));
        std::vector<double> times;
        for (int i = 0; i < changes; ++i) {
            std::string changed = document;
            const std::string_view name = "\"Công đoàn cơ sở số 2\"";
            changed.replace(changed.find(name), name.size(), fmt::format("\"Công đoàn cơ sở lần {}\"", i));
            if (const auto time = change("members.json", changed)) times.push_back(*time);
        }
        if (!times.empty()) figures.arrival = median(times);
        figures.memory = running->memory();
        if (!rival.reveals) return figures;
        times.clear();
        for (int i = 0; i < changes; ++i) {
            watch_.take();
            const auto pressed = Steady::now();
            screen_.run("xdotool key space");
            std::this_thread::sleep_for(turn_pause);
            if (const auto seen = watch_.take(); !seen.empty())
                times.push_back(milliseconds(seen.front().when - pressed));
        }
        if (!times.empty()) figures.turn = median(times);
        return figures;
    }

private:
    /// From the command to the picture that then stays, in milliseconds.
    double start(const Rival& rival, const std::string& feed, std::unique_ptr<ProcessTree>& running) {
        test::TemporaryFolder& home = homes_.emplace_back();
        std::vector<std::string> environment = {"DISPLAY=" + screen_.display(), "LC_ALL=C.UTF-8",
                                                "HOME=" + home.path().string()};
        for (const char* name : {"XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            environment.push_back(fmt::format("{}={}", name, home.path().string()));
        std::this_thread::sleep_for(500ms);
        watch_.take();
        const auto begin = Steady::now();
        running = std::make_unique<ProcessTree>(rival.command(server_, feed, home.path()), environment,
                                                home.path() / "log.txt");
        std::this_thread::sleep_for(settling);
        const auto seen = watch_.take();
        first_.reset();
        if (seen.empty()) return 0;
        first_ = std::ranges::find(seen, seen.back().pixels, &Change::pixels)->when;
        return milliseconds(*first_ - begin);
    }

    /// From the last byte of the changed feed to changed pixels, in milliseconds.
    std::optional<double> change(const std::string& feed, const std::string& document) {
        watch_.take();
        server_.serve(feed, document, "application/json");
        std::this_thread::sleep_for(1800ms);
        const auto left = server_.delivered(feed);
        if (!left) return std::nullopt;
        for (const Change& one : watch_.take())
            if (one.when > *left) return milliseconds(one.when - *left);
        return std::nullopt;
    }

    Xvfb screen_;
    BenchServer server_;
    ScreenWatch watch_;
    std::string floor_;
    std::optional<Steady::time_point> first_;  ///< of the last start: the picture that then stayed
    std::list<test::TemporaryFolder> homes_;
};

std::string cell(std::optional<double> value, int digits) {
    return value ? fmt::format("{:.{}f}", *value, digits) : "-";
}

std::vector<Rival> rivals(const std::string& floor) {
    std::vector<Rival> all;
    for (const char* renderer : {"software", "opengl"}) {
        all.push_back({fmt::format("hoitruong, {}", renderer),
                       [=](const BenchServer& server, const std::string& feed, const std::string&) {
                           return std::vector<std::string>{HALL_PROGRAM,       "show",       server.url(feed),
                                                           "--poll",           "1",          "--at",
                                                           "2022-12-20T10:30", "--renderer", renderer};
                       },
                       fmt::format("floor, {}", renderer), true});
        all.push_back({fmt::format("floor, {}", renderer),
                       [=](const BenchServer& server, const std::string& feed, const std::string&) {
                           return std::vector<std::string>{floor, server.url(feed), renderer,
                                                           HALL_SOURCE_DIR
                                                           "/fonts/be-vietnam-pro/BeVietnamPro_500Medium.ttf"};
                       }});
    }
    for (const char* browser : {"/usr/bin/chromium"})
        if (access(browser, X_OK) == 0)
            all.push_back(
                {browser_name, [=](const BenchServer& server, const std::string& feed, const std::string& home) {
                     return std::vector<std::string>{browser,
                                                     "--kiosk",
                                                     "--no-sandbox",
                                                     "--no-first-run",
                                                     "--no-default-browser-check",
                                                     "--window-position=0,0",
                                                     fmt::format("--window-size={},{}", width, height),
                                                     "--user-data-dir=" + home,
                                                     server.url("index.html") + "#" + feed};
                 }});
    return all;
}

/// How many times as long as another's: the median of the rounds.
double ratio(const Figures& one, const Figures& other) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < one.starts.size(); ++i) ratios.push_back(one.starts[i] / other.starts[i]);
    return median(ratios);
}

/// What the targets are held against, which are ratios.
void print_ratios(const std::vector<Rival>& rivals, const std::vector<Figures>& figures) {
    for (std::size_t i = 0; i < rivals.size(); ++i) {
        if (rivals[i].floor.empty()) continue;
        fmt::print("{}:", rivals[i].name);
        for (std::size_t other = 0; other < rivals.size(); ++other) {
            if (rivals[other].name == rivals[i].floor)
                fmt::print(" start {:.2f} of its floor's;", ratio(figures[i], figures[other]));
            else if (rivals[other].name == browser_name)
                fmt::print(" start {:.2f}, memory {:.2f}, still {:.2f} of the browser's;",
                           ratio(figures[i], figures[other]), *figures[i].memory / *figures[other].memory,
                           *figures[i].still / *figures[other].still);
        }
        fmt::print("\n");
    }
}

int run(const std::string& floor) {
    Bench bench(floor);
    fmt::print(
        "| {}x{} under Xvfb | start, ms | memory, MiB | still {} s, CPU s | {} reveals, CPU s | pictures/s | arrival "
        "to pixel, ms |\n",
        width, height, std::chrono::duration_cast<std::chrono::seconds>(still_time).count(), names);
    fmt::print("|---|---|---|---|---|---|---|\n");
    const std::vector<Rival> all = rivals(floor);
    std::vector<Figures> figures(all.size());
    bench.measure_starts(all, figures);
    for (std::size_t i = 0; i < all.size(); ++i) {
        bench.measure(all[i], figures[i]);
        const Figures& one = figures[i];
        fmt::print("| {} | {:.0f} | {} | {} | {} | {} | {} |\n", all[i].name, median(one.starts), cell(one.memory, 0),
                   cell(one.still, 2), cell(one.reveal, 2), cell(one.pictures, 0), cell(one.arrival, 1));
        std::fflush(stdout);
    }
    fmt::print("\n");
    print_ratios(all, figures);
    fmt::print(
        "\n| {} members | first picture after the bytes, ms | a changed name on screen, ms | page turn (of {} "
        "members), "
        "ms | memory, MiB |\n|---|---|---|---|---|\n",
        most_members, few_members);
    for (const Rival& rival : all) {
        const CrowdFigures few = bench.measure_crowd(rival, few_members);
        const CrowdFigures most = bench.measure_crowd(rival, most_members);
        fmt::print("| {} | {} | {} | {} ({}) | {} |\n", rival.name, cell(most.first, 0), cell(most.arrival, 1),
                   cell(most.turn, 0), cell(few.turn, 0), cell(most.memory, 0));
        std::fflush(stdout);
    }
    return 0;
}

}  // namespace
}  // namespace hall::bench

int main(int, char** argv) { return hall::bench::run(std::filesystem::path(argv[0]).parent_path() / "bench_floor"); }
