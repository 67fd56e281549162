#include "app/setup_file.h"

#include <fmt/format.h>

#include <sstream>
#include <vector>

namespace hall {
namespace {

std::string_view without_margins(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

bool sets(std::string_view line, std::string_view key) {
    const std::string_view bare = without_margins(line);
    return bare.starts_with(key) && without_margins(bare.substr(key.size())).starts_with('=');
}

/// "[feed]", however it is spaced; a comment may follow.
bool is_head(std::string_view line, std::string_view section) {
    if (!line.starts_with('[') || line.starts_with("[[")) return false;
    const auto end = line.find(']');
    return end != std::string_view::npos && without_margins(line.substr(1, end - 1)) == section;
}

/// A basic string of TOML 1.0.
std::string quoted(std::string_view value) {
    std::string made = "\"";
    for (const char letter : value) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            made += {'\\', letter};
        else if (code < 0x20 || code == 0x7F)
            made += fmt::format("\\u{:04X}", code);
        else
            made += letter;
    }
    return made + '"';
}

}  // namespace

std::string with_setting(std::string_view text, std::string_view section, std::string_view key,
                         std::string_view value) {
    const std::string setting = fmt::format("{} = {}", key, quoted(value));
    const std::string head = fmt::format("[{}]", section);
    std::vector<std::string> lines;
    std::istringstream all{std::string(text)};
    for (std::string line; std::getline(all, line);) lines.push_back(line);

    std::size_t after_head = 0;  // the line after the section's head
    bool within = false, done = false;
    for (std::size_t i = 0; i < lines.size() && !done; ++i) {
        const std::string_view bare = without_margins(lines[i]);
        if (bare.starts_with('[')) {
            within = is_head(bare, section);
            if (within) after_head = i + 1;
        } else if (within && sets(bare, key)) {
            lines[i] = setting;
            done = true;
        }
    }
    if (!done && after_head > 0) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(after_head), setting);
    } else if (!done) {
        lines.insert(lines.end(), {"", head, setting});
    }
    std::string made;
    for (const std::string& line : lines) made += line + '\n';
    return made;
}

}  // namespace hall
