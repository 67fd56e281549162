#include "draw/baked.h"

#include <algorithm>

namespace hall {
namespace {

constexpr std::uint64_t long_unused = 600;  // pictures: ten seconds of motion, or hours of still pages

}  // namespace

std::size_t BakedPictures::Kept::bytes() const {
    return picture.texture == nullptr
               ? 0
               : static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
}

BakedPictures::BakedPictures(TextureHost& host, std::size_t budget) : host_(host), budget_(budget) {}

BakedPictures::~BakedPictures() {
    while (!kept_.empty()) free(kept_.begin());
}

BakedPicture BakedPictures::get(const BakeKey& key, const std::function<Image()>& paint) {
    const auto [place, fresh] = kept_.try_emplace(key);
    Kept& kept = place->second;
    kept.used = now_;
    if (fresh) {
        const Image image = paint();
        if (!image.empty()) {
            // Drawn texel for pixel, so nothing needs smoothing.
            kept.picture = {host_.create(image, Sampling::nearest), image.width, image.height};
            bytes_ += kept.bytes();
        }
    }
    return kept.picture;
}

BakedPicture BakedPictures::get_painted(const BakeKey& key, int width, int height, Alpha alpha,
                                        const BeginPainting& begin) {
    const auto [place, fresh] = kept_.try_emplace(key);
    Kept& kept = place->second;
    kept.used = now_;
    if (fresh && width > 0 && height > 0) {
        kept.picture = {host_.create_painted(width, height, alpha, begin), width, height};
        bytes_ += kept.bytes();
    }
    return kept.picture;
}

void BakedPictures::trim() {
    for (auto place = kept_.begin(); place != kept_.end();) {
        const auto current = place++;
        if (now_ - current->second.used > long_unused) free(current);
    }
    while (bytes_ > budget_) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(), [](const auto& one, const auto& other) {
            return one.second.used < other.second.used;
        });
        if (oldest == kept_.end() || oldest->second.used == now_) break;
        free(oldest);
    }
    ++now_;
}

void BakedPictures::free(std::map<BakeKey, Kept>::iterator which) {
    bytes_ -= which->second.bytes();
    if (which->second.picture.texture != nullptr) host_.destroy(which->second.picture.texture);
    kept_.erase(which);
}

}  // namespace hall
