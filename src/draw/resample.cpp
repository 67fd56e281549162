#include "draw/resample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace hall {
namespace {

/// Source pixels of one destination pixel along one axis: a triangle, as wide as the step and never under two pixels.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Taps> taps_of(double start, double length, int count, int limit) {
    std::vector<Taps> all(static_cast<std::size_t>(count));
    const double step = length / count;
    const double reach = std::max(1.0, step);
    for (int i = 0; i < count; ++i) {
        const double centre = start + (i + 0.5) * step;
        Taps& taps = all[static_cast<std::size_t>(i)];
        taps.first = std::clamp(static_cast<int>(std::ceil(centre - reach - 0.5)), 0, limit - 1);
        const int last = std::clamp(static_cast<int>(std::floor(centre + reach - 0.5)), taps.first, limit - 1);
        double sum = 0;
        for (int p = taps.first; p <= last; ++p) {
            const double weight = std::max(1e-6, 1 - std::abs(p + 0.5 - centre) / reach);
            taps.weights.push_back(static_cast<float>(weight));
            sum += weight;
        }
        for (float& weight : taps.weights) weight = static_cast<float>(weight / sum);
    }
    return all;
}

std::uint8_t to_byte(float value) { return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

}  // namespace

Part whole(const Image& image) { return {0, 0, static_cast<double>(image.width), static_cast<double>(image.height)}; }

Part cover(const Image& image, int width, int height) {
    const double scale = std::min(static_cast<double>(image.width) / width, static_cast<double>(image.height) / height);
    const double w = width * scale;
    const double h = height * scale;
    return {(image.width - w) / 2, (image.height - h) * 0.3, w, h};
}

Image resample(const Image& image, const Part& part, int width, int height) {
    if (image.empty() || width <= 0 || height <= 0) return {};
    const std::vector<Taps> across = taps_of(part.x, part.w, width, image.width);
    const std::vector<Taps> down = taps_of(part.y, part.h, height, image.height);
    const int first_row = down.front().first;
    const int rows = down.back().first + static_cast<int>(down.back().weights.size()) - first_row;
    const auto stride = static_cast<std::size_t>(width) * 4;
    // Rows first, with the colour weighed by its alpha.
    std::vector<float> narrow(stride * static_cast<std::size_t>(rows));
    for (int y = 0; y < rows; ++y) {
        float* out = narrow.data() + stride * static_cast<std::size_t>(y);
        for (const Taps& taps : across) {
            const std::uint8_t* in = image.pixel(taps.first, first_row + y);
            for (const float weight : taps.weights) {
                const float alpha = weight * static_cast<float>(in[3]);
                for (int c = 0; c < 3; ++c) out[c] += alpha * static_cast<float>(in[c]);
                out[3] += alpha;
                in += 4;
            }
            out += 4;
        }
    }
    Image result(width, height);
    std::vector<float> sum(stride);
    for (int y = 0; y < height; ++y) {
        const Taps& taps = down[static_cast<std::size_t>(y)];
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (std::size_t i = 0; i < taps.weights.size(); ++i) {
            const std::size_t row = static_cast<std::size_t>(taps.first - first_row) + i;
            const float* in = narrow.data() + stride * row;
            for (std::size_t x = 0; x < stride; ++x) sum[x] += taps.weights[i] * in[x];
        }
        std::uint8_t* out = result.pixel(0, y);
        for (std::size_t x = 0; x < stride; x += 4) {
            const float alpha = sum[x + 3];
            if (alpha > 0) {
                for (std::size_t c = 0; c < 3; ++c) out[x + c] = to_byte(sum[x + c] / alpha);
            }
            out[x + 3] = to_byte(alpha);
        }
    }
    return result;
}

std::uint64_t fingerprint(const Image& image) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a over a few hundred bytes spread over the picture
    const auto add = [&hash](std::uint64_t value) { hash = (hash ^ value) * 1099511628211U; };
    add(static_cast<std::uint64_t>(image.width));
    add(static_cast<std::uint64_t>(image.height));
    const std::size_t step = std::max<std::size_t>(1, image.rgba.size() / 509);
    for (std::size_t i = 0; i < image.rgba.size(); i += step) add(image.rgba[i]);
    return hash;
}

}  // namespace hall
