#pragma once
/// Where textures live: one host per renderer. The drawing room asks, the platform makes.
#include "base/image.h"

namespace hall {

/// Opaque; the same type as ImTextureID. Null draws solid colour.
using TextureId = void*;

enum class Sampling { nearest, linear };

/// Thread: render thread. Textures blend by straight alpha.
class TextureHost {
public:
    virtual ~TextureHost() = default;
    /// Null when the renderer refuses (too large, out of memory).
    virtual TextureId create(const Image& image, Sampling sampling) = 0;
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
