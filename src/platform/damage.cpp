#include "platform/damage.h"

#include <algorithm>
#include <utility>

namespace hall {

PixelBox overlap(const PixelBox& one, const PixelBox& other) {
    return {std::max(one.left, other.left), std::max(one.top, other.top), std::min(one.right, other.right),
            std::min(one.bottom, other.bottom)};
}

bool holds(const PixelBox& outer, const PixelBox& inner) {
    return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
           outer.bottom >= inner.bottom;
}

/// The finalizer of MurmurHash3, whose every bit depends on every bit.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) + 0x9E3779B97F4A7C15U;  // no fixed point at 0
    hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDU;
    hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 33U);
}

PixelBox Damage::tiles_of(const PixelBox& area) const {
    const PixelBox inside = overlap(area, {0, 0, width_, height_});
    if (inside.empty()) return {};
    return {inside.left / tile, inside.top / tile, (inside.right - 1) / tile + 1, (inside.bottom - 1) / tile + 1};
}

template <class Each>
void Damage::each_tile(const PixelBox& area, const Each& each) const {
    const PixelBox tiles = tiles_of(area);
    for (int row = tiles.top; row < tiles.bottom; ++row)
        for (int column = tiles.left; column < tiles.right; ++column)
            each(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column));
}

void Damage::begin(int width, int height) {
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        columns_ = (width + tile - 1) / tile;
        rows_ = (height + tile - 1) / tile;
        const std::size_t count = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
        now_.assign(count, 0);
        differs_.assign(count, 1);
    }
    before_.swap(now_);
    now_.assign(before_.size(), 0);
}

void Damage::add(const PixelBox& area, std::uint64_t looks) {
    each_tile(area, [&](std::size_t one) { now_[one] = mixed(now_[one], looks); });
}

void Damage::compare() {
    for (std::size_t one = 0; one < now_.size(); ++one)
        if (now_[one] != before_[one]) differs_[one] = 1;
}

void Damage::mark(const PixelBox& area) { spread(area); }

void Damage::mark_all() { std::fill(differs_.begin(), differs_.end(), static_cast<unsigned char>(1)); }

bool Damage::spread(const PixelBox& area) {
    bool more = false;
    each_tile(area, [&](std::size_t one) { more |= std::exchange(differs_[one], 1) == 0; });
    return more;
}

bool Damage::touches(const PixelBox& area) const {
    bool found = false;
    each_tile(area, [&](std::size_t one) { found |= differs_[one] != 0; });
    return found;
}

/// Runs of tiles in a row; one as wide right below is one with it.
std::vector<PixelBox> Damage::take() {
    std::vector<PixelBox> boxes;
    const auto differs = [&](int column, int row) {
        return differs_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)] != 0;
    };
    for (int row = 0; row < rows_; ++row)
        for (int column = 0; column < columns_; ++column) {
            if (!differs(column, row)) continue;
            const int first = column;
            while (column < columns_ && differs(column, row)) ++column;
            const PixelBox run =
                overlap({first * tile, row * tile, column * tile, (row + 1) * tile}, {0, 0, width_, height_});
            const auto above = std::find_if(boxes.begin(), boxes.end(), [&](const PixelBox& box) {
                return box.bottom == run.top && box.left == run.left && box.right == run.right;
            });
            if (above == boxes.end())
                boxes.push_back(run);
            else
                above->bottom = run.bottom;
        }
    std::fill(differs_.begin(), differs_.end(), static_cast<unsigned char>(0));
    return boxes;
}

}  // namespace hall
