#pragma once
/// SDL's renderer behind our draw lists: on a window, or on memory where there is no display.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/image.h"
#include "base/result.h"
#include "draw/texture_host.h"

struct ImDrawList;
struct SDL_Window;

namespace hall {

/// Owns the SDL renderer and every texture made through it. Thread: render thread.
class Renderer : public TextureHost {
public:
    virtual int width() const = 0;   ///< pixels
    virtual int height() const = 0;  ///< pixels
    virtual const char* name() const = 0;
    /// A new picture begins, black.
    virtual void clear() = 0;
    /// Draws the list at 1:1 pixels; null textures draw solid colour. Textures that it names keep their pixels until
    /// the picture is presented or read.
    virtual void draw(const ImDrawList& list) = 0;
    /// Returns how many pixels were brought on screen: where a processor draws, only those that differ from the last
    /// picture.
    virtual std::int64_t present() = 0;
    /// The pixels drawn since clear.
    virtual Result<Image> read() = 0;
    /// Draws pixels that it knows and reads them back: false where what it holds is lost (a graphics card that was
    /// reset). Before `clear`: it leaves them.
    virtual bool answers() = 0;
    virtual std::size_t textures() const = 0;  ///< how many it holds for others
};

/// The largest that is made before anything is shown: large is as large as the window.
enum class FirstPicture { small, large };

/// `driver`: "auto", "software", "opengl", "opengles2". The window outlives the renderer.
Result<std::unique_ptr<Renderer>> make_window_renderer(SDL_Window* window, const std::string& driver,
                                                       FirstPicture first = FirstPicture::small);
/// SDL's software renderer on memory; needs no display and no SDL_Init. The same pixels on every run.
Result<std::unique_ptr<Renderer>> make_memory_renderer(int width, int height);

}  // namespace hall
