/// Loaded before SDL: once the file $HALL_LOSE is there, one reading back of pixels finds nothing, as after a graphics
/// card was reset.
#include <SDL.h>
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

extern "C" int SDL_RenderReadPixels(SDL_Renderer* renderer, const SDL_Rect* rect, Uint32 format, void* pixels,
                                    int pitch) {
    using Function = int (*)(SDL_Renderer*, const SDL_Rect*, Uint32, void*, int);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "SDL_RenderReadPixels"));
    const int code = real(renderer, rect, format, pixels, pitch);
    const char* wish = std::getenv("HALL_LOSE");
    if (wish != nullptr && rect != nullptr && unlink(wish) == 0)
        std::memset(pixels, 0, static_cast<std::size_t>(pitch) * static_cast<std::size_t>(rect->h));
    return code;
}
