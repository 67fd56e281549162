#pragma once
/// A texture host that remembers, and the quads of a draw list.
#include <imgui.h>

#include <map>
#include <memory>
#include <vector>

#include "draw/text_layout.h"
#include "draw/texture_host.h"

namespace hall {

class RecordingHost : public TextureHost {
public:
    TextureId create(const Image& image, Sampling) override {
        if (refuses) return nullptr;
        ++created;
        auto texture = std::make_unique<Image>(image);
        TextureId const id = texture.get();
        textures[id] = std::move(texture);
        return id;
    }
    void update(TextureId, int, int, const Image&) override {}
    void destroy(TextureId texture) override { textures.erase(texture); }
    int largest() const override { return 4096; }

    std::map<TextureId, std::unique_ptr<Image>> textures;
    int created = 0;
    bool refuses = false;
};

struct Quad {
    Box box;
    ImU32 colour = 0;
    TextureId texture = nullptr;
    bool plain = true;  ///< two triangles over the corners of an upright rectangle, one colour, texels upright too
};

/// Every six indices of the list as a quad.
inline std::vector<Quad> quads_of(const ImDrawList& list) {
    std::vector<Quad> quads;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        for (unsigned first = 0; first + 6 <= command.ElemCount; first += 6) {
            const auto vertex = [&](unsigned i) -> const ImDrawVert& {
                const auto index = static_cast<int>(command.IdxOffset + first + i);
                return list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[index]];
            };
            const ImDrawVert& a = vertex(0);
            const ImDrawVert& c = vertex(2);
            Quad quad{{a.pos.x, a.pos.y, c.pos.x - a.pos.x, c.pos.y - a.pos.y}, a.col, command.TextureId, true};
            for (unsigned i = 0; i < 6; ++i) {
                const ImDrawVert& v = vertex(i);
                const bool left = v.pos.x == a.pos.x;
                const bool top = v.pos.y == a.pos.y;
                quad.plain = quad.plain && v.col == a.col && (left || v.pos.x == c.pos.x) &&
                             (top || v.pos.y == c.pos.y) && v.uv.x == (left ? a.uv.x : c.uv.x) &&
                             v.uv.y == (top ? a.uv.y : c.uv.y);
            }
            quads.push_back(quad);
        }
    }
    return quads;
}

}  // namespace hall
