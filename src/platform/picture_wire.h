#pragma once
/// What the process that decodes a picture answers. Room-private.
#include <cstdint>

namespace hall {

/// Its exit code. Any other, and any signal, is a decoder that broke.
enum class ChildAnswer { decoded = 0, damaged = 10, no_memory, no_sandbox, failed };

/// What stands before the rows of RGBA in its output.
struct WireSize {
    std::uint32_t width = 0;   ///< pixels
    std::uint32_t height = 0;  ///< pixels
};

}  // namespace hall
