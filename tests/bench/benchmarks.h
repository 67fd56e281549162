#pragma once
/// What ./run bench measures from inside, by Google Benchmark: one function adds the benchmarks of its source.

namespace hall::bench {

void add_decode_benchmarks();
void add_layout_benchmarks();
void add_draw_benchmarks();
void add_cache_benchmarks();

}  // namespace hall::bench
