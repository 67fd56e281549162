#pragma once
/// Pictures decoded where a broken or hostile one harms nothing: in a process of its own that can only compute.
#include <functional>
#include <stop_token>
#include <string_view>

#include "base/file.h"
#include "base/image.h"
#include "base/result.h"
#include "base/time.h"

namespace hall {

/// The hidden command under which the program decodes one picture, from its standard input to its standard output.
inline constexpr auto* picture_command = "decode-one-picture";

struct ApartSettings {
    Path program = "/proc/self/exe";  ///< started with `picture_command` as its only argument
    Milliseconds patience{10000};     ///< by the wall clock; then the process is killed
    std::function<void()> waiting{};  ///< called about once a second meanwhile
    std::stop_token stop{};           ///< the process is killed at once, and the picture is an Error
};

/// As decode_picture, by a child that has no file, no network and little memory and time. A crash, a bomb or a hang is
/// an Error like a damaged file. Thread: any; blocks until the child has ended.
Result<Image> decode_picture_apart(std::string_view bytes, const ApartSettings& settings = {});

/// The child's whole life: call first in main, where the command is picture_command. Returns the exit code.
int run_picture_child();

}  // namespace hall
