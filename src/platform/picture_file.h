#pragma once
/// Picture files: PNG, JPEG and WebP in (by SDL_image), PNG out.
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/image.h"
#include "base/result.h"
#include "platform/picture_header.h"

namespace hall {

/// What the header says. Refused from the header alone, before a pixel is decoded: other formats, over 16 MiB, over 40
/// megapixels, over 16384 on a side, zero size. Thread: any.
Result<PictureHeader> decodable_header(std::string_view bytes);
/// In this process: for pictures of our own; those of strangers go through platform/picture_apart.h. Refused like the
/// header, and where it is damaged. Thread: any.
Result<Image> decode_picture(std::string_view bytes);
/// Before the first picture, where a library can still be loaded. Thread: any.
void load_picture_decoders();
/// The same bytes for the same picture on one machine. Thread: any.
Result<std::string> encode_png(const Image& image);
Status write_png(const Image& image, const Path& path);

}  // namespace hall
