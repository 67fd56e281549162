#pragma once
/// Where the operator's window goes. Thread: any; pure.
#include <optional>

#include "app/options.h"

namespace hall {

/// The largest part of the display that the hall's window leaves free, up to `wanted`; nothing where less than `least`
/// is free on every side of it.
std::optional<Region> place_beside(const Region& display, const Region& halls, Size wanted, Size least);
/// The largest of that shape that leaves `least` free in a corner of the display; nothing where that would be tiny.
std::optional<Size> size_beside(Size display, Size shape, Size least);
/// In the middle of the display, and never larger than it.
Region place_on(const Region& display, Size wanted);

}  // namespace hall
