#pragma once
/// Feed pictures brought to the size they are shown at. Pure, any thread.
#include <cstdint>

#include "base/image.h"

namespace hall {

/// A part of a picture, pixels.
struct Part {
    double x = 0, y = 0, w = 0, h = 0;
};

Part whole(const Image& image);
/// The largest part in the middle that has the shape width : height. Of an upright picture the upper part is kept,
/// where the face is.
Part cover(const Image& image, int width, int height);
/// `part` at width x height pixels: averaged when shrunk, interpolated when enlarged; transparent pixels lend no
/// colour.
Image resample(const Image& image, const Part& part, int width, int height);
/// Tells apart pictures that come to lie at the same address one after the other.
std::uint64_t fingerprint(const Image& image);

}  // namespace hall
