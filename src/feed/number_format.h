#pragma once
/// What an XLSX number format makes of a number. Room-private.
#include <string_view>

namespace hall {

struct NumberFormat {
    bool day = false;      ///< shows a date
    bool clock = false;    ///< shows a time of day
    bool percent = false;  ///< shows hundredths
    int decimals = -1;     ///< as many as there are; or this many
};

/// Of ECMA-376's built-in formats (18.8.30).
NumberFormat built_in_format(int id);
NumberFormat read_format(std::string_view code);

}  // namespace hall
