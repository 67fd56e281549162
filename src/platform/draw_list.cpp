#include "platform/draw_list.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "platform/pieces.h"

namespace hall {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 || sizeof(ImDrawIdx) == 4, "the index sizes SDL reads");
static_assert(sizeof(SDL_Color) == sizeof(ImU32), "ImGui's packed colour is read as an SDL_Color");
static_assert(IM_COL32(1, 2, 3, 4) == 0x04030201U, "red is the first byte in memory, as in SDL_Color");

/// Edges go outward to whole pixels; false where nothing would be visible.
bool clip(SDL_Renderer* renderer, const ImVec4& area) {
    int wide = 0;
    int high = 0;
    SDL_GetRendererOutputSize(renderer, &wide, &high);
    const int left = static_cast<int>(std::floor(std::max(0.0F, area.x)));
    const int top = static_cast<int>(std::floor(std::max(0.0F, area.y)));
    const int right = static_cast<int>(std::ceil(std::min(area.z, static_cast<float>(wide))));
    const int bottom = static_cast<int>(std::ceil(std::min(area.w, static_cast<float>(high))));
    if (right <= left || bottom <= top) {
        return false;
    }
    const SDL_Rect rectangle{left, top, right - left, bottom - top};
    return SDL_RenderSetClipRect(renderer, &rectangle) == 0;
}

void draw_geometry(SDL_Renderer* renderer, const ImDrawList& list, SDL_Texture* white) {
    constexpr int stride = sizeof(ImDrawVert);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr || command.ElemCount == 0 || !clip(renderer, command.ClipRect)) {
            continue;
        }
        auto* texture = static_cast<SDL_Texture*>(command.GetTexID());
        if (texture == nullptr) texture = white;
        if (texture != nullptr) SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
        SDL_RenderGeometryRaw(
            renderer, texture, &vertices->pos.x, stride, reinterpret_cast<const SDL_Color*>(&vertices->col), stride,
            &vertices->uv.x, stride, list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
            list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
    }
}

void draw_pieces(SDL_Renderer* renderer, const ImDrawList& list) {
    int wide = 0;
    int high = 0;
    SDL_GetRendererOutputSize(renderer, &wide, &high);
    Pieces pieces;
    pieces.begin(wide, high);
    pieces.add(list);
    for (const Piece& piece : pieces.all()) pieces.draw(renderer, piece, pieces.canvas());
}

}  // namespace

void draw_list(SDL_Renderer* renderer, const ImDrawList& list, DrawPath path, SDL_Texture* white) {
    if (path == DrawPath::geometry)
        draw_geometry(renderer, list, white);
    else
        draw_pieces(renderer, list);
    SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace hall
