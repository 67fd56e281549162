#pragma once
/// Picture files: PNG, JPEG and WebP in (by SDL_image), PNG out.
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/image.h"
#include "base/result.h"

namespace hall {

/// Refused from the header alone, before a pixel is decoded: other formats, over 16 MiB, over 40 megapixels, over
/// 16384 on a side, zero size. Thread: any.
Result<Image> decode_picture(std::string_view bytes);
/// The same bytes for the same picture on one machine. Thread: any.
Result<std::string> encode_png(const Image& image);
Status write_png(const Image& image, const Path& path);

}  // namespace hall
