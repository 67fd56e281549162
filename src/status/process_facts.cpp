#include "status/process_facts.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace hall {
namespace {

constexpr std::uint64_t bytes_per_kilobyte = 1024;
constexpr int fields_before_start = 18;  // between the state and the start time, proc(5)

/// "Rss:   1234 kB"
std::uint64_t kilobytes_after(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + ":");
    if (at == std::string::npos) return 0;
    std::istringstream rest(text.substr(at + name.size() + 2));
    std::uint64_t kilobytes = 0;
    rest >> kilobytes;
    return kilobytes * bytes_per_kilobyte;
}

}  // namespace

std::optional<std::uint64_t> start_ticks_of(int pid) {
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    const std::string line{std::istreambuf_iterator<char>(file), {}};
    // The program's name stands in brackets and may hold anything.
    const auto bracket = line.rfind(')');
    if (bracket == std::string::npos) return std::nullopt;
    std::istringstream fields(line.substr(bracket + 1));
    std::string field;
    fields >> field;
    if (field == "Z" || field == "X") return std::nullopt;
    for (int i = 0; i < fields_before_start; ++i) fields >> field;
    std::uint64_t ticks = 0;
    if (!(fields >> ticks)) return std::nullopt;
    return ticks;
}

MemoryReport own_memory() {
    std::ifstream file("/proc/self/smaps_rollup");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return {kilobytes_after(text, "Rss"), kilobytes_after(text, "Pss")};
}

}  // namespace hall
