#pragma once
/// What a picture file says of itself in its first bytes, read by us before any decoder sees it.
#include <optional>
#include <string_view>

namespace hall {

enum class PictureFormat { png, jpeg, webp };

struct PictureHeader {
    PictureFormat format = PictureFormat::png;
    unsigned width = 0;   ///< pixels
    unsigned height = 0;  ///< pixels
};

/// Nothing for other formats, for a header cut short, an animated WebP, and a JPEG without its end marker (the decoder
/// would fill what is missing with grey). Thread: any.
std::optional<PictureHeader> read_picture_header(std::string_view bytes);

}  // namespace hall
