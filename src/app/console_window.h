#pragma once
/// The operator's window on its display: opened beside the hall's picture, never over it.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "console/console.h"
#include "platform/event.h"
#include "platform/renderer.h"
#include "platform/window.h"

namespace hall {

/// Whether the console may lie over the hall's picture.
enum class Covering { refused, allowed };

struct ConsoleWindowWish {
    std::string renderer;  ///< as in Options::renderer
    Path font_file;
    Language language = Language::vietnamese;
    Typing typing = Typing::telex;
    Covering covering = Covering::refused;
    std::vector<int> taken = {};  ///< displays by number that show something else
};

/// Thread: render thread. The Session and the fonts outlive it.
class ConsoleWindow {
public:
    /// On another display, else beside the hall's window on the same, else over it where that was asked for. Refused
    /// with a sentence where there is no room: the console shows what comes next.
    static Result<std::unique_ptr<ConsoleWindow>> open(const Window& halls, const Fonts& fonts, const Theme& theme,
                                                       const ConsoleWindowWish& wish);

    unsigned id() const { return window_->id(); }
    /// Whether the console may stay, after displays came or went.
    static bool has_place_beside(const Window& halls, std::size_t taken);
    /// Where the mouse is; ImGui takes a click only where it saw it in the picture before.
    void point_at(const Event& event);
    /// Takes a mouse event; true: a button changed, so the console is to be drawn now.
    bool take(const Event& event);
    /// Takes a key or a character; true: it was meant for the console alone.
    bool take_key(const Event& event) { return console_->take(event); }
    bool owes_keys() const { return console_->owes_keys(); }
    bool is_typing() const { return console_->is_typing(); }
    Typing typing() const { return console_->typing(); }
    std::optional<std::string> take_typed_key() { return console_->take_typed_key(); }
    void forget_key() { console_->forget_key(); }
    Covering covering() const { return covering_; }
    Clicked draw(const ConsoleInput& input);

private:
    ConsoleWindow() = default;

    // In this order: the console's textures end before the renderer that made them, and that before its window.
    std::unique_ptr<Window> window_;
    std::unique_ptr<Renderer> renderer_;
    std::unique_ptr<Console> console_;
    ConsoleMouse mouse_;
    Covering covering_ = Covering::refused;
};

}  // namespace hall
