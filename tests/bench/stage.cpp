#include "bench/stage.h"

#include <stdexcept>
#include <utility>

#include "bench/large_feed.h"
#include "feed/decoder.h"
#include "screens/brand.h"

namespace hall::bench {
namespace {

template <class T>
T need(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().sentence.en);
    return *std::move(result);
}

}  // namespace

const Fonts& fonts() {
    static const Fonts loaded = [] {
        const Path root = HALL_SOURCE_DIR;
        return need(Fonts::load(root / "fonts", need(Phrases::load(root / "assets/phrases.txt"))));
    }();
    return loaded;
}

const Snapshot& bundled_snapshot() {
    static const Snapshot snapshot = [] {
        Snapshot made;
        made.number = 1;
        made.conference = need(decode_feed(bundled_feed())).conference;
        return made;
    }();
    return snapshot;
}

Stage::Stage(int width, int height)
    : renderer_(need(make_memory_renderer(width, height))), palette_(fonts(), *renderer_, theme_named("")) {
    viewport_.width = width;
    viewport_.height = height;
    viewport_.least_em = least_em_pixels;
}

PageRecord Stage::draw(const ProgramInput& input) {
    dress(palette_, input.snapshot, "");
    PageRecord drawn = draw_program(sheet_.begin(viewport_.width, viewport_.height), palette_, viewport_, input);
    renderer_->clear();
    renderer_->draw(sheet_.list());
    renderer_->present();
    palette_.trim();
    return drawn;
}

PageRecord Stage::measure(const Snapshot& snapshot, const Step& step, Instant now) {
    Viewport viewport = viewport_;
    viewport.texts = Texts::measured;
    PageRecord laid_out =
        draw_settled(sheet_.begin(viewport_.width, viewport_.height), palette_, viewport, snapshot, step, now);
    palette_.trim();
    return laid_out;
}

}  // namespace hall::bench
