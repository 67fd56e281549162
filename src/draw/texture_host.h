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
/// Makes what paints a picture's rows, which is work of its own.
using BeginPainting = std::function<PaintRows()>;
/// Whether a picture has any.
enum class Alpha { none, straight };

/// Thread: render thread. Textures blend by straight alpha.
class TextureHost {
public:
    virtual ~TextureHost() = default;
    /// Null when the renderer refuses (too large, out of memory).
    virtual TextureId create(const Image& image, Sampling sampling) = 0;
    /// Of a picture that is painted as it is taken over: a large one need not be in memory twice. Its rows are clear
    /// before they are painted. Where the host can, on threads of its own beside whatever comes until it is drawn: what
    /// `begin` refers to stays until then, or until the texture is destroyed.
    virtual TextureId create_painted(int width, int height, Alpha /*alpha*/, const BeginPainting& begin) {
        Image whole(width, height);
        begin()(whole, 0);
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
