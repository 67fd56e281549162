#include "platform/draw_list.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace hall {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 || sizeof(ImDrawIdx) == 4, "the index sizes SDL reads");
static_assert(sizeof(SDL_Color) == sizeof(ImU32), "ImGui's packed colour is read as an SDL_Color");
static_assert(IM_COL32(1, 2, 3, 4) == 0x04030201U, "red is the first byte in memory, as in SDL_Color");

constexpr int quad_indices = 6;

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

/// One draw command: where its vertices are, and what they are drawn with.
struct Batch {
    SDL_Renderer* renderer;
    SDL_Texture* texture;
    const ImDrawVert* vertices;
    int vertex_count;
    int texture_width = 0;
    int texture_height = 0;
    Uint32 texture_format = SDL_PIXELFORMAT_RGBA32;
};

void draw_geometry(const Batch& batch, const ImDrawIdx* indices, std::ptrdiff_t count) {
    if (count == 0) {
        return;
    }
    constexpr int stride = sizeof(ImDrawVert);
    if (batch.texture != nullptr) SDL_SetTextureBlendMode(batch.texture, SDL_BLENDMODE_BLEND);
    SDL_RenderGeometryRaw(batch.renderer, batch.texture, &batch.vertices->pos.x, stride,
                          reinterpret_cast<const SDL_Color*>(&batch.vertices->col), stride, &batch.vertices->uv.x,
                          stride, batch.vertex_count, indices, static_cast<int>(count), sizeof(ImDrawIdx));
}

int whole(float value) { return static_cast<int>(std::lround(value)); }

struct Quad {
    const ImDrawVert* first;  ///< top left
    const ImDrawVert* last;   ///< bottom right
};

/// The rectangle that the next six indices draw, as ImDrawList::PrimRect lays them out.
std::optional<Quad> quad_at(const Batch& batch, const ImDrawIdx* index) {
    if (index[0] != index[3] || index[2] != index[4]) {
        return std::nullopt;
    }
    const ImDrawVert& a = batch.vertices[index[0]];
    const ImDrawVert& b = batch.vertices[index[1]];
    const ImDrawVert& c = batch.vertices[index[2]];
    const ImDrawVert& d = batch.vertices[index[5]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
                         a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
    const bool one_colour = a.col == b.col && b.col == c.col && c.col == d.col;
    if (!upright || !one_colour) {
        return std::nullopt;
    }
    if (batch.texture != nullptr) {
        const bool straight = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x &&
                              a.uv.x < c.uv.x && a.uv.y < c.uv.y;
        if (!straight) {
            return std::nullopt;
        }
    }
    return Quad{&a, &c};
}

void draw_quad(const Batch& batch, const Quad& quad) {
    const ImVec2 from = quad.first->pos;
    const ImVec2 to = quad.last->pos;
    const SDL_Rect target{whole(from.x), whole(from.y), whole(to.x) - whole(from.x), whole(to.y) - whole(from.y)};
    const ImU32 colour = quad.first->col;
    const auto part = [colour](unsigned shift) { return static_cast<Uint8>((colour >> shift) & 0xFFU); };
    const Uint8 red = part(IM_COL32_R_SHIFT);
    const Uint8 green = part(IM_COL32_G_SHIFT);
    const Uint8 blue = part(IM_COL32_B_SHIFT);
    const Uint8 alpha = part(IM_COL32_A_SHIFT);
    if (target.w <= 0 || target.h <= 0 || alpha == 0) {
        return;
    }
    if (batch.texture == nullptr) {
        SDL_SetRenderDrawColor(batch.renderer, red, green, blue, alpha);
        SDL_RenderFillRect(batch.renderer, &target);
        return;
    }
    const int left = whole(quad.first->uv.x * static_cast<float>(batch.texture_width));
    const int top = whole(quad.first->uv.y * static_cast<float>(batch.texture_height));
    const int right = whole(quad.last->uv.x * static_cast<float>(batch.texture_width));
    const int bottom = whole(quad.last->uv.y * static_cast<float>(batch.texture_height));
    const SDL_Rect source{left, top, std::max(1, right - left), std::max(1, bottom - top)};
    SDL_SetTextureColorMod(batch.texture, red, green, blue);
    SDL_SetTextureAlphaMod(batch.texture, alpha);
    const bool whole_pixels = alpha == SDL_ALPHA_OPAQUE && !SDL_ISPIXELFORMAT_ALPHA(batch.texture_format);
    SDL_SetTextureBlendMode(batch.texture, whole_pixels ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_RenderCopy(batch.renderer, batch.texture, &source, &target);
}

/// Rectangles by whole pixels; the runs of triangles between them as they are, in order.
void draw_quads(const Batch& batch, const ImDrawIdx* indices, std::ptrdiff_t count) {
    const ImDrawIdx* const end = indices + count;
    const ImDrawIdx* pending = indices;
    const ImDrawIdx* at = indices;
    while (at < end) {
        const auto quad = end - at >= quad_indices ? quad_at(batch, at) : std::nullopt;
        if (quad) {
            draw_geometry(batch, pending, at - pending);
            draw_quad(batch, *quad);
            at += quad_indices;
            pending = at;
        } else {
            at += 3;
        }
    }
    draw_geometry(batch, pending, end - pending);
}

}  // namespace

void draw_list(SDL_Renderer* renderer, const ImDrawList& list, DrawPath path, SDL_Texture* white) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr || command.ElemCount == 0 || !clip(renderer, command.ClipRect)) {
            continue;
        }
        Batch batch{renderer, static_cast<SDL_Texture*>(command.GetTexID()), list.VtxBuffer.Data + command.VtxOffset,
                    list.VtxBuffer.Size - static_cast<int>(command.VtxOffset)};
        const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
        if (path == DrawPath::geometry) {
            if (batch.texture == nullptr) batch.texture = white;
            draw_geometry(batch, indices, command.ElemCount);
            continue;
        }
        if (batch.texture != nullptr) {
            SDL_QueryTexture(batch.texture, &batch.texture_format, nullptr, &batch.texture_width,
                             &batch.texture_height);
        }
        draw_quads(batch, indices, command.ElemCount);
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace hall
