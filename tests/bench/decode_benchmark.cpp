/// From a feed's bytes to a conference, beside what the library that most would take needs to parse the same bytes.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <string>

#include "bench/benchmarks.h"
#include "bench/large_feed.h"
#include "feed/decoder.h"

namespace hall::bench {
namespace {

constexpr std::size_t large = 4U << 20U;  // bytes

void count(benchmark::State& state, const std::string& document) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document.size()));
}

void decode(benchmark::State& state, const std::string& document) {
    const auto seen = decode_feed(document);
    if (!seen) return state.SkipWithError(seen.error().sentence.en.c_str());
    if (!seen->issues.empty()) return state.SkipWithError(seen->issues.front().sentence.en.c_str());
    for (const auto _ : state) {
        auto decoded = decode_feed(document);
        benchmark::DoNotOptimize(decoded);
    }
    count(state, document);
    state.counters["members"] = static_cast<double>(seen->conference.members.size());
}

/// Nothing but the document's tree: no place, no check, no conference.
void parse(benchmark::State& state, const std::string& document) {
    for (const auto _ : state) {
        auto tree = nlohmann::json::parse(document);
        benchmark::DoNotOptimize(tree);
    }
    count(state, document);
}

void add(const std::string& name, const std::string& document) {
    benchmark::RegisterBenchmark(("decode/" + name).c_str(), decode, document)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("nlohmann/" + name).c_str(), parse, document)->Unit(benchmark::kMillisecond);
}

}  // namespace

void add_decode_benchmarks() {
    add("bundled", bundled_feed());
    add("4MiB", feed_of_size(large));
    add("most_members", feed_of_members(most_records - 1));
}

}  // namespace hall::bench
