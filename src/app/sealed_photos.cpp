#include "app/sealed_photos.h"

#include <utility>

#include "base/file.h"

namespace hall {

SealedPhotos::SealedPhotos(Decode decode, std::function<void()> wake)
    : decode_(std::move(decode)), wake_(std::move(wake)) {}

void SealedPhotos::want(const std::string& source, const std::string& bytes) {
    std::string digest = sha256_hex(bytes);
    const std::lock_guard lock(mutex_);
    Known& known = known_[source];
    if (known.digest == digest) return;
    known = {digest, nullptr};
    waiting_.push_back({source, std::move(digest), bytes});
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    asked_.notify_one();
}

bool SealedPhotos::add_to(Pictures& pictures) const {
    const std::lock_guard lock(mutex_);
    bool any = false;
    for (const auto& [source, known] : known_)
        if (known.image) any |= pictures.emplace(source, known.image).second;
    return any;
}

bool SealedPhotos::take_news() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, false);
}

void SealedPhotos::run(const std::stop_token& stop) {
    while (true) {
        Wanted next;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            next = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto image = decode_(next.bytes, stop);
        if (!image) continue;
        {
            const std::lock_guard lock(mutex_);
            Known& known = known_[next.source];
            if (known.digest != next.digest) continue;  // another was asked for meanwhile
            known.image = std::make_shared<const Image>(*std::move(image));
            news_ = true;
        }
        wake_();
    }
}

}  // namespace hall
