#include "feed/number_format.h"

#include <algorithm>
#include <string>

namespace hall {
namespace {

/// The first section, without quoted text, escaped characters, colours and conditions.
std::string bare_code(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            if (inside == "h" || inside == "hh" || inside == "H" || inside == "HH") bare += 'h';
            i = end;
        } else {
            bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return bare;
}

}  // namespace

NumberFormat built_in_format(int id) {
    switch (id) {
        case 1:
        case 3: return {.decimals = 0};
        case 2:
        case 4: return {.decimals = 2};
        case 9: return {.percent = true, .decimals = 0};
        case 10: return {.percent = true, .decimals = 2};
        case 14:
        case 15:
        case 16:
        case 17: return {.day = true};
        case 18:
        case 19:
        case 20:
        case 21:
        case 45:
        case 46:
        case 47: return {.clock = true};
        case 22: return {.day = true, .clock = true};
        default: return {};
    }
}

NumberFormat read_format(std::string_view code) {
    const std::string bare = bare_code(code);
    NumberFormat format;
    if (bare.find("general") != std::string::npos) return format;
    format.clock = bare.find('h') != std::string::npos || bare.find("am/pm") != std::string::npos;
    format.day = bare.find('y') != std::string::npos || bare.find('d') != std::string::npos;
    if (format.day || format.clock) return format;
    format.percent = bare.find('%') != std::string::npos;
    if (bare.find('0') == std::string::npos) return format;
    const auto point = bare.find('.');
    format.decimals = 0;
    if (point == std::string::npos) return format;
    const std::string_view places = std::string_view(bare).substr(point + 1);
    const auto end = std::min(places.find_first_not_of("0#?"), places.size());
    format.decimals = static_cast<int>(std::min<std::size_t>(end, 9));
    if (places.substr(0, end).find('#') != std::string_view::npos) format.decimals = -1;
    return format;
}

}  // namespace hall
