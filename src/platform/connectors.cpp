#include "platform/connectors.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "platform/outputs.h"

namespace hall {
namespace {

constexpr Milliseconds look_interval{5000};

std::string bytes_of(const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// "card0-HDMI-A-1" is HDMI-1 to Xorg's modesetting driver; the other names agree.
std::string name_for_x(const std::string& entry) {
    std::string name = entry.substr(entry.find('-') + 1);
    if (name.starts_with("HDMI-A-")) name.erase(4, 2);
    return name;
}

}  // namespace

std::vector<Connector> plugged_in(const Path& folder) {
    std::vector<Connector> found;
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (!bytes_of(entry->path() / "status").starts_with("connected")) continue;
        const std::string edid = bytes_of(entry->path() / "edid");
        found.push_back({name_for_x(entry->path().filename().string()),
                         monitor_of(reinterpret_cast<const unsigned char*>(edid.data()), edid.size()).name});
    }
    std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    return found;
}

bool ConnectorWatch::changed(Milliseconds steady) {
    if (steady - looked_ < look_interval) return false;
    looked_ = steady;
    const auto now = plugged_in(folder_);
    return std::ranges::any_of(now, [&](const Connector& one) {
        return std::ranges::find(first_, one.name, &Connector::name) == first_.end();
    });
}

}  // namespace hall
