#include "soak/growth.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hall::test {
namespace {

constexpr double kibibytes_per_mebibyte = 1024;
constexpr double seconds_per_hour = 3600;

std::string text_of(const std::string& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

double number_after(const std::string& text, const std::string& name) {
    const auto at = text.find(name);
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + name.size(), nullptr);
}

double entries_of(const std::string& folder) {
    std::error_code gone;
    double count = 0;
    for (auto at = std::filesystem::directory_iterator(folder, gone);
         !gone && at != std::filesystem::directory_iterator(); at.increment(gone))
        ++count;
    return count;
}

}  // namespace

Holding holding_of(pid_t pid, const std::string& report) {
    const std::string process = "/proc/" + std::to_string(pid);
    const std::string memory = text_of(process + "/smaps_rollup");
    Holding holding;
    holding.anonymous = number_after(memory, "Anonymous:") / kibibytes_per_mebibyte;
    holding.proportional = number_after(memory, "Pss:") / kibibytes_per_mebibyte;
    holding.resident = number_after(memory, "Rss:") / kibibytes_per_mebibyte;
    holding.descriptors = entries_of(process + "/fd");
    holding.threads = entries_of(process + "/task");
    holding.textures = number_after(text_of(report), "\"textures\":");
    return holding;
}

double slope(const std::vector<Holding>& samples, double Holding::*what, double warm_up) {
    double count = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Holding& sample : samples) {
        if (sample.seconds < warm_up) continue;
        const double hours = sample.seconds / seconds_per_hour;
        ++count;
        x += hours;
        y += sample.*what;
        xx += hours * hours;
        xy += hours * sample.*what;
    }
    const double spread = count * xx - x * x;
    return spread <= 0 ? 0 : (count * xy - x * y) / spread;
}

}  // namespace hall::test
