#include "draw/theme.h"

#include <algorithm>

namespace hall {
namespace {

Theme le_dai() {
    return {
        .name = "le-dai",
        .title = "Lễ đài",
        .ground = Ground::dark,
        .top = rgb(0x6B0B10),
        .centre = rgb(0x7A0E13),
        .bottom = rgb(0x4A060A),
        .corner = rgb(0x2A0306),
        .tint = rgb(0x000000, 0),
        .panel = rgb(0x4A060A, 235),
        .panel_dim = rgb(0x3A0508, 150),
        .inks = {rgb(0xFFF6E0), rgb(0xE9D8B4), rgb(0xF6CE6A), rgb(0xFFE39A), rgb(0x3A0508), rgb(0xA3161C),
                 rgb(0xF6CE6A, 128), rgb(0xF6CE6A), rgb(0xE9D8B4)},
        .gold = {rgb(0xFFF3C4), rgb(0xF6CE6A), rgb(0xE2AE45)},
        .ornament = {rgb(0xFFF3C4), rgb(0xF6CE6A), rgb(0xE2AE45)},
        .shadow = rgb(0x000000, 128),
        .band = rgb(0x000000, 0),
    };
}

Theme dem() {
    return {
        .name = "dem",
        .title = "Đêm",
        .ground = Ground::dark,
        .top = rgb(0x18202B),
        .centre = rgb(0x1C2531),
        .bottom = rgb(0x0F141C),
        .corner = rgb(0x090D13),
        .tint = rgb(0x8A1116, 72),
        .panel = rgb(0x222C3A, 240),
        .panel_dim = rgb(0x141B25, 170),
        .inks = {rgb(0xF5F0E6), rgb(0xB9C2CE), rgb(0xE8B84A), rgb(0xF3CF7E), rgb(0x2A1215), rgb(0xA3161C),
                 rgb(0xE8B84A, 110), rgb(0xE8B84A), rgb(0xB9C2CE)},
        .gold = {rgb(0xFBE7B4), rgb(0xE8B84A), rgb(0xD6A136)},
        .ornament = {rgb(0xFBE7B4), rgb(0xE8B84A), rgb(0xC89430)},
        .shadow = rgb(0x000000, 140),
        .band = rgb(0x000000, 0),
    };
}

/// For bright rooms: what is gold on the dark grounds is deep red here, and gold is left to the ornaments.
Theme nga() {
    return {
        .name = "nga",
        .title = "Ngà",
        .ground = Ground::light,
        .top = rgb(0xFBF6EA),
        .centre = rgb(0xFDFAF2),
        .bottom = rgb(0xF6EEDC),
        .corner = rgb(0xF3E9D2),
        .tint = rgb(0x000000, 0),
        .panel = rgb(0xFFFFFF, 245),
        .panel_dim = rgb(0xEFE4CB, 150),
        .inks = {rgb(0x2A1215), rgb(0x544331), rgb(0x8F1119), rgb(0x8F1119), rgb(0xFFF6E0), rgb(0xA3161C),
                 rgb(0xB98A2E, 170), rgb(0xFFF6E0), rgb(0xFBEBCB)},
        .gold = {rgb(0xA3161C), rgb(0x8F1119), rgb(0x6E0A11)},
        .ornament = {rgb(0xE0B24E), rgb(0xCF9F3C), rgb(0xB98A2E)},
        .shadow = rgb(0x2A1215, 52),
        .band = rgb(0x8F1119),
        .drum = 0.10F,
    };
}

}  // namespace

const std::vector<Theme>& themes() {
    static const std::vector<Theme> all = {le_dai(), dem(), nga()};
    return all;
}

const Theme& theme_named(std::string_view name) {
    const auto found = std::ranges::find_if(themes(), [&](const Theme& theme) { return theme.name == name; });
    return found == themes().end() ? themes().front() : *found;
}

}  // namespace hall
