#include "platform/paths.h"

#include <stdlib.h>

#include <algorithm>
#include <system_error>

namespace hall {
namespace {

constexpr auto* folder_name = "hoitruong";
constexpr auto* config_name = "hoitruong.toml";

bool is_home(const PathSources& sources, const Path& folder) {
    return !folder.empty() && sources.is_folder(folder / "fonts") && sources.is_folder(folder / "assets");
}

Path find_home(const PathSources& sources) {
    std::vector<Path> candidates;
    if (const auto wanted = sources.environment("HOITRUONG_HOME")) {
        candidates.emplace_back(*wanted);
    }
    for (Path folder = sources.executable.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        candidates.push_back(folder);
        candidates.push_back(folder / "share" / folder_name);
    }
    candidates.push_back(sources.installed_home);
    candidates.push_back(sources.source_home);
    for (const Path& candidate : candidates) {
        if (is_home(sources, candidate)) {
            return candidate;
        }
    }
    return {};
}

/// systemd gives a list with colons; ours is the first.
Path first_of(const std::string& list) { return list.substr(0, list.find(':')); }

/// XDG says that a relative path is to be ignored.
Path personal_folder(const PathSources& sources, const char* systemd, const char* xdg, const char* under_home) {
    if (const auto given = sources.environment(systemd); given && !given->empty()) {
        return first_of(*given);
    }
    if (const auto given = sources.environment(xdg); given && Path(*given).is_absolute()) {
        return Path(*given) / folder_name;
    }
    if (const auto home = sources.environment("HOME"); home && Path(*home).is_absolute()) {
        return Path(*home) / under_home / folder_name;
    }
    return Path("/var/tmp") / folder_name / under_home;
}

Path runtime_folder(const PathSources& sources, const Path& state) {
    if (const auto given = sources.environment("RUNTIME_DIRECTORY"); given && !given->empty()) return first_of(*given);
    if (const auto given = sources.environment("XDG_RUNTIME_DIR"); given && Path(*given).is_absolute())
        return Path(*given) / folder_name;
    return state;
}

}  // namespace

Paths find_paths(const PathSources& sources) {
    Paths paths;
    paths.home = find_home(sources);
    if (!paths.home.empty()) {
        paths.fonts = paths.home / "fonts";
        paths.assets = paths.home / "assets";
    }
    paths.cache = personal_folder(sources, "CACHE_DIRECTORY", "XDG_CACHE_HOME", ".cache");
    paths.state = personal_folder(sources, "STATE_DIRECTORY", "XDG_STATE_HOME", ".local/state");
    paths.runtime = runtime_folder(sources, paths.state);
    paths.config = personal_folder(sources, "CONFIGURATION_DIRECTORY", "XDG_CONFIG_HOME", ".config") / config_name;
    return paths;
}

std::vector<Path> session_runtimes(const Path& sessions) {
    std::vector<Path> found;
    std::error_code error;
    for (auto one = std::filesystem::directory_iterator(sessions, error);
         !error && one != std::filesystem::directory_iterator(); one.increment(error))
        found.push_back(one->path() / folder_name);
    std::sort(found.begin(), found.end());
    return found;
}

Paths find_paths() {
    std::error_code ignored;
    PathSources sources;
    sources.environment = [](const char* name) -> std::optional<std::string> {
        const char* value = getenv(name);
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    sources.is_folder = [](const Path& path) {
        std::error_code missing;
        return std::filesystem::is_directory(path, missing);
    };
    sources.executable = std::filesystem::read_symlink("/proc/self/exe", ignored);
    sources.installed_home = HALL_INSTALLED_HOME;
    sources.source_home = HALL_SOURCE_HOME;
    return find_paths(sources);
}

}  // namespace hall
