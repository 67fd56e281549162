#pragma once
/// The screens that are plugged in.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hall {

struct Display {
    int number = 1;  ///< from 1
    std::string name = {};
    int x = 0;                   ///< pixels, on the desktop
    int y = 0;                   ///< pixels, on the desktop
    int width = 0;               ///< pixels
    int height = 0;              ///< pixels
    std::string connector = {};  ///< "HDMI-1"; empty where it is not known
};

/// As they are now. Needs an open Session. Thread: render thread.
std::vector<Display> displays();
/// `wanted`: a number from 1, or part of a name or connector in any case (ASCII); empty is the first. Nothing where
/// none fits.
std::optional<Display> find_display(const std::vector<Display>& among, std::string_view wanted);

/// The same screen after a change: on its connector, else the same monitor on another. Nothing where it is gone.
std::optional<Display> same_display(const std::vector<Display>& among, const Display& before);

}  // namespace hall
