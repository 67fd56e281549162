#pragma once
/// Pictures painted once on the CPU and kept as textures: SDL's software renderer is fast on axis-aligned copies only.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>

#include "base/image.h"
#include "draw/texture_host.h"

namespace hall {

enum class Painted { backdrop, drum, panel, disc, diamond, tick, fading_rule, photo, blurred, brand };

/// Everything a painted picture depends on: equal keys are equal pixels.
struct BakeKey {
    Painted what = Painted::disc;
    int width = 0, height = 0;      ///< pixels
    int variant = 0;                ///< meaning depends on `what`
    int detail = 0;                 ///< likewise: radius or stroke, pixels
    std::uint64_t fingerprint = 0;  ///< of colours or of a feed picture
    const void* source = nullptr;   ///< theme or feed picture, by address; never read

    auto operator<=>(const BakeKey&) const = default;
};

struct BakedPicture {
    TextureId texture = nullptr;  ///< null where the renderer refused
    int width = 0, height = 0;    ///< pixels
};

/// Thread: render thread. Frees its textures when it dies; the host outlives it.
class BakedPictures {
public:
    /// Above `budget` bytes the least recently used are freed at the end of a picture.
    explicit BakedPictures(TextureHost& host, std::size_t budget = std::size_t{96} << 20U);
    ~BakedPictures();
    BakedPictures(const BakedPictures&) = delete;
    BakedPictures& operator=(const BakedPictures&) = delete;

    /// `paint` is called on first use only.
    BakedPicture get(const BakeKey& key, const std::function<Image()>& paint);
    /// The same for a large picture; `begin`: see TextureHost::create_painted.
    BakedPicture get_painted(const BakeKey& key, int width, int height, Alpha alpha, const BeginPainting& begin);
    /// Ends a picture: frees what has not been used for long. What this picture used stays.
    void trim();
    std::size_t count() const { return kept_.size(); }
    std::size_t bytes() const { return bytes_; }

private:
    struct Kept {
        BakedPicture picture;
        std::uint64_t used = 0;  ///< the number of the picture that used it last
        std::size_t bytes() const;
    };
    void free(std::map<BakeKey, Kept>::iterator which);

    TextureHost& host_;
    std::size_t budget_;
    std::size_t bytes_ = 0;
    std::uint64_t now_ = 0;
    std::map<BakeKey, Kept> kept_;
};

}  // namespace hall
