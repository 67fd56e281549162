#include "draw/theme.h"

#include <algorithm>
#include <array>

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

Theme accented(Theme theme, Colour accent) {
    const bool dark = theme.ground == Ground::dark;
    const Colour lit = mix(accent, rgb(0xFFFFFF), dark ? 0.6F : 0.12F);
    const Colour shaded = mix(accent, rgb(0x000000), dark ? 0.06F : 0.2F);
    const auto set = [&](Ink which, Colour colour) { theme.inks[static_cast<std::size_t>(which)] = colour; };
    set(Ink::accent, accent);
    set(Ink::accent_pale, dark ? mix(accent, rgb(0xFFFFFF), 0.35F) : accent);
    const Colour light = rgb(0xFFFFFF);
    const Colour ink = mix(theme.corner, rgb(0x000000), dark ? 0.4F : 1.0F);
    set(Ink::on_accent, contrast_ratio(accent, light) > contrast_ratio(accent, ink) ? light : ink);
    set(Ink::line, faded(accent, 0.5F));
    if (dark) set(Ink::header, accent);
    theme.gold = theme.ornament = {lit, accent, shaded};
    if (!dark) theme.band = accent;
    return theme;
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

Colour legible_accent(const Theme& theme, Colour accent) {
    constexpr double least_contrast = 7.0;
    constexpr float step = 0.06F;
    const Colour end = theme.ground == Ground::dark ? rgb(0xFFFFFF) : rgb(0x000000);
    const auto legible = [&](Colour colour) {
        return std::ranges::all_of(std::array{theme.top, theme.centre, theme.bottom, theme.panel},
                                   [&](Colour ground) { return contrast_ratio(colour, ground) >= least_contrast; });
    };
    while (!legible(accent) && accent != end) {
        const Colour next = mix(accent, end, step);
        accent = next == accent ? end : next;
    }
    return accent;
}

Theme theme_with_accent(const Theme& theme, Colour accent) { return accented(theme, legible_accent(theme, accent)); }

}  // namespace hall
