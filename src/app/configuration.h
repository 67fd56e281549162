#pragma once
/// The configuration file: a commented TOML file (assets/hoitruong.toml shows every key).
#include <string>
#include <string_view>
#include <vector>

#include "app/options.h"
#include "base/file.h"
#include "base/result.h"

namespace hall {

/// What the packaged service reads, and `setup` writes.
inline constexpr auto* service_configuration = "/etc/hoitruong/hoitruong.toml";

/// Every key the file may hold, "display.theme" style; a test keeps the shipped file in step.
const std::vector<std::string>& configuration_keys();

/// Reads `file` into `options`. An unreadable file is an Error naming line and column; an unknown key becomes
/// a note with the nearest known one, a value that cannot be used a note with one that can, and so does an entry of
/// [[screen]], which alone is left out.
Status read_configuration(const Path& file, Options& options);
/// The same of the file's text; `file` names it to people.
Status read_configuration_text(std::string_view text, const Path& file, Options& options);

/// In the state folder: the default file as a show read it last, for the start after a slip in it.
Path kept_configuration(const Path& state);
/// Keeps it there, readable for its owner alone. What cannot be kept is not missed before the next slip.
void keep_configuration(const Path& file, const Path& state);

}  // namespace hall
