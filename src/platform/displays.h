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
    std::string serial = {};     ///< the monitor's own; empty where it is not known
};

enum class Arranged { by_us, by_others };

struct Desktop {
    std::vector<Display> displays;
    Arranged windows = Arranged::by_others;  ///< by us: on an X server without a window manager
};

/// As it is now. Needs an open Session; asks the X server by a connection of its own. Thread: render thread.
Desktop desktop();
inline std::vector<Display> displays() { return desktop().displays; }
/// `wanted`: a number from 1, or a connector, name or serial in any case (ASCII), or else part of a connector or name
/// ("DP-1" is not eDP-1 where there is a DP-1); empty is the first. Nothing where none fits.
std::optional<Display> find_display(const std::vector<Display>& among, std::string_view wanted);

/// The name by which `find_display` finds this one `among` them, and still does after others came or went as far as
/// there is one: connector, serial or name, else the number.
std::string lasting_name(const std::vector<Display>& among, const Display& display);

/// The same screen after a change: on its connector, else the same monitor on another, by its serial, or by its name
/// where a serial is not known. Nothing where it is gone.
std::optional<Display> same_display(const std::vector<Display>& among, const Display& before);

/// The display that is `wanted` (as of find_display) and was `found` at first, if it was: one of exactly that connector
/// or serial before the same screen, and for a monitor's name no other monitor that sits in its socket now. Nothing
/// where it is not there.
std::optional<Display> own_display(const std::vector<Display>& among, const std::string& wanted,
                                   const std::optional<Display>& found);

}  // namespace hall
