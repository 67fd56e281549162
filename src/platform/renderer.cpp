#include "platform/renderer.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/log.h"
#include "platform/draw_list.h"
#include "platform/paintings.h"
#include "platform/window_painter.h"

namespace hall {
namespace {

constexpr int bytes_per_pixel = 4;
/// As windows on a software renderer have it: what has no alpha is copied whole rows at a time.
constexpr Uint32 opaque_format = SDL_PIXELFORMAT_RGB888;
constexpr int largest_software_texture = 16384;  // SDL's software renderer names no limit

struct RendererDeleter {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
struct SurfaceDeleter {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using RendererPointer = std::unique_ptr<SDL_Renderer, RendererDeleter>;
using SurfacePointer = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

bool is_opaque(const Image& image) {
    for (std::size_t at = 3; at < image.rgba.size(); at += bytes_per_pixel)
        if (image.rgba[at] != SDL_ALPHA_OPAQUE) return false;
    return true;
}

constexpr int small_side = 3;  // no power of two, see GlyphAtlas

/// Of full and no light only: those come back exactly from every driver.
Image canary_picture() {
    constexpr std::array<std::array<std::uint8_t, bytes_per_pixel>, 5> colours{
        {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}, {0, 0, 0, 255}}};
    Image picture(small_side, small_side);
    for (int i = 0; i < small_side * small_side; ++i)
        std::ranges::copy(colours[static_cast<std::size_t>(i) % colours.size()],
                          picture.pixel(i % small_side, i / small_side));
    return picture;
}

Image white_picture() {
    Image picture(small_side, small_side);
    picture.rgba.assign(picture.rgba.size(), 255);
    return picture;
}

/// What GL says draws; the context of the newest renderer is current.
std::string_view gl_renderer_name() {
    using GetString = const char* (*)(unsigned);
    constexpr unsigned gl_renderer = 0x1F01;
    const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
    const char* name = get_string == nullptr ? nullptr : get_string(gl_renderer);
    return name == nullptr ? std::string_view() : std::string_view(name);
}

bool gl_is_software() {
    constexpr std::array<std::string_view, 4> rasterisers{"llvmpipe", "softpipe", "Software Rasterizer", "swrast"};
    const std::string_view name = gl_renderer_name();
    return std::any_of(rasterisers.begin(), rasterisers.end(),
                       [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

class SdlRenderer final : public Renderer {
public:
    /// `window`: null on memory.
    SdlRenderer(RendererPointer renderer, SDL_Window* window, SurfacePointer surface, FirstPicture first)
        : surface_(std::move(surface)), renderer_(std::move(renderer)) {
        SDL_RendererInfo facts{};
        if (SDL_GetRendererInfo(renderer_.get(), &facts) == 0) {
            name_ = facts.name;
            path_ = (facts.flags & SDL_RENDERER_SOFTWARE) != 0 ? DrawPath::quads : DrawPath::geometry;
            const int least = std::min(facts.max_texture_width, facts.max_texture_height);
            largest_ = least > 0 ? least : largest_software_texture;
        }
        SDL_SetRenderDrawBlendMode(renderer_.get(), SDL_BLENDMODE_BLEND);
        if (path_ == DrawPath::geometry) white_.reset(make_texture(white_picture(), Sampling::nearest));
        if (window != nullptr) paint_parts(window, first);
        canary_.reset(make_texture(canary_picture(), Sampling::nearest));
    }

    /// Where every pixel costs a processor's time.
    void paint_parts(SDL_Window* window, FirstPicture first) {
        const bool software = path_ == DrawPath::quads;
        ShowParts show = software ? show_by_software(window) : gl_is_software() ? show_by_opengl(window) : ShowParts();
        if (!show) return;
        painter_.emplace(window, renderer_.get(), white_.get(), std::move(show),
                         software ? std::make_unique<EarlyPages>(window, first) : nullptr);
    }

    int width() const override { return size().first; }
    int height() const override { return size().second; }
    const char* name() const override { return name_.c_str(); }
    int largest() const override { return largest_; }

    TextureId create(const Image& image, Sampling sampling) override {
        SDL_Texture* const texture = make_texture(image, sampling);
        textures_ += texture == nullptr ? 0 : 1;
        return texture;
    }

    TextureId create_painted(int width, int height, Alpha alpha, const BeginPainting& begin) override {
        if (!has_room_for(width, height)) return nullptr;
        // Only a software texture is memory that another thread may write to.
        const auto make = [&](Uint32 format) {
            return TexturePointer(make_blank(width, height, Sampling::nearest, format, SDL_TEXTUREACCESS_STREAMING));
        };
        SDL_Texture* const texture = path_ == DrawPath::quads
                                         ? paintings_.begin(width, height, format_for(alpha), begin, make)
                                         : paint_in_turn(width, height, begin);
        textures_ += texture == nullptr ? 0 : 1;
        return texture;
    }

    /// By rows, so that the whole is in memory once.
    SDL_Texture* paint_in_turn(int width, int height, const BeginPainting& begin) {
        TexturePointer texture(make_blank(width, height, Sampling::nearest, SDL_PIXELFORMAT_RGBA32));
        if (texture == nullptr) return nullptr;
        const PaintRows paint = begin();
        constexpr int rows = 128;  // enough for several painters, and they stay in the processor's cache
        for (int top = 0; top < height; top += rows) {
            Image band(width, std::min(rows, height - top));
            paint(band, top);
            if (!write(texture.get(), 0, top, band)) return nullptr;
        }
        return texture.release();
    }

    bool has_room_for(int width, int height) const {
        return width > 0 && height > 0 && width <= largest_ && height <= largest_;
    }

    /// Of a texture for a picture with that alpha.
    Uint32 format_for(Alpha alpha) const {
        return painter_ && path_ == DrawPath::quads && alpha == Alpha::none ? opaque_format
                                                                            : Uint32{SDL_PIXELFORMAT_RGBA32};
    }

    TextureId create_blank(int width, int height, Sampling sampling) override {
        SDL_Texture* const texture = make_blank(width, height, sampling, SDL_PIXELFORMAT_RGBA32);
        textures_ += texture == nullptr ? 0 : 1;
        return texture;
    }

    SDL_Texture* make_blank(int width, int height, Sampling sampling, Uint32 format,
                            int access = SDL_TEXTUREACCESS_STATIC) {
        if (!has_room_for(width, height)) {
            return nullptr;
        }
        SDL_Texture* texture = SDL_CreateTexture(renderer_.get(), format, access, width, height);
        if (texture == nullptr) {
            return nullptr;
        }
        // Another may come to lie where this one lies.
        // NOLINTNEXTLINE(performance-no-int-to-ptr): a number that nobody follows
        SDL_SetTextureUserData(texture, reinterpret_cast<void*>(++made_));
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(texture, sampling == Sampling::linear ? SDL_ScaleModeLinear : SDL_ScaleModeNearest);
        return texture;
    }

    SDL_Texture* make_texture(const Image& image, Sampling sampling) {
        const Uint32 format = format_for(is_opaque(image) ? Alpha::none : Alpha::straight);
        SDL_Texture* texture = make_blank(image.width, image.height, sampling, format);
        if (texture == nullptr) {
            return nullptr;
        }
        if (!write(texture, 0, 0, image)) {
            SDL_DestroyTexture(texture);
            return nullptr;
        }
        return texture;
    }

    static bool write(SDL_Texture* texture, int x, int y, const Image& image) {
        const int pitch = image.width * bytes_per_pixel;
        Uint32 format = SDL_PIXELFORMAT_RGBA32;
        SDL_QueryTexture(texture, &format, nullptr, nullptr, nullptr);
        if (format == SDL_PIXELFORMAT_RGBA32) {
            const SDL_Rect where{x, y, image.width, image.height};
            return SDL_UpdateTexture(texture, &where, image.rgba.data(), pitch) == 0;
        }
        constexpr int rows = 16;  // at a time, which stay in the processor's cache
        Image band(image.width, rows);
        for (int row = 0; row < image.height; row += rows) {
            const SDL_Rect where{x, y + row, image.width, std::min(rows, image.height - row)};
            if (SDL_ConvertPixels(where.w, where.h, SDL_PIXELFORMAT_RGBA32, image.pixel(0, row), pitch, format,
                                  band.rgba.data(), pitch) != 0 ||
                SDL_UpdateTexture(texture, &where, band.rgba.data(), pitch) != 0) {
                return false;
            }
        }
        return true;
    }

    void update(TextureId texture, int x, int y, const Image& part) override {
        if (texture == nullptr || part.empty()) {
            return;
        }
        auto* const changed = static_cast<SDL_Texture*>(texture);
        write(changed, x, y, part);
        if (painter_) painter_->changed(changed, {x, y, x + part.width, y + part.height});
    }

    void destroy(TextureId texture) override {
        if (texture != nullptr) {
            paintings_.drop(static_cast<SDL_Texture*>(texture));
            TexturePointer owned(static_cast<SDL_Texture*>(texture));
            if (painter_) painter_->destroy(std::move(owned));
            --textures_;
        }
    }

    void clear() override {
        if (painter_) return painter_->begin();
        SDL_RenderSetClipRect(renderer_.get(), nullptr);
        SDL_SetRenderDrawColor(renderer_.get(), 0, 0, 0, SDL_ALPHA_OPAQUE);
        SDL_RenderClear(renderer_.get());
    }

    void draw(const ImDrawList& list) override {
        paintings_.finish();
        if (painter_) return painter_->add(list);
        agree_on_texturing();
        draw_list(renderer_.get(), list, path_, white_.get());
    }

    std::int64_t present() override {
        if (painter_) {
            agree_on_texturing();
            return painter_->present();
        }
        SDL_RenderPresent(renderer_.get());
        const auto [wide, high] = size();
        return std::int64_t{wide} * high;
    }

    Result<Image> read() override {
        if (painter_) {
            agree_on_texturing();
            painter_->paint();
        }
        const auto [wide, high] = size();
        Image image(wide, high);
        if (image.empty() || SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGBA32, image.rgba.data(),
                                                  wide * bytes_per_pixel) != 0) {
            const std::string reason = SDL_GetError();
            return fault("Không đọc lại được hình đã vẽ: " + reason, "The drawn picture cannot be read: " + reason);
        }
        return image;
    }

    bool answers() override {
        const Image known = canary_picture();
        const SDL_Rect corner{0, 0, known.width, known.height};
        Image seen(known.width, known.height);
        if (painter_) painter_->spoil({0, 0, known.width, known.height});
        agree_on_texturing();
        SDL_RenderSetClipRect(renderer_.get(), nullptr);
        return canary_ != nullptr && SDL_RenderCopy(renderer_.get(), canary_.get(), nullptr, &corner) == 0 &&
               SDL_RenderReadPixels(renderer_.get(), &corner, SDL_PIXELFORMAT_RGBA32, seen.rgba.data(),
                                    known.width * bytes_per_pixel) == 0 &&
               seen.rgba == known.rgba;
    }

    std::size_t textures() const override { return textures_; }

private:
    /// SDL's opengl without shaders disables texturing where a texture is filled, and believes it still enabled.
    void agree_on_texturing() {
        if (white_ != nullptr && SDL_GL_BindTexture(white_.get(), nullptr, nullptr) == 0)
            SDL_GL_UnbindTexture(white_.get());
    }

    std::pair<int, int> size() const {
        int wide = 0;
        int high = 0;
        SDL_GetRendererOutputSize(renderer_.get(), &wide, &high);
        return {wide, high};
    }

    SurfacePointer surface_;  // what a memory renderer draws on; outlives it
    RendererPointer renderer_;
    TexturePointer canary_;
    TexturePointer white_;  ///< what is solid is drawn with it: one shader less to be made before the first picture
    std::size_t textures_ = 0;
    std::string name_ = "software";
    int largest_ = largest_software_texture;
    DrawPath path_ = DrawPath::geometry;
    std::uintptr_t made_ = 0;               ///< textures, ever
    std::optional<WindowPainter> painter_;  ///< on a window, by a processor
    Paintings paintings_;                   ///< last: they write to textures of the renderer
};

Error no_renderer() {
    const std::string reason = SDL_GetError();
    return fault("Không tạo được bộ vẽ hình: " + reason + ". Hãy thử với bộ vẽ \"software\".",
                 "No renderer can be made: " + reason + ". Try the driver \"software\".");
}

/// A graphics device the kernel knows. Without one GL is llvmpipe: 70 MiB and slower than SDL's own software renderer,
/// so it is not even loaded.
bool graphics_device_present() {
    std::error_code ignored;
    return std::filesystem::exists("/dev/dri", ignored) || std::filesystem::exists("/dev/nvidiactl", ignored);
}

int driver_index(std::string_view wanted) {
    for (int index = 0; index < SDL_GetNumRenderDrivers(); ++index) {
        SDL_RendererInfo facts{};
        if (SDL_GetRenderDriverInfo(index, &facts) == 0 && wanted == facts.name) {
            return index;
        }
    }
    return -1;
}

RendererPointer try_driver(SDL_Window* window, std::string_view name, Uint32 flags) {
    const int index = driver_index(name);
    if (index < 0) {
        SDL_SetError("no render driver of that name");
        return nullptr;
    }
    // Of a dozen shaders that SDL compiles for opengl most are for films. Where a processor runs them their memory is a
    // tenth of ours, and the pixels are the same without; a graphics card is left to what SDL itself is tried with.
    SDL_SetHint(SDL_HINT_RENDER_OPENGL_SHADERS, graphics_device_present() ? "1" : "0");
    return RendererPointer(SDL_CreateRenderer(window, index, flags));
}

RendererPointer try_software(SDL_Window* window) {
    // Otherwise SDL shows the software picture through a hidden GL renderer: three times the memory, and slower.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    return try_driver(window, "software", SDL_RENDERER_SOFTWARE);
}

RendererPointer choose(SDL_Window* window) {
    const char* video = SDL_GetCurrentVideoDriver();
    // KMSDRM has no framebuffer for software pictures: there, GL by llvmpipe is better than nothing.
    const bool only_gl = video != nullptr && std::string_view(video) == "KMSDRM";
    if (only_gl || graphics_device_present()) {
        for (const std::string_view name : {"opengl", "opengles2"}) {
            RendererPointer renderer = try_driver(window, name, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
            if (renderer != nullptr && (only_gl || !gl_is_software())) {
                return renderer;
            }
        }
    }
    return try_software(window);
}

}  // namespace

Result<std::unique_ptr<Renderer>> make_window_renderer(SDL_Window* window, const std::string& driver,
                                                       FirstPicture first) {
    RendererPointer renderer;
    if (driver == "auto") {
        renderer = choose(window);
    } else if (driver == "software") {
        renderer = try_software(window);
    } else {
        renderer = try_driver(window, driver, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    }
    if (renderer == nullptr) {
        return no_renderer();
    }
    std::unique_ptr<Renderer> made = std::make_unique<SdlRenderer>(std::move(renderer), window, nullptr, first);
    log_line(LogLevel::info, "platform", std::string("renderer ") + made->name());
    return made;
}

Result<std::unique_ptr<Renderer>> make_memory_renderer(int width, int height) {
    if (width <= 0 || height <= 0 || width > largest_software_texture || height > largest_software_texture) {
        return fault("Kích thước trang không hợp lệ.", "The page has no valid size.");
    }
    SurfacePointer surface(
        SDL_CreateRGBSurfaceWithFormat(0, width, height, bytes_per_pixel * 8, SDL_PIXELFORMAT_RGBA32));
    RendererPointer renderer(surface == nullptr ? nullptr : SDL_CreateSoftwareRenderer(surface.get()));
    if (renderer == nullptr) {
        return no_renderer();
    }
    return std::unique_ptr<Renderer>(
        std::make_unique<SdlRenderer>(std::move(renderer), nullptr, std::move(surface), FirstPicture::small));
}

}  // namespace hall
