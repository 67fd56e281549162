#pragma once
/// The screens that are plugged in.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hall {

struct Display {
    int number = 1;  ///< from 1
    std::string name;
    int x = 0;       ///< pixels, on the desktop
    int y = 0;       ///< pixels, on the desktop
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
};

/// Needs an open Session. Thread: render thread.
std::vector<Display> displays();
/// `wanted`: a number from 1, or part of a name in any case (ASCII); empty is the first. Nothing where none fits.
std::optional<Display> find_display(const std::vector<Display>& among, std::string_view wanted);

}  // namespace hall
