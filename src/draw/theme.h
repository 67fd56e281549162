#pragma once
/// The colours of a theme by what they are for (look.md 5.1).
#include <cstddef>
#include <string>
#include <string_view>

#include "draw/colour.h"

namespace hall {

/// What a text or shape is drawn with. Screens name inks, never colours.
enum class Ink {
    primary,      ///< ivory: main text
    secondary,    ///< sand: positions, dates
    accent,       ///< gold: labels, numbers
    accent_pale,  ///< pale gold: names on panels
    on_accent,    ///< text on a gold plate
    shape,        ///< warm red, shapes only, never text
    line,         ///< hairlines
};
inline constexpr std::size_t ink_count = 7;

struct Theme {
    std::string name;
    Colour top, centre, bottom, corner;  ///< backdrop: vertical gradient, soft glow, dark corners
    Colour panel;
    Colour panel_dim;  ///< an unrevealed place
    Colour inks[ink_count];
    Colour gold_top, gold_middle, gold_bottom;  ///< Finish::gold, from cap top to baseline
    Colour shadow;

    Colour ink(Ink which) const { return inks[static_cast<std::size_t>(which)]; }
};

/// "le-dai" (the default), for an unknown name too.
const Theme& theme_named(std::string_view name);

}  // namespace hall
