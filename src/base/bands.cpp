#include "base/bands.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

namespace hall {
namespace {

constexpr int most_bands = 4;
constexpr int least_rows = 64;  // a thread costs more than fewer

}  // namespace

void in_bands(int count, const std::function<void(int first, int last)>& work) {
    static const int processors = static_cast<int>(std::thread::hardware_concurrency());  // a file is read for it
    const int bands = std::clamp(std::min(processors, count / least_rows), 1, most_bands);
    const auto edge = [&](int band) { return count * band / bands; };
    std::vector<std::jthread> helpers;
    int next = 1;
    try {
        for (; next < bands; ++next)
            helpers.emplace_back([&work, first = edge(next), last = edge(next + 1)] { work(first, last); });
    } catch (const std::system_error&) {
        work(edge(next), count);
    }
    work(0, edge(1));
}

}  // namespace hall
