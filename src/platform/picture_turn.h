#pragma once
/// Which way up a photograph is: cameras store it as the sensor lies and note how it was held.
#include <string_view>

#include "base/image.h"

namespace hall {

/// EXIF's orientation of a JPEG file, 1-8 (1: as stored); 1 where it says nothing. Thread: any.
int orientation_of(std::string_view jpeg);
/// The picture as it was held (EXIF 2.32, table 6). Orientations outside 1-8 change nothing.
Image turned(Image image, int orientation);

}  // namespace hall
