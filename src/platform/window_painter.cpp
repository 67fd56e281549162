#include "platform/window_painter.h"

#include <cstddef>
#include <system_error>
#include <utility>

namespace hall {
namespace {

/// What was lost without a word comes back with a picture that long after the last whole one.
constexpr Uint64 whole_again = Uint64{10} * 60 * 1000;  // ms

}  // namespace

int Exposure::see(void* self, SDL_Event* event) {
    auto& exposure = *static_cast<Exposure*>(self);
    if (event->type != SDL_WINDOWEVENT || event->window.windowID != exposure.window_) return 0;
    switch (event->window.event) {
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
        case SDL_WINDOWEVENT_MAXIMIZED:
        case SDL_WINDOWEVENT_RESIZED:
        case SDL_WINDOWEVENT_SIZE_CHANGED: exposure.exposed_ = true; break;
        default: break;
    }
    return 0;
}

EarlyPages::EarlyPages(SDL_Window* window, FirstPicture first) {
    const SDL_Surface* const surface = SDL_GetWindowSurface(window);  // the renderer has made it
    if (surface == nullptr) return;
    constexpr std::size_t margin = 4096;  // more than SDL adds to a picture's size
    const std::size_t size = static_cast<std::size_t>(surface->pitch) * static_cast<std::size_t>(surface->h);
    if (first == FirstPicture::large) ready_.emplace(size + margin);
    try {
        touching_ = std::async(std::launch::async, [this, pixels = surface->pixels, size] {
            if (ready_) ready_->touch();
            touch_pages(pixels, size);
        });
    } catch (const std::system_error&) {  // no thread is to be had: then the first picture takes a little longer
    }
}

void EarlyPages::wait() {
    if (touching_.valid()) touching_.get();
}

WindowPainter::WindowPainter(SDL_Window* window, SDL_Renderer* renderer, SDL_Texture* white, ShowParts show,
                             std::unique_ptr<EarlyPages> early)
    : renderer_(renderer),
      exposure_(window),
      repainter_(renderer, white),
      show_(std::move(show)),
      early_(std::move(early)) {}

void WindowPainter::wait_for_pages() {
    if (early_) early_->wait();
}

void WindowPainter::spoil(const PixelBox& part) {
    wait_for_pages();
    repainter_.spoil(part);
}

void WindowPainter::begin() {
    wait_for_pages();
    picture_ = Picture::begun;
    doomed_.clear();
    repainter_.begin();
}

void WindowPainter::paint() {
    wait_for_pages();
    if (picture_ != Picture::begun) return;
    const Uint64 now = SDL_GetTicks64();
    if (exposure_.take() || now - whole_since_ >= whole_again) {
        repainter_.spoil_all();
        whole_since_ = now;
    }
    for (const PixelBox& box : repainter_.paint()) unshown_.push_back({box.left, box.top, box.width(), box.height()});
}

std::int64_t WindowPainter::present() {
    paint();
    picture_ = Picture::presented;
    doomed_.clear();
    if (early_) early_->end();
    const std::vector<SDL_Rect> shown = std::exchange(unshown_, {});
    if (shown.empty()) return 0;
    std::int64_t pixels = 0;
    for (const SDL_Rect& one : shown) pixels += std::int64_t{one.w} * one.h;
    SDL_RenderFlush(renderer_);
    if (!show_(shown)) repainter_.spoil_all();
    return pixels;
}

void WindowPainter::destroy(TexturePointer texture) {
    if (picture_ == Picture::begun) doomed_.push_back(std::move(texture));
}

}  // namespace hall
