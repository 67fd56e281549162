#pragma once
/// How parts of a drawn picture come to its window, whose other pixels stay.
#include <SDL.h>

#include <functional>
#include <vector>

namespace hall {

/// Shows those parts of what SDL's renderer drew. False where the next picture is to be drawn whole. Thread: render
/// thread. The window outlives it.
using ShowParts = std::function<bool(const std::vector<SDL_Rect>&)>;

/// Of the software renderer's pictures.
ShowParts show_by_software(SDL_Window* window);
/// Of pictures by OpenGL on X, after the window's renderer was made and while its context is current; empty where the
/// driver cannot (GLX_MESA_copy_sub_buffer).
ShowParts show_by_opengl(SDL_Window* window);

}  // namespace hall
