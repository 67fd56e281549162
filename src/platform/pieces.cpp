#include "platform/pieces.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace hall {
namespace {

constexpr std::size_t rectangle_indices = 6;

int whole(float value) { return static_cast<int>(std::lround(value)); }

std::uint64_t pair(int one, int other) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(one)) << 32U) | static_cast<std::uint32_t>(other);
}

std::uint64_t pair(const ImVec2& both) { return pair(std::bit_cast<int>(both.x), std::bit_cast<int>(both.y)); }

std::uint64_t mixed_in(const PixelBox& box, std::uint64_t hash) {
    return mixed(mixed(hash, pair(box.left, box.top)), pair(box.right, box.bottom));
}

/// Edges go outward to whole pixels.
PixelBox outward(const ImVec4& edges, const PixelBox& canvas) {
    const auto within = [](float edge, int limit) { return std::clamp(edge, 0.0F, static_cast<float>(limit)); };
    return {static_cast<int>(std::floor(within(edges.x, canvas.right))),
            static_cast<int>(std::floor(within(edges.y, canvas.bottom))),
            static_cast<int>(std::ceil(within(edges.z, canvas.right))),
            static_cast<int>(std::ceil(within(edges.w, canvas.bottom)))};
}

SDL_Rect sdl(const PixelBox& box) { return {box.left, box.top, box.width(), box.height()}; }

}  // namespace

/// One draw command: where its vertices are, and what they are drawn with.
struct Pieces::Batch {
    SDL_Texture* texture;
    std::uint64_t identity;  ///< of the texture
    PixelBox clip;
    const ImDrawVert* vertices;
    int texture_width = 0;
    int texture_height = 0;
    Uint32 texture_format = SDL_PIXELFORMAT_RGBA32;
};

namespace {

struct Corners {
    const ImDrawVert* first;  ///< top left
    const ImDrawVert* last;   ///< bottom right
};

/// The rectangle that six indices draw, as ImDrawList::PrimRect lays them out.
std::optional<Corners> rectangle_of(const ImDrawVert* vertices, const SDL_Texture* texture, const ImDrawIdx* index) {
    if (index[0] != index[3] || index[2] != index[4]) return std::nullopt;
    const ImDrawVert& a = vertices[index[0]];
    const ImDrawVert& b = vertices[index[1]];
    const ImDrawVert& c = vertices[index[2]];
    const ImDrawVert& d = vertices[index[5]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
                         a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
    const bool one_colour = a.col == b.col && b.col == c.col && c.col == d.col;
    if (!upright || !one_colour) return std::nullopt;
    if (texture != nullptr) {
        const bool straight = a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x &&
                              a.uv.x < c.uv.x && a.uv.y < c.uv.y;
        if (!straight) return std::nullopt;
    }
    return Corners{&a, &c};
}

Uint8 part_of(ImU32 colour, unsigned shift) { return static_cast<Uint8>((colour >> shift) & 0xFFU); }
Uint8 alpha_of(ImU32 colour) { return part_of(colour, IM_COL32_A_SHIFT); }

}  // namespace

void Pieces::begin(int width, int height) {
    canvas_ = {0, 0, width, height};
    pieces_.clear();
    vertices_.clear();
}

void Pieces::add(const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
        auto* const texture = static_cast<SDL_Texture*>(command.GetTexID());
        Batch batch{texture, 0, outward(command.ClipRect, canvas_), list.VtxBuffer.Data + command.VtxOffset};
        if (batch.clip.empty()) continue;
        if (texture != nullptr) {
            batch.identity = reinterpret_cast<std::uintptr_t>(SDL_GetTextureUserData(texture));
            SDL_QueryTexture(texture, &batch.texture_format, nullptr, &batch.texture_width, &batch.texture_height);
        }
        add_batch(batch, {list.IdxBuffer.Data + command.IdxOffset, command.ElemCount});
    }
}

/// ImDrawList gives each shape vertices of its own, so that the next one's are all behind them.
void Pieces::add_batch(const Batch& batch, std::span<const ImDrawIdx> indices) {
    std::size_t pending = 0;
    ImDrawIdx newest = 0;  // of what is pending
    const auto flush = [&](std::size_t end) {
        if (end > pending) add_triangles(batch, indices.subspan(pending, end - pending));
        pending = end;
        newest = 0;
    };
    for (std::size_t at = 0; at + 2 < indices.size();) {
        const auto corners = indices.size() - at >= rectangle_indices
                                 ? rectangle_of(batch.vertices, batch.texture, &indices[at])
                                 : std::nullopt;
        if (corners) {
            flush(at);
            add_rectangle(batch, *corners->first, *corners->last);
            at += rectangle_indices;
            pending = at;
            continue;
        }
        const auto [least, most] = std::minmax({indices[at], indices[at + 1], indices[at + 2]});
        if (least > newest) flush(at);
        newest = std::max(newest, most);
        at += 3;
    }
    flush(indices.size() - indices.size() % 3);
}

void Pieces::add_rectangle(const Batch& batch, const ImDrawVert& first, const ImDrawVert& last) {
    Piece piece;
    piece.texture = batch.texture;
    piece.clip = batch.clip;
    piece.target = {whole(first.pos.x), whole(first.pos.y), whole(last.pos.x), whole(last.pos.y)};
    piece.area = overlap(piece.target, piece.clip);
    piece.colour = first.col;
    if (piece.area.empty() || alpha_of(piece.colour) == 0) return;
    const bool whole_pixels = alpha_of(piece.colour) == SDL_ALPHA_OPAQUE &&
                              (piece.texture == nullptr || !SDL_ISPIXELFORMAT_ALPHA(batch.texture_format));
    piece.blend = whole_pixels ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND;
    if (piece.texture != nullptr) {
        const auto across = [](float part, int side) { return whole(part * static_cast<float>(side)); };
        PixelBox& source = piece.source;
        source.left = across(first.uv.x, batch.texture_width);
        source.top = across(first.uv.y, batch.texture_height);
        source.right = std::max(source.left + 1, across(last.uv.x, batch.texture_width));
        source.bottom = std::max(source.top + 1, across(last.uv.y, batch.texture_height));
        const bool as_it_is = source.width() == piece.target.width() && source.height() == piece.target.height() &&
                              holds({0, 0, batch.texture_width, batch.texture_height}, source);
        piece.cut = as_it_is ? Cut::anywhere : Cut::nowhere;
    }
    piece.covers = whole_pixels && piece.cut == Cut::anywhere;
    piece.looks = mixed_in(piece.target, mixed(batch.identity, piece.colour));
    piece.looks = mixed_in(piece.source, piece.looks);
    piece.looks = mixed_in(piece.cut == Cut::anywhere ? piece.area : piece.clip, piece.looks);
    pieces_.push_back(piece);
}

void Pieces::add_triangles(const Batch& batch, std::span<const ImDrawIdx> indices) {
    Piece piece;
    piece.texture = batch.texture;
    piece.clip = batch.clip;
    piece.first = vertices_.size();
    piece.count = indices.size();
    piece.cut = piece.texture == nullptr ? Cut::anywhere : Cut::nowhere;
    std::uint64_t looks = mixed_in(piece.clip, mixed(batch.identity, piece.count));
    ImVec4 edges(FLT_MAX, FLT_MAX, -FLT_MAX, -FLT_MAX);
    for (const ImDrawIdx index : indices) {
        const ImDrawVert& one = vertices_.emplace_back(batch.vertices[index]);
        edges = {std::min(edges.x, one.pos.x), std::min(edges.y, one.pos.y), std::max(edges.z, one.pos.x),
                 std::max(edges.w, one.pos.y)};
        looks = mixed(mixed(mixed(looks, pair(one.pos)), pair(one.uv)), one.col);
    }
    // A pixel more on each side, however SDL rounds.
    piece.area = overlap(outward({edges.x - 1, edges.y - 1, edges.z + 1, edges.w + 1}, canvas_), piece.clip);
    piece.looks = looks;
    if (piece.area.empty())
        vertices_.resize(piece.first);
    else
        pieces_.push_back(piece);
}

void Pieces::draw(SDL_Renderer* renderer, const Piece& piece, const PixelBox& part) const {
    const SDL_Rect clip = sdl(piece.cut == Cut::anywhere ? overlap(piece.clip, part) : piece.clip);
    SDL_RenderSetClipRect(renderer, &clip);
    SDL_Texture* const texture = piece.texture == nullptr ? white_ : piece.texture;
    // OpenGL on a processor compiles a program for each mode, and what is opaque looks the same by either.
    const SDL_BlendMode blend = white_ == nullptr ? piece.blend : SDL_BLENDMODE_BLEND;
    if (piece.count > 0) {
        constexpr int stride = sizeof(ImDrawVert);
        const ImDrawVert& first = vertices_[piece.first];
        SDL_SetRenderDrawBlendMode(renderer, blend);
        if (texture != nullptr) {
            SDL_SetTextureBlendMode(texture, blend);
            // What was copied from it before, or was not, must not matter.
            SDL_SetTextureColorMod(texture, 255, 255, 255);
            SDL_SetTextureAlphaMod(texture, SDL_ALPHA_OPAQUE);
        }
        SDL_RenderGeometryRaw(renderer, texture, &first.pos.x, stride, reinterpret_cast<const SDL_Color*>(&first.col),
                              stride, &first.uv.x, stride, static_cast<int>(piece.count), nullptr, 0, 0);
        return;
    }
    const Uint8 red = part_of(piece.colour, IM_COL32_R_SHIFT);
    const Uint8 green = part_of(piece.colour, IM_COL32_G_SHIFT);
    const Uint8 blue = part_of(piece.colour, IM_COL32_B_SHIFT);
    const SDL_Rect target = sdl(piece.target);
    if (texture == nullptr) {
        SDL_SetRenderDrawBlendMode(renderer, blend);
        SDL_SetRenderDrawColor(renderer, red, green, blue, alpha_of(piece.colour));
        SDL_RenderFillRect(renderer, &target);
        return;
    }
    const SDL_Rect source = sdl(piece.source);
    SDL_SetTextureColorMod(texture, red, green, blue);
    SDL_SetTextureAlphaMod(texture, alpha_of(piece.colour));
    SDL_SetTextureBlendMode(texture, blend);
    SDL_RenderCopy(renderer, texture, piece.texture == nullptr ? nullptr : &source, &target);
}

}  // namespace hall
