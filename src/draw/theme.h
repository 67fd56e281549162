#pragma once
/// The colours of a theme by what they are for (look.md 5.1).
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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
    header,       ///< a page head's label
    header_note,  ///< what stands at a page head's right
};
inline constexpr std::size_t ink_count = 9;

/// Whether text is lighter or darker than what it stands on.
enum class Ground { dark, light };

struct Theme {
    /// A metal, from the light that falls on its top to its foot.
    struct Metal {
        Colour top, middle, bottom;
    };

    std::string name;
    std::string title;  ///< for people: "Lễ đài"
    Ground ground = Ground::dark;
    Colour top, centre, bottom, corner;  ///< backdrop: vertical gradient, soft glow, dark corners
    Colour tint;                         ///< a breath of colour from the upper right corner
    Colour panel;
    Colour panel_dim;  ///< an unrevealed place
    Colour inks[ink_count];
    Metal gold;           ///< Finish::gold, from cap top to baseline, and plates
    Metal ornament;       ///< drum, frame, rules and the edges of panels
    Colour shadow;        ///< under panels and golden letters
    Colour band;          ///< behind page heads; without alpha there is none
    float drum = 0.045F;  ///< how strongly the faint drum shows behind text

    Colour ink(Ink which) const { return inks[static_cast<std::size_t>(which)]; }
};

/// "le-dai" (the default), "dem" and "nga".
const std::vector<Theme>& themes();
/// The default for an unknown name too.
const Theme& theme_named(std::string_view name);

/// The theme with `accent` in place of its gold, made lighter or darker until it is legible on all of the theme's
/// grounds (rules C1 and C2).
Theme theme_with_accent(const Theme& theme, Colour accent);
/// What `theme_with_accent` makes of `accent`.
Colour legible_accent(const Theme& theme, Colour accent);

}  // namespace hall
