#pragma once
/// Settings written into a configuration file whose comments and other lines stay as they are.
#include <string>
#include <string_view>

#include "base/result.h"

namespace hall {

/// `text` with `key = "value"` in `[section]`: in place of its line, else after the section's head, else at the end.
std::string with_setting(std::string_view text, std::string_view section, std::string_view key, std::string_view value);

}  // namespace hall
