#include "platform/paintings.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <utility>

#include "base/bands.h"
#include "base/image.h"

namespace hall {
namespace {

constexpr int bytes_per_pixel = 4;
constexpr std::int64_t small_picture = 100'000;  // pixels

/// Pixels of a texture in memory.
struct Pixels {
    std::uint8_t* first;
    int pitch;  ///< bytes
    Uint32 format;
};

void paint_into(const Pixels& pixels, int width, int height, const PaintRows& paint) {
    constexpr int rows = 32;  // at a time, which stay in the processor's cache
    in_bands(height, [&](int first, int last) {
        Image band(width, rows);
        for (int top = first; top < last; top += rows) {
            band.height = std::min(rows, last - top);
            std::fill(band.rgba.begin(), band.rgba.end(), std::uint8_t{0});
            paint(band, top);
            SDL_ConvertPixels(width, band.height, SDL_PIXELFORMAT_RGBA32, band.rgba.data(), width * bytes_per_pixel,
                              pixels.format, pixels.first + std::ptrdiff_t{top} * pixels.pitch, pixels.pitch);
        }
    });
}

}  // namespace

SDL_Texture* Paintings::begin(int width, int height, Uint32 format, const BeginPainting& begin,
                              const MakeTexture& make) {
    std::future<void> painted;
    std::promise<Pixels> place;  // after what waits for it: where there is no texture it ends with an exception
    // A thread costs more than a small picture. Where none is to be had, async leaves it to whoever asks.
    const bool small = std::int64_t{width} * height < small_picture;
    painted = std::async(small ? std::launch::deferred : std::launch::async | std::launch::deferred,
                         [width, height, begin, place = place.get_future()]() mutable {
                             const PaintRows paint = begin();  // beside the making of the texture, too
                             paint_into(place.get(), width, height, paint);
                         });
    TexturePointer texture = make(format);
    void* first = nullptr;
    int pitch = 0;
    if (texture == nullptr || SDL_LockTexture(texture.get(), nullptr, &first, &pitch) != 0) return nullptr;
    place.set_value({static_cast<std::uint8_t*>(first), pitch, format});
    paintings_.push_back({texture.get(), std::move(painted)});
    return texture.release();
}

void Paintings::finish() {
    std::exception_ptr failed;
    for (Painting& one : std::exchange(paintings_, {})) {
        try {
            one.painted.get();
        } catch (...) {
            failed = std::current_exception();
        }
        SDL_UnlockTexture(one.texture);
    }
    if (failed) std::rethrow_exception(failed);
}

void Paintings::drop(const SDL_Texture* texture) {
    std::erase_if(paintings_, [&](const Painting& one) { return one.texture == texture; });
}

}  // namespace hall
