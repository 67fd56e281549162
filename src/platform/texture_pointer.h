#pragma once
#include <SDL.h>

#include <memory>

namespace hall {

struct TextureDeleter {
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
/// Gone before the renderer that made it.
using TexturePointer = std::unique_ptr<SDL_Texture, TextureDeleter>;

}  // namespace hall
