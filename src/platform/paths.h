#pragma once
/// Where the program finds its fonts and assets, and keeps its cache, state and settings.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"

namespace hall {

/// Where the packaged service keeps what other users may ask about.
inline constexpr auto* service_runtime = "/run/hoitruong";
inline constexpr auto* service_state = "/var/lib/hoitruong";

struct Paths {
    Path home;     ///< holds fonts/ and assets/; empty where none is found
    Path fonts;    ///< home/fonts
    Path assets;   ///< home/assets
    Path cache;    ///< a folder; not made here
    Path state;    ///< a folder; not made here
    Path runtime;  ///< a folder for what ends with the machine's run; not made here
    Path config;   ///< a file; need not exist
};

/// What the paths are found from, so that a test can say it.
struct PathSources {
    std::function<std::optional<std::string>(const char*)> environment;
    std::function<bool(const Path&)> is_folder;
    Path executable;      ///< absolute
    Path installed_home;  ///< where `cmake --install` puts fonts/ and assets/
    Path source_home;     ///< the tree this was built from, for development
};

/// Home: $HOITRUONG_HOME; a folder of the executable or above it, as it is or as share/hoitruong; installed; source.
/// Cache, state, config: systemd's folders, then XDG's, then those under $HOME. Runtime: systemd's, XDG's, else the
/// state folder.
Paths find_paths(const PathSources& sources);
/// Where shows in the sessions of those who are logged in keep what `Paths::runtime` is to them, by `sessions`.
std::vector<Path> session_runtimes(const Path& sessions = "/run/user");
/// Of this program, here and now. Thread: any, while nobody sets the environment.
Paths find_paths();

}  // namespace hall
