#include "platform/connectors.h"

#include <sys/stat.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/file.h"
#include "platform/outputs.h"

namespace hall {
namespace {

constexpr Milliseconds look_interval{5000};

/// Empty where it cannot be read, as while a plug is pulled: a stream would throw there.
std::string bytes_of(const Path& file) {
    constexpr std::size_t most = 1U << 16U;
    auto bytes = read_file(file, most);
    return bytes ? *std::move(bytes) : std::string();
}

/// "card0-HDMI-A-1" is HDMI-1 to Xorg's modesetting driver; the other names agree.
std::string name_for_x(const std::string& entry) {
    std::string name = entry.substr(entry.find('-') + 1);
    if (name.starts_with("HDMI-A-")) name.erase(4, 2);
    return name;
}

/// A connector's folder is made when the driver lists it, and sysfs numbers its folders as they are made; their names
/// tell only the order within one kind.
std::tuple<std::string, ino_t> place_of(const Path& entry) {
    const std::string name = entry.filename().string();
    struct stat facts {};
    ::stat(entry.c_str(), &facts);
    return {name.substr(0, name.find('-')), facts.st_ino};
}

}  // namespace

std::vector<Connector> plugged_in(const Path& folder) {
    std::vector<Path> entries;
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (bytes_of(entry->path() / "status").starts_with("connected")) entries.push_back(entry->path());
    }
    std::ranges::sort(entries, {}, place_of);
    std::vector<Connector> found;
    for (const Path& entry : entries) {
        const std::string edid = bytes_of(entry / "edid");
        found.push_back({name_for_x(entry.filename().string()),
                         monitor_of(reinterpret_cast<const unsigned char*>(edid.data()), edid.size()).name});
    }
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
