#pragma once
/// The hall's window and what draws into it.
#include <memory>
#include <string>

#include "app/on_air.h"
#include "app/options.h"
#include "draw/fonts.h"
#include "draw/palette.h"
#include "draw/sheet.h"
#include "platform/renderer.h"
#include "platform/window.h"
#include "screens/program.h"
#include "status/report.h"

namespace hall {

/// Thread: render thread. Options and fonts outlive it, and so does the Session.
class ProgramWindow {
public:
    static Result<std::unique_ptr<ProgramWindow>> open(const Options& options, const Fonts& fonts, const Theme& theme);

    /// Theme, branding and pictures of a snapshot, from the next picture on.
    void take(const Snapshot& snapshot);
    /// Draws what is on air and presents it; returns what the picture says about itself.
    PageRecord draw(const OnAir& on_air, Now now);
    /// After displays came or went.
    void refit() { window_->refit(); }

    /// The text for the log: size and renderer.
    std::string describe() const;
    const Window& window() const { return *window_; }
    float shape() const;  ///< width / height
    /// Where the picture is; the session's driver is not known here.
    DisplayReport report() const;

private:
    explicit ProgramWindow(const Options& options) : options_(options) {}
    Viewport viewport(const Snapshot& snapshot) const;

    const Options& options_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Renderer> renderer_;
    Sheet sheet_;
    std::unique_ptr<Palette> palette_;
};

}  // namespace hall
