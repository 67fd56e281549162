#include "app/identify_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

#include "base/text.h"
#include "draw/canvas.h"
#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/displays.h"
#include "platform/input.h"
#include "platform/renderer.h"
#include "platform/session.h"
#include "platform/signals.h"
#include "platform/window.h"

namespace hall {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Seconds stands{60};  ///< time to walk through a hall
constexpr Milliseconds longest_sleep{500};
constexpr Seconds settled{1e6};
// Percent of the picture's height.
constexpr float number_at = 40, name_at = 66, connector_at = 77, how_at = 92;
constexpr float line_width = 90;  ///< percent of the picture's width
constexpr float number_size = 3;  ///< times the largest type

/// Behind that gap; nothing where the monitor tells none.
std::string serial_of(const Display& display, const char* gap) {
    return display.serial.empty() ? std::string() : gap + escape_for_log(display.serial);
}

/// One display's picture.
class Plate {
public:
    static Result<std::unique_ptr<Plate>> open(const Display& display, const Options& options, const Fonts& fonts) {
        WindowWish wish;
        wish.title = "Hội Trường - " + std::to_string(display.number);
        wish.display = std::to_string(display.number);
        auto window = Window::open(wish);
        if (!window) return window.error();
        auto renderer = make_window_renderer((*window)->handle(), options.renderer);
        if (!renderer) return renderer.error();
        return std::unique_ptr<Plate>(new Plate(display, options.language, *std::move(window), *std::move(renderer),
                                                fonts, theme_named(options.theme)));
    }

    void draw() {
        Viewport viewport;
        viewport.width = renderer_->width();
        viewport.height = renderer_->height();
        viewport.least_em = least_em_pixels;
        Canvas canvas(sheet_.begin(viewport.width, viewport.height), palette_, viewport, settled);
        canvas.backdrop(Ornament::none);
        const auto line = [&](const std::string& text, Type type, float y, float largest = 1) {
            const TextStyle style{.type = type, .ink = Ink::primary, .align = Align::centre};
            canvas.put_centred(canvas.fit(text, style, canvas.width(line_width), 1, largest), canvas.x(50),
                               canvas.y(y));
        };
        const Sentence how{fmt::format("display = \"{}\"   ·   phím bất kỳ: đóng", key()),
                           fmt::format("display = \"{}\"   ·   any key: close", key())};
        line(std::to_string(display_.number), Type::hero, number_at, number_size);
        line(display_.name, Type::title, name_at);
        line(fmt::format("{}{}   {} × {}", display_.connector, serial_of(display_, "   "), display_.width,
                         display_.height),
             Type::name_m, connector_at);
        line(how.in(language_), Type::label, how_at);
        renderer_->clear();
        renderer_->draw(sheet_.list());
        renderer_->present();
    }

private:
    Plate(Display display, Language language, std::unique_ptr<Window> window, std::unique_ptr<Renderer> renderer,
          const Fonts& fonts, const Theme& theme)
        : display_(std::move(display)),
          language_(language),
          window_(std::move(window)),
          renderer_(std::move(renderer)),
          palette_(fonts, *renderer_, theme) {}

    /// What to write into the configuration.
    const std::string& key() const { return display_.connector.empty() ? display_.name : display_.connector; }

    Display display_;
    Language language_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Renderer> renderer_;
    Sheet sheet_;
    Palette palette_;
};

bool ends(const std::vector<Event>& events) {
    for (const Event& event : events)
        if (event.kind == EventKind::key || event.kind == EventKind::mouse_down ||
            event.kind == EventKind::close_request)
            return true;
    return false;
}

}  // namespace

Exit run_identify(const Options& options, const Fonts& fonts) {
    const auto fail = [&](const Error& error) {
        fmt::print(stderr, "{}\n", error.sentence.in(options.language));
        return Exit::no_display;
    };
    const auto session = Session::open();
    if (!session) return fail(session.error());
    Input input;
    const Signals signals([&] { input.wake(); });
    std::vector<std::unique_ptr<Plate>> plates;
    for (const Display& display : displays()) {
        fmt::print("{}  {}  {}  {}x{}+{}+{}{}\n", display.number, escape_for_log(display.name),
                   escape_for_log(display.connector), display.width, display.height, display.x, display.y,
                   serial_of(display, "  "));
        auto plate = Plate::open(display, options, fonts);
        if (!plate) return fail(plate.error());
        plates.push_back(*std::move(plate));
    }
    std::fflush(stdout);
    const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(stands);
    while (Clock::now() < end && !signals.quit_wished()) {
        for (const auto& plate : plates) plate->draw();
        if (ends(input.wait_events(longest_sleep))) break;
    }
    return Exit::done;
}

}  // namespace hall
