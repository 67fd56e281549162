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

/// Like std::min and std::max, which would keep loops from being vectorised.
float least(float one, float other) { return one < other ? one : other; }
float most(float one, float other) { return one > other ? one : other; }

/// `angle` and `phase` are not negative.
Place repeat(float r, float angle, float count, float phase = 0) {
    const float turn = angle * count / (2 * pi) + phase;
    const auto nearest = static_cast<float>(static_cast<int>(turn + 0.5F));  // std::round is a call
    return {r, (turn - nearest) * 2 * pi / count * r};
}

/// std::atan2(x, y) of a quarter, 0 to pi / 2, without the call: Abramowitz and Stegun 4.4.49, within 2e-8.
float angle_of(float x, float y) {
    const float t = least(x, y) / most(x, y), s = t * t;
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
    return most(std::abs(p.along) - half_width, most(from - p.r, p.r - to));
}

/// As std::hypot has it, which is a call.
float distance(float x, float y) {
    return static_cast<float>(std::sqrt(static_cast<double>(x) * x + static_cast<double>(y) * y));
}

/// A row of rings with a dot in each.
float eyes(Place p, float at, float radius, float line) {
    const float d = distance(p.r - at, p.along);
    return least(std::abs(d - radius) - line, d - radius * 0.36F);
}

/// Teeth that point outwards.
float teeth(Place p, float from, float to, float half_base) {
    const float t = (p.r - from) / (to - from);
    return most(std::abs(p.along) - half_base * (1 - t), most(from - p.r, p.r - to));
}

/// Fourteen rays, one of them straight up.
float star(float r, float angle, float radius) {
    constexpr float rays = 14;
    const Place p = repeat(r, angle, rays);
    const float half = pi / rays;
    // Cosine and sine of no more than half, by their series.
    const float a = p.along / most(r, 0.01F), s = a * a;
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

/// One row of a face from the middle outwards. What goes over many pixels has no branches, so that the compiler can do
/// several at a time.
class FaceRow {
public:
    explicit FaceRow(float radius) : radius_(radius), fine_(half_line(0.011F, radius)) {
        for (const Ring& ring : rings) lines_.push_back({ring.at * radius, half_line(ring.width, radius)});
    }

    /// 0-255 for as many columns; `y` pixels from the middle.
    void engrave(float y, std::span<std::uint8_t> covers) {
        measure(y, covers.size());
        for (const Line& line : lines_)
            lay(line.at - line.half - 1, line.at + line.half + 1,
                [line](float r, float) { return std::abs(r - line.at) - line.half; });
        lay_ornament();
        const float* const edge = edge_.data();
        std::uint8_t* const to = covers.data();
        const std::size_t inside = column_beyond(radius_ + 1);
        for (std::size_t at = 0; at < inside; ++at) {
            const float shade = 0.5F - edge[at];
            to[at] = static_cast<std::uint8_t>(static_cast<int>(most(0, least(shade, 1)) * 255 + 0.5F));
        }
        std::fill(covers.begin() + static_cast<std::ptrdiff_t>(inside), covers.end(), std::uint8_t{0});
    }

private:
    struct Line {
        float at, half;
    };

    void measure(float y, std::size_t columns) {
        r_.resize(columns);
        angle_.resize(columns);
        edge_.assign(columns, 1);
        float* const r = r_.data();
        float* const angle = angle_.data();
        for (std::size_t at = 0; at < columns; ++at) {
            const float x = static_cast<float>(static_cast<int>(at)) + 0.5F;
            r[at] = distance(x, y);
            angle[at] = angle_of(x, y);
        }
    }

    /// The first column farther out than `r`.
    std::size_t column_beyond(float r) const {
        return static_cast<std::size_t>(std::ranges::upper_bound(r_, r) - r_.begin());
    }

    /// What is nearest to an edge between the two distances; `edge_of(r, angle)`.
    template <class EdgeOf>
    void lay(float from, float to, const EdgeOf& edge_of) {
        const float* const r = r_.data();
        const float* const angle = angle_.data();
        float* const edge = edge_.data();
        const std::size_t end = column_beyond(to);
        for (std::size_t at = column_beyond(from); at < end; ++at)
            edge[at] = least(edge[at], edge_of(r[at], angle[at]));
    }

    void lay_ornament() {
        const float radius = radius_, fine = fine_;
        lay(0.840F * radius - 1, 0.928F * radius + 1, [=](float r, float angle) {
            return strokes(repeat(r, angle, 112), 0.840F * radius, 0.928F * radius, fine);
        });
        lay(0.74F * radius, 0.83F * radius,
            [=](float r, float angle) { return eyes(repeat(r, angle, 56), 0.7785F * radius, 0.031F * radius, fine); });
        lay(0.53F * radius, 0.71F * radius, [=](float r, float angle) {
            return teeth(repeat(r, angle, 28), 0.535F * radius, 0.690F * radius, 0.045F * radius);
        });
        lay(0.53F * radius, 0.71F * radius, [=](float r, float angle) {
            return eyes(repeat(r, angle, 28, 0.5F), 0.664F * radius, 0.028F * radius, fine);
        });
        lay(0.42F * radius, 0.49F * radius, [=](float r, float angle) {
            return strokes(repeat(r, angle, 70), 0.426F * radius, 0.484F * radius, fine);
        });
        lay(0.31F * radius, 0.41F * radius, [=](float r, float angle) {
            return eyes(repeat(r, angle, 28, 0.5F), 0.356F * radius, 0.029F * radius, fine);
        });
        lay(0, 0.29F * radius, [=](float r, float angle) { return star(r, angle, 0.270F * radius); });
        lay(0, 0.29F * radius, [=](float r, float angle) {
            return distance(repeat(r, angle, 14, 0.5F).along, r - 0.225F * radius) - 0.016F * radius;
        });
    }

    float radius_, fine_;  ///< fine: half the width of a thin line
    std::vector<Line> lines_;
    std::vector<float> r_, angle_, edge_;  ///< by column; edge: the signed distance to the nearest edge, at most 1
};

}  // namespace

DrumFace::DrumFace(float radius) : reach_(static_cast<int>(std::ceil(std::max(1.0F, radius))) + 1) {
    const auto columns = static_cast<std::size_t>(reach_);
    quarter_.resize(columns * columns);
    in_bands(reach_, [&](int first, int last) {
        FaceRow face(radius);
        for (int row = first; row < last; ++row)
            face.engrave(static_cast<float>(row) + 0.5F,
                         std::span(quarter_).subspan(static_cast<std::size_t>(row) * columns, columns));
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
