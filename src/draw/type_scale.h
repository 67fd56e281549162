#pragma once
/// The type scale (look.md 5.2): sizes in percent of the picture's height at viewing distance k = 6.
#include <cstddef>

namespace hall {

enum class Face { serif_bold, sans_medium, sans_semibold, sans_bold, digits };
inline constexpr std::size_t face_count = 5;

enum class Type { hero, name_xl, title, name_l, name_m, clock, body_strong, body, label, meta };

/// How much it matters that the last row reads it (look.md 1.2).
enum class Tier { must_read = 1, should_read = 2, incidental = 3 };

struct TypeSpec {
    Face face;
    float em;  ///< percent of H at k = 6
    Tier tier;
    float tracking;      ///< em, added after every character
    float line_advance;  ///< em, baseline to baseline
};

TypeSpec spec_of(Type type);
/// Smallest cap height of a tier, percent of H, for viewing distance k (image heights).
float least_cap_height(Tier tier, float k);
/// Pixels of em below which the stacked marks of a letter run into one, whatever the distance: the least em of a wall
/// of 720 lines.
inline constexpr float least_em_pixels = 20;
/// Smallest em of a face in a tier, percent of H: by cap height, by mark stroke (L3), and never under 2.8 (L2).
float least_em(Face face, Tier tier, float k);

}  // namespace hall
