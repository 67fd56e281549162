#pragma once
/// How a feed's branding meets a theme. Thread: render thread.
#include <string_view>

#include "feed/snapshot.h"

namespace hall {

class Palette;
struct Theme;

/// The theme that is wished for, else the feed's own.
const Theme& theme_of(const Conference& conference, std::string_view wish);
/// Theme, accent and background; call whenever the snapshot is another one.
void dress(Palette& palette, const Snapshot& snapshot, std::string_view wish);

}  // namespace hall
