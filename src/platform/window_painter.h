#pragma once
/// Pictures on a window that a processor draws: only what differs from the last one is drawn and shown.
#include <SDL.h>

#include <atomic>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "platform/picture_memory.h"
#include "platform/renderer.h"
#include "platform/repainter.h"
#include "platform/shown_parts.h"
#include "platform/texture_pointer.h"

namespace hall {

/// Whether a window lost what was shown in it: when it was covered, hidden or resized. At first nothing is shown.
class Exposure {
public:
    explicit Exposure(SDL_Window* window) : window_(SDL_GetWindowID(window)) { SDL_AddEventWatch(see, this); }
    ~Exposure() { SDL_DelEventWatch(see, this); }
    Exposure(const Exposure&) = delete;
    Exposure& operator=(const Exposure&) = delete;

    /// Says so once.
    bool take() { return exposed_.exchange(false); }

private:
    /// Before the event is in SDL's queue, on the thread that puts it there.
    static int see(void* self, SDL_Event* event);

    const Uint32 window_;
    std::atomic<bool> exposed_ = true;
};

/// The kernel gives pages of memory while the first picture is laid out, so that its drawing need not wait for them.
class EarlyPages {
public:
    /// For the pixels of a window of SDL's software renderer, and, if that picture is large, for a block as large.
    EarlyPages(SDL_Window* window, FirstPicture first);

    /// After a resize SDL frees the window's pixels at the next drawing: nobody may be writing to them then.
    void wait();
    /// The first picture is there.
    void end() { ready_.reset(); }

private:
    std::optional<ReadyMemory> ready_;
    std::future<void> touching_;  ///< that, and the window's own pixels
};

/// Thread: render thread. Window and renderer outlive it.
class WindowPainter {
public:
    /// `white`: see Repainter. `early`: null where the pixels are not memory of this process.
    WindowPainter(SDL_Window* window, SDL_Renderer* renderer, SDL_Texture* white, ShowParts show,
                  std::unique_ptr<EarlyPages> early);

    /// See Repainter.
    void begin();
    void add(const ImDrawList& list) { repainter_.add(list); }
    void changed(const SDL_Texture* texture, const PixelBox& part) { repainter_.changed(texture, part); }
    /// Before `part` is drawn on by others.
    void spoil(const PixelBox& part);
    /// Draws what was added since `begin`.
    void paint();
    /// Shows what was painted since the last time; returns how many pixels that were.
    std::int64_t present();
    /// Once the picture that may need it is done.
    void destroy(TexturePointer texture);

private:
    void wait_for_pages();

    SDL_Renderer* renderer_;
    Exposure exposure_;
    Repainter repainter_;
    ShowParts show_;
    Uint64 whole_since_ = 0;  ///< ms of SDL's clock
    enum class Picture { begun, presented };
    Picture picture_ = Picture::presented;
    std::vector<SDL_Rect> unshown_;
    std::vector<TexturePointer> doomed_;
    std::unique_ptr<EarlyPages> early_;
};

}  // namespace hall
