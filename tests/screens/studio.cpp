#include "screens/studio.h"

#include <cstdint>
#include <stdexcept>
#include <utility>

#include "draw/fonts.h"
#include "draw/palette.h"
#include "draw/phrases.h"
#include "platform/renderer.h"
#include "screens/screen_table.h"

namespace hall::tests {
namespace {

/// Takes every texture and keeps none.
class Nowhere : public TextureHost {
public:
    TextureId create(const Image& image, Sampling /*sampling*/) override {
        return image.empty() ? nullptr : static_cast<TextureId>(&token_);
    }
    void update(TextureId /*texture*/, int /*x*/, int /*y*/, const Image& /*part*/) override {}
    void destroy(TextureId /*texture*/) override {}
    int largest() const override { return 8192; }

private:
    char token_ = 0;
};

template <class T>
T need(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().sentence.en);
    return std::move(result).value();
}

}  // namespace

Studio::Studio()
    : fonts_(std::make_unique<Fonts>(
          need(Fonts::load(HALL_SOURCE_DIR "/fonts", need(Phrases::load(HALL_SOURCE_DIR "/assets/phrases.txt")))))),
      nowhere_(std::make_unique<Nowhere>()),
      palette_(std::make_unique<Palette>(*fonts_, *nowhere_, theme_named(""))) {}

Studio::~Studio() = default;

PageRecord Studio::record(const Viewport& viewport, const Conference& conference, const Step& step, Instant now,
                          Seconds on_air_for) {
    Canvas canvas(sheet_.begin(viewport.width, viewport.height), *palette_, viewport, on_air_for);
    const Pictures none;
    draw_page(canvas, {conference, none, step, now});
    return canvas.take_record();
}

Image Studio::picture(int width, int height, const Conference& conference, const Step& step, Instant now) {
    const auto renderer = need(make_memory_renderer(width, height));
    Palette palette(*fonts_, *renderer, theme_named(""));
    Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    Canvas canvas(sheet_.begin(width, height), palette, viewport, settled);
    const Pictures none;
    draw_page(canvas, {conference, none, step, now});
    renderer->clear();
    renderer->draw(sheet_.list());
    return need(renderer->read());
}

}  // namespace hall::tests
