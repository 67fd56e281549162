#include "draw/drum.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include "base/bands.h"
#include "draw/pixels.h"

namespace hall {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Rings, as parts of the radius: where the middle of the line lies, and how wide it is.
struct Ring {
    float at, width;
};
constexpr std::array rings = {Ring{0.985F, 0.022F}, Ring{0.945F, 0.008F}, Ring{0.822F, 0.008F},
                              Ring{0.735F, 0.008F}, Ring{0.712F, 0.008F}, Ring{0.520F, 0.008F},
                              Ring{0.497F, 0.008F}, Ring{0.412F, 0.008F}, Ring{0.300F, 0.010F}};

/// A place in a band that repeats around the face: `r` from the centre, `along` from the middle of the nearest
/// repetition, both pixels.
struct Place {
    float r, along;
};

/// `angle` and `phase` are not negative.
Place repeat(float r, float angle, float count, float phase = 0) {
    const float turn = angle * count / (2 * pi) + phase;
    const auto nearest = static_cast<float>(static_cast<int>(turn + 0.5F));  // std::round is a call
    return {r, (turn - nearest) * 2 * pi / count * r};
}

/// std::atan2(x, y) of a quarter, 0 to pi / 2, without the call: Abramowitz and Stegun 4.4.49, within 2e-8.
float angle_of(float x, float y) {
    const float t = std::min(x, y) / std::max(x, y), s = t * t;
    const float angle =
        t *
        (1 +
         s * (-0.3333314528F +
              s * (0.1999355085F +
                   s * (-0.1420889944F +
                        s * (0.1065626393F +
                             s * (-0.0752896400F + s * (0.0429096138F + s * (-0.0161657367F + s * 0.0028662257F))))))));
    return x < y ? angle : pi / 2 - angle;
}

/// Fine strokes along the radius, between `from` and `to`.
float strokes(Place p, float from, float to, float half_width) {
    return std::max({std::abs(p.along) - half_width, from - p.r, p.r - to});
}

/// As std::hypot has it, which is a call.
float distance(float x, float y) {
    return static_cast<float>(std::sqrt(static_cast<double>(x) * x + static_cast<double>(y) * y));
}

/// A row of rings with a dot in each.
float eyes(Place p, float at, float radius, float line) {
    const float d = distance(p.r - at, p.along);
    return std::min(std::abs(d - radius) - line, d - radius * 0.36F);
}

/// Teeth that point outwards.
float teeth(Place p, float from, float to, float half_base) {
    const float t = (p.r - from) / (to - from);
    return std::max({std::abs(p.along) - half_base * (1 - t), from - p.r, p.r - to});
}

/// Fourteen rays, one of them straight up.
float star(float r, float angle, float radius) {
    constexpr float rays = 14;
    const Place p = repeat(r, angle, rays);
    const float half = pi / rays;
    // Cosine and sine of no more than half, by their series.
    const float a = p.along / std::max(r, 0.01F), s = a * a;
    const float x = r * (1 - s * (0.5F - s / 24));
    const float y = std::abs(r * a * (1 - s * (1.0F / 6 - s / 120)));
    // The edge of a ray: from its tip to the notch between two rays.
    const float tip = radius;
    const float notch = radius * 0.42F;
    const float nx = notch * std::cos(half);
    const float ny = notch * std::sin(half);
    const float ex = nx - tip;
    const float length = distance(ex, ny);
    return ((x - tip) * ny - y * ex) / length;
}

/// Half the width of a line that is `part` of the radius wide: at least a pixel in all, and thinner than in proportion
/// on a large face, which would look coarse.
float half_line(float part, float radius) {
    constexpr float emblem = 150;
    const float width = radius < emblem ? radius : std::sqrt(radius * emblem);
    return std::max(0.5F, part * width / 2);
}

/// What of a face of one size is the same for all its pixels.
class Engraving {
public:
    explicit Engraving(float radius) : radius_(radius), fine_(half_line(0.011F, radius)) {
        for (const Ring& ring : rings) lines_.push_back({ring.at * radius, half_line(ring.width, radius)});
        for (float r = 0; r <= radius + 2; ++r) {
            const auto near = [r](const Line& line) { return std::abs(r + 0.5F - line.at) < line.half + 2; };
            const auto first = std::ranges::find_if(lines_, near);
            const auto last = std::find_if(lines_.rbegin(), lines_.rend(), near).base();
            by_distance_.push_back(first == lines_.end() ? std::span<const Line>{} : std::span(first, last));
        }
    }
    Engraving(const Engraving&) = delete;
    Engraving& operator=(const Engraving&) = delete;

    float radius() const { return radius_; }
    float fine() const { return fine_; }  ///< half the width of a thin line, pixels
    /// The distance to the nearest ring, pixels; 1 where none is nearer.
    float to_ring(float r) const {
        float best = 1;
        for (const Line& line : by_distance_[static_cast<std::size_t>(r)])
            best = std::min(best, std::abs(r - line.at) - line.half);
        return best;
    }

private:
    struct Line {
        float at, half;
    };
    float radius_, fine_;
    std::vector<Line> lines_;
    std::vector<std::span<const Line>> by_distance_;  ///< those that come near, by the whole pixels from the centre
};

float face(float x, float y, const Engraving& engraving) {
    const float radius = engraving.radius(), fine = engraving.fine();
    const float r = distance(x, y);
    if (r > radius + 1) return 0;
    const float part = r / radius;
    const auto angle = [x, y] { return angle_of(x, y); };  // many a pixel needs none
    float best = engraving.to_ring(r);
    if (part > 0.83F) {
        const float from = 0.840F * radius, to = 0.928F * radius;
        if (r > from - 1 && r < to + 1) best = std::min(best, strokes(repeat(r, angle(), 112), from, to, fine));
    } else if (part > 0.74F) {
        best = std::min(best, eyes(repeat(r, angle(), 56), 0.7785F * radius, 0.031F * radius, fine));
    } else if (part > 0.53F && part < 0.71F) {
        const float turn = angle();
        const Place out = repeat(r, turn, 28);
        best = std::min(best, teeth(out, 0.535F * radius, 0.690F * radius, 0.045F * radius));
        best = std::min(best, eyes(repeat(r, turn, 28, 0.5F), 0.664F * radius, 0.028F * radius, fine));
    } else if (part > 0.42F && part < 0.49F) {
        best = std::min(best, strokes(repeat(r, angle(), 70), 0.426F * radius, 0.484F * radius, fine));
    } else if (part > 0.31F && part < 0.41F) {
        best = std::min(best, eyes(repeat(r, angle(), 28, 0.5F), 0.356F * radius, 0.029F * radius, fine));
    } else if (part < 0.29F) {
        const float turn = angle();
        best = std::min(best, star(r, turn, 0.270F * radius));
        best = std::min(best, distance(repeat(r, turn, 14, 0.5F).along, r - 0.225F * radius) - 0.016F * radius);
    }
    return coverage(best);
}

}  // namespace

DrumFace::DrumFace(float radius) : reach_(static_cast<int>(std::ceil(std::max(1.0F, radius))) + 1) {
    quarter_.resize(static_cast<std::size_t>(reach_) * static_cast<std::size_t>(reach_));
    const Engraving engraving(radius);
    in_bands(reach_, [&](int first, int last) {
        auto next = static_cast<std::size_t>(first) * static_cast<std::size_t>(reach_);
        for (int row = first; row < last; ++row)
            for (int column = 0; column < reach_; ++column) {
                const float shade = face(static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F, engraving);
                quarter_[next++] = byte_of(shade * 255);
            }
    });
}

Image paint_drum(const Theme& theme, float radius) {
    const DrumFace drum(radius);
    const int reach = drum.reach();
    Image image(2 * reach, 2 * reach);
    for (int y = 0; y < image.height; ++y) {
        const float t = static_cast<float>(y) / static_cast<float>(image.height);
        const Theme::Metal& metal = theme.ornament;
        const Colour gold = t < 0.5F ? mix(metal.top, metal.middle, t * 2) : mix(metal.middle, metal.bottom, t * 2 - 1);
        const int row = y < reach ? reach - 1 - y : y - reach;
        for (int x = 0; x < image.width; ++x) {
            const int column = x < reach ? reach - 1 - x : x - reach;
            write(image.pixel(x, y), gold, static_cast<float>(drum.covers(column, row)) / 255);
        }
    }
    return image;
}

}  // namespace hall
