#pragma once
/// Where textures live: one host per renderer. The drawing room asks, the platform makes.
#include <functional>

#include "base/image.h"

namespace hall {

/// Opaque; the same type as ImTextureID. Null draws solid colour.
using TextureId = void*;

enum class Sampling { nearest, linear };

/// Paints `rows`, which begin at row `top` of the whole picture and are as wide.
using PaintRows = std::function<void(Image& rows, int top)>;

/// Thread: render thread. Textures blend by straight alpha.
class TextureHost {
public:
    virtual ~TextureHost() = default;
    /// Null when the renderer refuses (too large, out of memory).
    virtual TextureId create(const Image& image, Sampling sampling) = 0;
    /// Of a picture without alpha that is painted as it is taken over: a large one need not be in memory twice.
    virtual TextureId create_opaque(int width, int height, const PaintRows& paint) {
        Image whole(width, height);
        paint(whole, 0);
        return create(whole, Sampling::nearest);
    }
    /// Whose pixels nobody looks at before `update` made them.
    virtual TextureId create_blank(int width, int height, Sampling sampling) {
        return create(Image(width, height), sampling);
    }
    /// Replaces the rectangle at (x, y) by `part`.
    virtual void update(TextureId texture, int x, int y, const Image& part) = 0;
    virtual void destroy(TextureId texture) = 0;
    /// Largest width and height of a texture, pixels.
    virtual int largest() const = 0;
};

}  // namespace hall
