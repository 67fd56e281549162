#include "bench/benchmarks.h"

#include <benchmark/benchmark.h>

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    hall::bench::add_decode_benchmarks();
    hall::bench::add_layout_benchmarks();
    hall::bench::add_cache_benchmarks();
    hall::bench::add_draw_benchmarks();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
