#include "draw/easing.h"

namespace hall {
namespace {

/// One coordinate of a Bezier curve from 0 to 1 with the inner points `a` and `b`.
double bezier(double a, double b, double s) {
    const double r = 1 - s;
    return 3 * r * r * s * a + 3 * r * s * s * b + s * s * s;
}

}  // namespace

float cubic_bezier(float x1, float y1, float x2, float y2, float t) {
    if (!(t > 0)) return 0;
    if (t >= 1) return 1;
    // x grows with s, so halving always finds it; 30 halvings are finer than a float.
    double low = 0;
    double high = 1;
    for (int step = 0; step < 30; ++step) {
        const double middle = (low + high) / 2;
        (bezier(x1, x2, middle) < t ? low : high) = middle;
    }
    return static_cast<float>(bezier(y1, y2, (low + high) / 2));
}

float decelerate(float t) { return cubic_bezier(0.05F, 0.7F, 0.1F, 1.0F, t); }

float accelerate(float t) { return cubic_bezier(0.3F, 0.0F, 0.8F, 0.15F, t); }

float ease_in_out(float t) {
    if (!(t > 0)) return 0;
    if (t >= 1) return 1;
    if (t < 0.5F) return 4 * t * t * t;
    const float left = 1 - t;
    return 1 - 4 * left * left * left;
}

}  // namespace hall
