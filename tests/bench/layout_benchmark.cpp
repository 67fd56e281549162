/// Laying text out: what is laid out again for every picture of a motion (the fonts remember what they shaped), and
/// what nobody has seen before.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include "bench/benchmarks.h"
#include "bench/large_feed.h"
#include "bench/stage.h"
#include "draw/text_layout.h"
#include "proof/page_maker.h"
#include "show/paging.h"

namespace hall::bench {
namespace {

constexpr int width = 1920, height = 1080;

struct Case {
    const char* name;
    const char* text;
    TextStyle style;
    LayoutLimits limits;
};

LayoutLimits room(float percent_of_width, int lines) {
    return {.width = percent_of_width * width / 100, .lines = lines, .percent = height / 100.0F};
}

const std::array<Case, 4>& cases() {
    static const std::array<Case, 4> all{{
        {"title", "Hội nghị Tổng kết hoạt động Cụm thi đua năm 2022", {.type = Type::title}, room(90, 2)},
        {"name", "Đồng chí Nguyễn Phước Thị Thùy Dương", {.type = Type::name_l, .words = Words::person}, room(80, 2)},
        {"long_name",
         "Ban Thường vụ Công đoàn Tổng công ty Đầu tư Phát triển Đường cao tốc Việt Nam - Khối các cơ quan Trung ương "
         "và doanh nghiệp nhà nước",
         {.type = Type::name_m, .words = Words::organisation},
         room(44, 4)},
        {"no_room",
         "Ban Thường vụ Công đoàn Tổng công ty Đầu tư Phát triển Đường cao tốc Việt Nam - Khối các cơ quan Trung ương "
         "và doanh nghiệp nhà nước",
         {.type = Type::name_m, .words = Words::organisation},
         room(20, 2)},
    }};
    return all;
}

void again(benchmark::State& state, const Case& one) {
    for (const auto _ : state) {
        auto block = lay_out(fonts(), one.text, one.style, one.limits);
        benchmark::DoNotOptimize(block);
    }
}

/// More names than the fonts remember.
void unseen(benchmark::State& state) {
    std::size_t number = 0;
    const TextStyle style{.type = Type::name_m, .words = Words::organisation};
    for (const auto _ : state) {
        auto block = lay_out(fonts(), organisation(number++), style, room(44, 2));
        benchmark::DoNotOptimize(block);
    }
}

Snapshot with_members(std::size_t count) {
    Snapshot snapshot = bundled_snapshot();
    snapshot.conference.members = {};
    for (std::size_t i = 0; i < count; ++i) {
        Member member;
        member.id = "m" + std::to_string(i);
        member.name = organisation(i);
        Person& leader = member.representatives.emplace_back();
        leader.name = person(i);
        leader.position = "Phó Chủ tịch";
        snapshot.conference.members.push_back(member);
    }
    return snapshot;
}

/// One page after another, so that most of its texts were long forgotten.
void members(benchmark::State& state, std::size_t count) {
    const Snapshot snapshot = with_members(count);
    const Instant now = typical_moment(snapshot.conference);
    Stage stage(width, height);
    Step step;
    step.screen = ScreenId::members;
    step.members = member_layout(snapshot.conference);
    const auto pages = member_pages(snapshot.conference, step.members);
    std::size_t number = 0;
    for (const auto _ : state) {
        step.page = pages[number++ % pages.size()];
        auto record = stage.measure(snapshot, step, now);
        benchmark::DoNotOptimize(record);
    }
    state.counters["names"] = static_cast<double>(pages.front().count);
}

}  // namespace

void add_layout_benchmarks() {
    for (const Case& one : cases())
        benchmark::RegisterBenchmark((std::string("layout/") + one.name).c_str(), again, one)
            ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("layout/unseen_name", unseen)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("layout/members_page", members, std::size_t{6})->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("layout/members_pages_of_6000", members, std::size_t{6000})
        ->Unit(benchmark::kMicrosecond);
}

}  // namespace hall::bench
