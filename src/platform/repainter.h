#pragma once
/// Pictures on a surface that keeps the last one: only what differs is drawn.
#include <SDL.h>

#include <cstddef>
#include <vector>

#include "platform/damage.h"
#include "platform/pieces.h"

struct ImDrawList;

namespace hall {

/// The same pixels, always, as if every picture were drawn from nothing. Draws when it is asked to `paint`: textures
/// that a list names stay until then. Thread: render thread. The renderer outlives it, and keeps what was drawn.
class Repainter {
public:
    /// `white`: see Pieces.
    explicit Repainter(SDL_Renderer* renderer, SDL_Texture* white = nullptr) : renderer_(renderer), pieces_(white) {}

    /// A new picture comes, black so far.
    void begin();
    void add(const ImDrawList& list);
    /// A texture's pixels are other ones there. A new texture needs user data that no other had.
    void changed(const SDL_Texture* texture, const PixelBox& part) { changes_.push_back({texture, part}); }
    /// Something else was drawn there, or is to be drawn anew.
    void spoil(const PixelBox& part) { damage_.mark(part); }
    void spoil_all() { damage_.mark_all(); }
    /// Draws what differs from the last time; returns where, without overlaps.
    std::vector<PixelBox> paint();

private:
    struct Change {
        const SDL_Texture* texture;
        PixelBox part;
    };
    bool shows_change(const Piece& piece) const;
    void find_damage();
    void draw(const std::vector<PixelBox>& boxes);

    SDL_Renderer* renderer_;
    Pieces pieces_;
    Damage damage_;
    std::vector<Change> changes_;  ///< since the last picture
};

}  // namespace hall
