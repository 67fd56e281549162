#include "platform/shown_parts.h"

#include <string_view>
#include <utility>

namespace hall {
namespace {

/// By its name in the driver that SDL loaded; X's and GL's own headers define words of ours as macros.
template <class Function>
Function* found(const char* name) {
    return reinterpret_cast<Function*>(SDL_GL_GetProcAddress(name));
}

/// Whether the name is one of the words.
bool names(std::string_view words, std::string_view name) {
    for (std::size_t at = words.find(name); at != std::string_view::npos; at = words.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

std::pair<int, int> drawable_size(SDL_Window* window) {
    std::pair<int, int> size;
    SDL_GL_GetDrawableSize(window, &size.first, &size.second);
    return size;
}

}  // namespace

ShowParts show_by_software(SDL_Window* window) {
    // Fails where the window was resized: then nothing of it is shown.
    return [window](const std::vector<SDL_Rect>& parts) {
        return SDL_UpdateWindowSurfaceRects(window, parts.data(), static_cast<int>(parts.size())) == 0;
    };
}

ShowParts show_by_opengl(SDL_Window* window) {
    using XDisplay = void;
    using XDrawable = unsigned long;  // NOLINT(google-runtime-int): X's own XID
    const auto current_display = found<XDisplay*()>("glXGetCurrentDisplay");
    const auto current_drawable = found<XDrawable()>("glXGetCurrentDrawable");
    const auto extensions = found<const char*(XDisplay*, int)>("glXQueryExtensionsString");
    const auto copy = found<void(XDisplay*, XDrawable, int, int, int, int)>("glXCopySubBufferMESA");
    if (current_display == nullptr || current_drawable == nullptr || extensions == nullptr || copy == nullptr)
        return {};
    XDisplay* const display = current_display();  // none where the context is not GLX's
    const XDrawable drawable = current_drawable();
    if (display == nullptr || drawable == 0) return {};
    constexpr int screen = 0;  // servers of more than one have long been gone
    const char* const words = extensions(display, screen);
    if (words == nullptr || !names(words, "GLX_MESA_copy_sub_buffer")) return {};
    return [=, size = drawable_size(window)](const std::vector<SDL_Rect>& parts) mutable {
        if (const auto now = drawable_size(window); now != std::exchange(size, now)) {
            SDL_GL_SwapWindow(window);  // only then the driver takes note of the new size
            return false;
        }
        for (const SDL_Rect& part : parts)
            copy(display, drawable, part.x, size.second - part.y - part.h, part.w, part.h);
        return true;
    };
}

}  // namespace hall
