#pragma once
/// A Dear ImGui draw list through SDL's renderer, every quad at 1:1 exact to the pixel.
struct ImDrawList;
struct SDL_Renderer;
struct SDL_Texture;

namespace hall {

/// `geometry` hands triangles to SDL as they are (right on a GPU); `quads` goes by Pieces, as its software renderer
/// needs it.
enum class DrawPath { geometry, quads };

/// Thread: render thread. Textures are SDL_Texture*; null is solid colour, by `white` where `geometry` is given such a
/// texture. Draw callbacks are left out.
void draw_list(SDL_Renderer* renderer, const ImDrawList& list, DrawPath path, SDL_Texture* white = nullptr);

}  // namespace hall
