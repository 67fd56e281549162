#include "status/process_facts.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"

namespace hall {
namespace {

constexpr std::uint64_t bytes_per_kilobyte = 1024;

/// Empty where there is none, also where the process ends while it is read: a stream would throw there.
std::string text_of(const Path& file) {
    constexpr std::size_t most = 1U << 16U;
    auto text = read_file(file, most);
    return text ? *std::move(text) : std::string();
}
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

/// The program with the words of a show, not while it checks a feed or asks for the status.
bool is_show(const Path& process, const NamesShow& names_show) {
    std::string called, word;
    if (!std::getline(std::ifstream(process / "comm"), called) || called != "hoitruong") return false;
    std::ifstream line(process / "cmdline");
    std::getline(line, word, '\0');  // the program's own name
    std::vector<std::string> words;
    while (std::getline(line, word, '\0')) words.push_back(word);
    return names_show(words);
}

}  // namespace

std::optional<std::uint64_t> start_ticks_of(int pid) {
    const std::string line = text_of(fmt::format("/proc/{}/stat", pid));
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

std::optional<ForeignProcess> foreign_show(unsigned own, const NamesShow& names_show, const Path& proc) {
    std::optional<ForeignProcess> first;
    std::error_code error;
    for (auto one = std::filesystem::directory_iterator(proc, error);
         !error && one != std::filesystem::directory_iterator(); one.increment(error)) {
        const std::string number = one->path().filename().string();
        int pid = 0;
        struct stat facts {};
        if (std::from_chars(number.data(), number.data() + number.size(), pid).ec != std::errc{}) continue;
        if (::stat(one->path().c_str(), &facts) != 0 || facts.st_uid == own || (first && first->pid < pid)) continue;
        if (is_show(one->path(), names_show)) first = ForeignProcess{pid, facts.st_uid};
    }
    return first;
}

MemoryReport own_memory() {
    const std::string text = text_of("/proc/self/smaps_rollup");
    return {kilobytes_after(text, "Rss"), kilobytes_after(text, "Pss")};
}

}  // namespace hall
