#include "app/setup_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>
#include <vector>

#include "app/configuration.h"
#include "app/options.h"

namespace hall {
namespace {

std::string_view without_margins(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

/// "[feed]", however it is spaced; a comment may follow.
bool is_head(std::string_view line, std::string_view section) {
    if (!line.starts_with('[') || line.starts_with("[[")) return false;
    const auto end = line.find(']');
    return end != std::string_view::npos && without_margins(line.substr(1, end - 1)) == section;
}

/// A basic string of TOML 1.0.
std::string in_quotes(std::string_view value) {
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

struct Setting {
    std::string section, key;
    std::string value;
    std::string Options::*read;  ///< where the show finds it
};

toml::table parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
        return {};
    }
}

/// The last one counts, as it does for the show.
const toml::node* main_screen(const toml::table& whole) {
    const toml::node* found = nullptr;
    if (const toml::array* const screens = whole["screen"].as_array())
        for (const toml::node& one : *screens)
            if (const toml::table* const entry = one.as_table())
                if ((*entry)["show"].value_or(std::string("main")) == "main" && entry->get("display"))
                    found = entry->get("display");
    return found;
}

/// The value that counts for the show; nullptr where there is none.
const toml::node* value_of(const toml::table& whole, const Setting& setting) {
    const toml::node* const screen = setting.section == "display" ? main_screen(whole) : nullptr;
    return screen ? screen : whole[setting.section][setting.key].node();
}

/// The parser counts characters.
std::size_t bytes_before(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t before = 1; at < line.size(); ++at)
        if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U && before++ == column) break;
    return at;
}

std::string with_setting(std::string_view text, const Setting& setting) {
    std::vector<std::string> lines;
    std::istringstream all{std::string(text)};
    for (std::string line; std::getline(all, line);) lines.push_back(line);

    const toml::table whole = parsed(text);
    if (const toml::node* const value = value_of(whole, setting)) {
        const toml::source_region& region = value->source();
        if (region.begin.line != region.end.line || region.begin.line > lines.size()) return std::string(text);
        std::string& line = lines[region.begin.line - 1];
        const std::size_t begin = bytes_before(line, region.begin.column);
        line.replace(begin, bytes_before(line, region.end.column) - begin, in_quotes(setting.value));
    } else {
        const auto head = std::ranges::find_if(
            lines, [&](const std::string& line) { return is_head(without_margins(line), setting.section); });
        const std::string written = fmt::format("{} = {}", setting.key, in_quotes(setting.value));
        if (head != lines.end())
            lines.insert(head + 1, written);
        else
            lines.insert(lines.end(), {"", fmt::format("[{}]", setting.section), written});
    }
    std::string made;
    for (const std::string& line : lines) made += line + '\n';
    return made;
}

Error lets_nothing_in(std::string_view text, const Setting& setting, const Path& file) {
    const toml::table whole = parsed(text);
    const toml::node* const value = value_of(whole, setting);
    const toml::node* const place = value ? value : whole.get(setting.section);
    const auto line = place ? place->source().begin.line : 1;
    return fault(
        fmt::format("Chưa ghi gì: {} được viết theo cách mà setup không sửa được (dòng {}). Hãy tự ghi {} = {} "
                    "vào mục {} ở đó, rồi chạy lại setup.",
                    file.string(), line, setting.key, in_quotes(setting.value), setting.section),
        fmt::format("Nothing was written: {} is written in a way that setup cannot change (line {}). Write {} = "
                    "{} into its section {} there by hand, then run setup again.",
                    file.string(), line, setting.key, in_quotes(setting.value), setting.section));
}

}  // namespace

Result<std::string> configured(std::string_view text, const Wanted& wanted, const Path& file) {
    std::string made(text);
    for (const Setting& one : {Setting{"feed", "address", wanted.feed, &Options::feed},
                               Setting{"display", "name", wanted.display, &Options::display}}) {
        const auto reads = [&] {
            Options options;
            return read_configuration_text(made, file, options) && options.*one.read == one.value;
        };
        if (one.value.empty() || reads()) continue;
        made = with_setting(made, one);
        if (!reads()) return lets_nothing_in(text, one, file);
    }
    return made;
}

std::optional<std::size_t> main_screen_line(std::string_view text) {
    const toml::table whole = parsed(text);
    const toml::node* const screen = main_screen(whole);
    return screen ? std::optional<std::size_t>(screen->source().begin.line) : std::nullopt;
}

}  // namespace hall
