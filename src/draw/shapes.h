#pragma once
/// The kinds of shapes a screen asks for.

namespace hall {

enum class Panel {
    card,     ///< filled, rounded, soft shadow
    outline,  ///< filled, with a gold hairline
    dim,      ///< an unrevealed place: darker, faint outline
    plate,    ///< gold plate (chips, numbers)
    ring,     ///< outline chip
    urgent,   ///< blue, opaque
};

enum class PictureFit { contain, cover, circle };

enum class Ornament { none, centre, right };

}  // namespace hall
