#pragma once
/// A Dear ImGui draw list taken apart into what SDL draws where a processor does it, one piece after another.
#include <SDL.h>
#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "platform/damage.h"

namespace hall {

/// Where a piece may be cut without a pixel of what is left becoming another. SDL rounds what it scales by where it is
/// cut.
enum class Cut { anywhere, nowhere };

/// What one call of SDL draws.
struct Piece {
    SDL_Texture* texture = nullptr;    ///< null: solid colour
    PixelBox clip;                     ///< of the draw command, on the canvas
    PixelBox area;                     ///< pixels it may change
    PixelBox target, source;           ///< of a rectangle
    ImU32 colour = 0;                  ///< of a rectangle
    std::size_t first = 0, count = 0;  ///< of the vertices; none: a rectangle
    SDL_BlendMode blend = SDL_BLENDMODE_BLEND;
    Cut cut = Cut::anywhere;
    bool covers = false;      ///< nothing of what lay below is seen in its area
    std::uint64_t looks = 0;  ///< a hash: the same only for the same pixels
};

/// Axis-aligned rectangles are copied by whole pixels: SDL's software renderer would find them too, but truncates their
/// texture coordinates (8/61 * 61 becomes 7), which shifts glyphs of an atlas by a pixel. Triangles that share vertices
/// are a piece. Thread: render thread.
class Pieces {
public:
    /// With a texture that is all white, solid colour is drawn by it: see SdlRenderer.
    explicit Pieces(SDL_Texture* white = nullptr) : white_(white) {}
    /// Forgets those of the last picture. `width`, `height`: of the canvas, pixels.
    void begin(int width, int height);
    /// Textures are SDL_Texture*, and are the same thing as long as their user data are the same (where there are any).
    /// Draw callbacks are left out.
    void add(const ImDrawList& list);
    std::span<const Piece> all() const { return pieces_; }
    /// Of `piece`, what lies in `part`; all of one that cannot be cut.
    void draw(SDL_Renderer* renderer, const Piece& piece, const PixelBox& part) const;
    PixelBox canvas() const { return canvas_; }

private:
    struct Batch;
    void add_batch(const Batch& batch, std::span<const ImDrawIdx> indices);
    void add_rectangle(const Batch& batch, const ImDrawVert& first, const ImDrawVert& last);
    void add_triangles(const Batch& batch, std::span<const ImDrawIdx> indices);

    SDL_Texture* white_;
    PixelBox canvas_;
    std::vector<Piece> pieces_;
    std::vector<ImDrawVert> vertices_;  // three for each triangle
};

}  // namespace hall
