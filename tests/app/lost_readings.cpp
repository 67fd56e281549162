/// Loaded before SDL: once the file $HALL_LOSE is there, one reading back of pixels finds nothing, as after a graphics
/// card was reset; while $HALL_REFUSE is there, windows that do not begin at the desktop's left edge lose their
/// renderer and get none.
#include <SDL.h>
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace {

bool refused(SDL_Window* window) {
    const char* wish = std::getenv("HALL_REFUSE");
    int x = 0;
    if (window != nullptr) SDL_GetWindowPosition(window, &x, nullptr);
    return wish != nullptr && x > 0 && access(wish, F_OK) == 0;
}

}  // namespace

extern "C" int SDL_RenderReadPixels(SDL_Renderer* renderer, const SDL_Rect* rect, Uint32 format, void* pixels,
                                    int pitch) {
    using Function = int (*)(SDL_Renderer*, const SDL_Rect*, Uint32, void*, int);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "SDL_RenderReadPixels"));
    const int code = real(renderer, rect, format, pixels, pitch);
    const char* wish = std::getenv("HALL_LOSE");
    const bool lost =
        rect != nullptr && ((wish != nullptr && unlink(wish) == 0) || refused(SDL_RenderGetWindow(renderer)));
    if (lost) std::memset(pixels, 0, static_cast<std::size_t>(pitch) * static_cast<std::size_t>(rect->h));
    return code;
}

extern "C" SDL_Renderer* SDL_CreateRenderer(SDL_Window* window, int index, Uint32 flags) {
    using Function = SDL_Renderer* (*)(SDL_Window*, int, Uint32);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "SDL_CreateRenderer"));
    return refused(window) ? nullptr : real(window, index, flags);
}
