/// A generation onto disk and back, in the system's temporary folder: with what the disk there needs to keep it.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/large_feed.h"
#include "feed/cache.h"
#include "net/temporary_folder.h"

namespace hall::bench {
namespace {

constexpr const char* feed = "https://example.org/conference.json";
constexpr std::size_t document_bytes = 64U << 10U;  // some hundred members
constexpr std::size_t pictures = 6, picture_bytes = 300U << 10U;
constexpr int commits = 40;  ///< each leaves its bodies behind for some minutes: so many that the folder stays small

/// The bytes of a photograph as far as a disk is concerned.
std::string photograph(unsigned number) {
    std::mt19937 noise(number);
    std::string bytes(picture_bytes, '\0');
    for (char& byte : bytes) byte = static_cast<char>(noise());
    return bytes;
}

std::vector<std::string> photographs(unsigned first) {
    std::vector<std::string> all;
    for (unsigned i = 0; i < pictures; ++i) all.push_back(photograph(first + i));
    return all;
}

/// False where the disk refuses.
bool commit(Cache& cache, const std::string& document, const std::vector<std::string>& photographs) {
    CachedGeneration generation;
    generation.document = document;
    generation.validators = {"\"tag\"", "Tue, 20 Dec 2022 01:00:00 GMT"};
    for (std::size_t i = 0; i < photographs.size(); ++i) {
        const auto hash = cache.store_picture(photographs[i]);
        if (!hash) return false;
        generation.pictures.push_back({fmt::format("photo-{}.jpg", i), *hash, {}});
    }
    return cache.store(generation).ok();
}

std::string edited(const std::string& document, unsigned edit) { return document + std::string(edit, ' '); }

enum class Photographs { kept, fresh };

void store(benchmark::State& state, Photographs which) {
    const test::TemporaryFolder folder;
    Cache cache(folder.path(), feed);
    const std::string document = feed_of_size(document_bytes);
    auto photos = photographs(0);
    if (!commit(cache, document, photos)) return state.SkipWithError("the temporary folder cannot be written");
    unsigned edit = 0;
    for (const auto _ : state) {
        state.PauseTiming();
        const std::string changed = edited(document, ++edit);
        if (which == Photographs::fresh) photos = photographs(edit * pictures);
        state.ResumeTiming();
        if (!commit(cache, changed, photos)) return state.SkipWithError("the temporary folder cannot be written");
    }
}

void load(benchmark::State& state) {
    const test::TemporaryFolder folder;
    Cache cache(folder.path(), feed);
    if (!commit(cache, feed_of_size(document_bytes), photographs(0)))
        return state.SkipWithError("the temporary folder cannot be written");
    for (const auto _ : state) {
        const auto generation = cache.load();
        if (!generation) return state.SkipWithError("what was stored is not there");
        for (const CachedPicture& picture : generation->pictures) {
            auto bytes = cache.picture(picture.hash);
            benchmark::DoNotOptimize(bytes);
        }
    }
}

}  // namespace

void add_cache_benchmarks() {
    benchmark::RegisterBenchmark("cache/commit_edited_document", store, Photographs::kept)
        ->Iterations(commits)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("cache/commit_with_6_new_pictures", store, Photographs::fresh)
        ->Iterations(commits)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("cache/load_with_6_pictures", load)->Unit(benchmark::kMillisecond)->UseRealTime();
}

}  // namespace hall::bench
