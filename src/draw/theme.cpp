#include "draw/theme.h"

namespace hall {

const Theme& theme_named(std::string_view /* only one theme so far */) {
    static const Theme le_dai{
        .name = "le-dai",
        .top = rgb(0x6B0B10),
        .centre = rgb(0x7A0E13),
        .bottom = rgb(0x4A060A),
        .corner = rgb(0x2A0306),
        .panel = rgb(0x4A060A, 235),
        .panel_dim = rgb(0x3A0508, 150),
        .inks = {rgb(0xFFF6E0), rgb(0xE9D8B4), rgb(0xF6CE6A), rgb(0xFFE39A), rgb(0x3A0508), rgb(0xA3161C),
                 rgb(0xF6CE6A, 128)},
        .gold_top = rgb(0xFFF3C4),
        .gold_middle = rgb(0xF6CE6A),
        .gold_bottom = rgb(0xE2AE45),
        .shadow = rgb(0x000000, 128),
    };
    return le_dai;
}

}  // namespace hall
