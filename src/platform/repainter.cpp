#include "platform/repainter.h"

#include <algorithm>

namespace hall {

void Repainter::begin() {
    int width = 0;
    int height = 0;
    SDL_GetRendererOutputSize(renderer_, &width, &height);
    pieces_.begin(width, height);
}

void Repainter::add(const ImDrawList& list) { pieces_.add(list); }

/// What is scaled, or drawn by triangles, may look at any of a texture's pixels.
bool Repainter::shows_change(const Piece& piece) const {
    return piece.texture != nullptr && std::ranges::any_of(changes_, [&](const Change& change) {
               return change.texture == piece.texture &&
                      (piece.cut == Cut::nowhere || !overlap(change.part, piece.source).empty());
           });
}

void Repainter::find_damage() {
    damage_.begin(pieces_.canvas().width(), pieces_.canvas().height());
    for (const Piece& piece : pieces_.all()) {
        damage_.add(piece.area, piece.looks);
        if (shows_change(piece)) damage_.mark(piece.area);
    }
    changes_.clear();
    damage_.compare();
    for (bool more = true; more;) {
        more = false;
        for (const Piece& piece : pieces_.all())
            if (piece.cut == Cut::nowhere && damage_.touches(piece.area)) more |= damage_.spread(piece.area);
    }
}

std::vector<PixelBox> Repainter::paint() {
    find_damage();
    std::vector<PixelBox> boxes = damage_.take();
    if (!boxes.empty()) draw(boxes);
    return boxes;
}

void Repainter::draw(const std::vector<PixelBox>& boxes) {
    const auto pieces = pieces_.all();
    // Nothing is drawn that an opaque piece covers.
    std::vector<std::size_t> begins;
    SDL_RenderSetClipRect(renderer_, nullptr);
    for (const PixelBox& box : boxes) {
        std::size_t first = pieces.size();
        while (first > 0 && !(pieces[first - 1].covers && holds(pieces[first - 1].area, box))) --first;
        begins.push_back(first == 0 ? 0 : first - 1);
        if (first > 0) continue;
        Piece black;
        black.clip = black.area = black.target = box;
        black.colour = IM_COL32_BLACK;
        black.blend = SDL_BLENDMODE_NONE;
        pieces_.draw(renderer_, black, box);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t at = 0; at < boxes.size(); ++at) {
            if (i < begins[at] || overlap(pieces[i].area, boxes[at]).empty()) continue;
            pieces_.draw(renderer_, pieces[i], boxes[at]);
            if (pieces[i].cut == Cut::nowhere) break;  // that was all of it
        }
    SDL_RenderSetClipRect(renderer_, nullptr);
}

}  // namespace hall
