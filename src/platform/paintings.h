#pragma once
/// Pictures that are painted beside the render thread, straight into the memory of textures.
#include <SDL.h>

#include <functional>
#include <future>
#include <vector>

#include "draw/texture_host.h"
#include "platform/texture_pointer.h"

namespace hall {

/// Of SDL's software renderer: only its textures are memory that another thread may write to. Thread: render thread.
class Paintings {
public:
    /// Makes a texture of that format that can be locked; null where none is to be had.
    using MakeTexture = std::function<TexturePointer(Uint32 format)>;

    /// A texture whose painting has begun; null where there is none. What `begin` refers to stays until `finish`, or
    /// until the texture is dropped.
    SDL_Texture* begin(int width, int height, Uint32 format, const BeginPainting& begin, const MakeTexture& make);
    /// Before anything is drawn: waits for all of them, whatever one of them ends with.
    void finish();
    /// Before it is destroyed: waits for it.
    void drop(const SDL_Texture* texture);

private:
    struct Painting {
        SDL_Texture* texture;
        std::future<void> painted;
    };
    std::vector<Painting> paintings_;
};

}  // namespace hall
