#pragma once
/// Settings written into a configuration file whose comments and other lines stay as they are.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace hall {

/// What `setup` sets; what is empty stays as it is.
struct Wanted {
    std::string feed;
    std::string display;
};

/// `text`, the configuration `file`, with what is wanted: in place of its value, else after its section's head, else at
/// the end. It was read back as the show reads it; where it is written in a way that lets nothing in, an Error says
/// what to write by hand, and where.
Result<std::string> configured(std::string_view text, const Wanted& wanted, const Path& file);

/// The line of the entry of [[screen]] that says which display is the hall's, and goes before [display]; nothing where
/// none does.
std::optional<std::size_t> main_screen_line(std::string_view text);

}  // namespace hall
