#include "platform/picture_file.h"

#include <SDL.h>
#include <SDL_image.h>
#include <fmt/format.h>

#include <cstring>
#include <memory>
#include <utility>

#include "platform/picture_header.h"
#include "platform/picture_turn.h"

namespace hall {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr unsigned largest_side = 16384;
constexpr std::uint64_t largest_area = 40'000'000;
constexpr int bytes_per_pixel = 4;

struct SurfaceDeleter {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePointer = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

/// SDL_image, loaded when the first picture wants it: what it links to is a fifteenth of the time until main begins,
/// and a show decodes its pictures in processes of their own.
struct Decoders {
    decltype(&IMG_Init) init = nullptr;
    decltype(&IMG_LoadPNG_RW) load_png = nullptr;
    decltype(&IMG_LoadJPG_RW) load_jpeg = nullptr;
    decltype(&IMG_LoadWEBP_RW) load_webp = nullptr;
    decltype(&IMG_SavePNG_RW) save_png = nullptr;
};

Decoders loaded() {
    void* const library = SDL_LoadObject("libSDL2_image-2.0.so.0");  // of Debian 12 and 13; never unloaded
    if (library == nullptr) return {};
    const auto find = [&]<class Function>(const char* name, Function*& function) {
        function = reinterpret_cast<Function*>(SDL_LoadFunction(library, name));
        return function != nullptr;
    };
    Decoders all;
    const bool whole = find("IMG_Init", all.init) && find("IMG_LoadPNG_RW", all.load_png) &&
                       find("IMG_LoadJPG_RW", all.load_jpeg) && find("IMG_LoadWEBP_RW", all.load_webp) &&
                       find("IMG_SavePNG_RW", all.save_png);
    return whole ? all : Decoders{};
}

/// Null where the library is not there. SDL_image prepares its decoders at first use without a lock; pictures are
/// decoded on more than one thread.
const Decoders* decoders() {
    static const Decoders all = [] {
        const Decoders found = loaded();
        if (found.init != nullptr) found.init(IMG_INIT_PNG | IMG_INIT_JPG | IMG_INIT_WEBP);
        return found;
    }();
    return all.init == nullptr ? nullptr : &all;
}

SurfacePointer decode(const Decoders& by, PictureFormat format, std::string_view bytes) {
    SDL_RWops* source = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
    if (source == nullptr) {
        return nullptr;
    }
    SDL_Surface* surface = nullptr;
    switch (format) {
        case PictureFormat::png: surface = by.load_png(source); break;
        case PictureFormat::jpeg: surface = by.load_jpeg(source); break;
        case PictureFormat::webp: surface = by.load_webp(source); break;
    }
    SDL_RWclose(source);
    return SurfacePointer(surface);
}

Image copy_pixels(const SDL_Surface& surface) {
    Image image(surface.w, surface.h);
    const auto row = static_cast<std::size_t>(surface.w) * bytes_per_pixel;
    for (int y = 0; y < surface.h; ++y) {
        const auto* from =
            static_cast<const std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
        std::memcpy(image.pixel(0, y), from, row);
    }
    return image;
}

std::size_t append(SDL_RWops* sink, const void* bytes, std::size_t size, std::size_t count) {
    auto* text = static_cast<std::string*>(sink->hidden.unknown.data1);
    text->append(static_cast<const char*>(bytes), size * count);
    return count;
}

}  // namespace

void load_picture_decoders() { decoders(); }

Result<PictureHeader> decodable_header(std::string_view bytes) {
    if (bytes.size() > largest_file) {
        return fault("Tệp ảnh lớn hơn 16 MiB; hãy thu nhỏ ảnh.", "The picture file is over 16 MiB; make it smaller.");
    }
    const auto header = read_picture_header(bytes);
    if (!header) {
        return fault("Không phải ảnh PNG, JPEG hay WebP tĩnh, hoặc tệp ảnh bị cắt cụt; hãy xuất lại ảnh.",
                     "This is no still PNG, JPEG or WebP picture, or the file is cut short; export it again.");
    }
    if (header->width == 0 || header->height == 0) {
        return fault("Ảnh có kích thước bằng không.", "The picture has no size.");
    }
    if (header->width > largest_side || header->height > largest_side ||
        std::uint64_t{header->width} * header->height > largest_area) {
        return fault(
            fmt::format("Ảnh {}×{} điểm ảnh là quá lớn (tối đa 40 triệu điểm ảnh, mỗi cạnh 16384); hãy thu nhỏ ảnh.",
                        header->width, header->height),
            fmt::format(
                "A picture of {}x{} pixels is too large (at most 40 megapixels, 16384 a side); make it smaller.",
                header->width, header->height));
    }
    return *header;
}

Result<Image> decode_picture(std::string_view bytes) {
    const Result<PictureHeader> header = decodable_header(bytes);
    if (!header) {
        return header.error();
    }
    const Decoders* const by = decoders();
    if (by == nullptr) {
        return fault("Thiếu thư viện SDL2_image, nên không đọc được ảnh nào; hãy cài gói libsdl2-image-2.0-0.",
                     "The library SDL2_image is missing, so no picture can be read; install libsdl2-image-2.0-0.");
    }
    const SurfacePointer decoded = decode(*by, header->format, bytes);
    // A decoder that finds another size than the header promised was fooled somewhere.
    if (decoded == nullptr || decoded->w != static_cast<int>(header->width) ||
        decoded->h != static_cast<int>(header->height)) {
        return fault("Ảnh bị hỏng, không giải mã được; hãy xuất lại ảnh.",
                     "The picture is damaged and cannot be decoded; export it again.");
    }
    const SurfacePointer converted(SDL_ConvertSurfaceFormat(decoded.get(), SDL_PIXELFORMAT_RGBA32, 0));
    if (converted == nullptr) {
        return fault("Không đủ bộ nhớ cho ảnh.", "There is not enough memory for the picture.");
    }
    Image image = copy_pixels(*converted);
    return header->format == PictureFormat::jpeg ? turned(std::move(image), orientation_of(bytes)) : image;
}

Result<std::string> encode_png(const Image& image) {
    const auto failure = [] {
        const std::string reason = SDL_GetError();
        return fault("Không tạo được tệp PNG: " + reason, "The PNG file cannot be made: " + reason);
    };
    if (image.empty()) {
        SDL_SetError("the picture is empty");
        return failure();
    }
    // SDL takes pixels as mutable but saving only reads them.
    const SurfacePointer surface(
        SDL_CreateRGBSurfaceWithFormatFrom(const_cast<std::uint8_t*>(image.rgba.data()), image.width, image.height,
                                           bytes_per_pixel * 8, image.width * bytes_per_pixel, SDL_PIXELFORMAT_RGBA32));
    SDL_RWops* sink = SDL_AllocRW();
    if (surface == nullptr || sink == nullptr) {
        SDL_FreeRW(sink);
        return failure();
    }
    std::string bytes;
    *sink = SDL_RWops{};
    sink->hidden.unknown.data1 = &bytes;
    sink->write = append;
    const Decoders* const by = decoders();
    const bool saved = by != nullptr && by->save_png(surface.get(), sink, 0) == 0;
    SDL_FreeRW(sink);
    if (!saved) {
        return failure();
    }
    return bytes;
}

Status write_png(const Image& image, const Path& path) {
    const auto bytes = encode_png(image);
    if (!bytes) {
        return bytes.error();
    }
    return write_file_atomic(path, *bytes, Readers::everyone);
}

}  // namespace hall
