#pragma once
/// Which parts of a picture differ from the one before it.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hall {

/// A rectangle of whole pixels; `right` and `bottom` are just outside.
struct PixelBox {
    int left = 0, top = 0, right = 0, bottom = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool empty() const { return right <= left || bottom <= top; }
    bool operator==(const PixelBox&) const = default;
};

PixelBox overlap(const PixelBox& one, const PixelBox& other);
bool holds(const PixelBox& outer, const PixelBox& inner);

/// Mixes `value` into `hash`; what comes of it depends on the order.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value);

/// Keeps, for each tile of the picture, one hash of all that was drawn over it, in its order: a tile whose hash stays
/// has the same pixels. (That two hashes of 64 bits are the same by chance happens to nobody.) What was drawn itself is
/// not kept, and nothing of two pictures is searched for in the other. Thread: render thread.
class Damage {
public:
    static constexpr int tile = 64;  ///< pixels

    /// A new picture comes. If its size is another than the last one's it differs everywhere.
    void begin(int width, int height);
    /// Something is drawn in `area`. `looks` is the same only for what gives the same pixels there.
    void add(const PixelBox& area, std::uint64_t looks);
    /// After all was added: tiles that are not as they were differ from now on.
    void compare();
    /// This differs, whatever is drawn there.
    void mark(const PixelBox& area);
    void mark_all();
    /// False where it differed all over already.
    bool spread(const PixelBox& area);
    bool touches(const PixelBox& area) const;
    /// What differs, without overlaps; then nothing does.
    std::vector<PixelBox> take();

private:
    /// Columns and rows of tiles that an area lies on.
    PixelBox tiles_of(const PixelBox& area) const;
    template <class Each>
    void each_tile(const PixelBox& area, const Each& each) const;

    int width_ = 0, height_ = 0;  // pixels
    int columns_ = 0, rows_ = 0;  // tiles
    std::vector<std::uint64_t> before_, now_;
    std::vector<unsigned char> differs_;  // one a tile, as the hashes
};

}  // namespace hall
