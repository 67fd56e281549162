#pragma once
/// The hall's window, or the MC's, and what draws into it.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/motion_pace.h"
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
    /// After a window could not be opened, or its renderer not be made anew.
    static constexpr Milliseconds before_another_try{10'000};

    /// The hall's; the MC's where the machine shows nothing else.
    static Result<std::unique_ptr<ProgramWindow>> open(const Options& options, const Fonts& fonts, const Theme& theme);
    /// Where the MC's stands beside the hall's: on the display that options name, else on a further one that is not
    /// `taken`, else below the hall's window or beside it. Never over the hall's picture: nowhere, if need be.
    static std::optional<WindowWish> mc_place(const Options& options, const Window& halls,
                                              const std::vector<int>& taken);
    static Result<std::unique_ptr<ProgramWindow>> open_mc(const Options& options, const Fonts& fonts,
                                                          const Theme& theme, const WindowWish& place);

    /// Theme, branding and pictures of a snapshot, from the next picture on.
    void take(const Snapshot& snapshot);
    /// Draws what is on air and presents it; returns what the picture says about itself.
    PageRecord draw(const OnAir& on_air, Now now, const std::string& hint = {}) {
        return draw({on_air.snapshot(), on_air.rundown(), on_air.state(), now}, hint);
    }
    /// `hint`: see app/hint.h; not over black, flag ceremony and silence.
    PageRecord draw(const ProgramInput& input, const std::string& hint = {});
    /// Texts of a step without room on the hall's wall.
    struct Misfits {
        std::size_t cut = 0;       ///< they do not fit their places
        std::size_t left_out = 0;  ///< the page does without them
        std::size_t covered = 0;   ///< an urgent notice hides them
    };
    /// Draws nothing.
    Misfits misfits(const OnAir& on_air, const Step& step, Instant now);
    /// The renderer is made anew before the next picture.
    void lose_renderer() { lost_ = true; }
    /// No picture, whatever is on air; black, and the display without power where that can be.
    void set_quiet(bool quiet) { quiet_ = quiet; }
    bool quiet() const { return quiet_; }
    /// No renderer can be made any more: the program is to be started again.
    bool broken() const { return broken_; }
    static Sentence why_broken();
    std::uint32_t rebuilds() const { return rebuilds_; }  ///< how often the renderer was made anew
    std::size_t textures() const { return renderer_->textures(); }
    /// After displays came or went.
    void refit() { window_->refit(); }
    /// See Window.
    void take_idle_keys() { window_->take_idle_keys(); }
    /// Once a turn, before anything is drawn: a renderer that was lost is made anew. True where it was, so that a
    /// picture is owed; or else it is `broken`, and nothing of this may be called any more.
    bool look_at_renderer(const Snapshot& snapshot, Milliseconds steady);

    /// The text for the log: size and renderer.
    std::string describe() const;
    const Window& window() const { return *window_; }
    /// Where in its window the page stands, and how.
    Viewport viewport(const Snapshot& snapshot) const;
    /// Where the picture is; the session's driver is not known here.
    DisplayReport report() const;

private:
    enum class Shows { hall, mc };
    ProgramWindow(const Options& options, const Fonts& fonts, Shows shows)
        : options_(options), fonts_(fonts), shows_(shows) {}
    static Result<std::unique_ptr<ProgramWindow>> opened(std::unique_ptr<ProgramWindow> made, const WindowWish& wish,
                                                         const Theme& theme);
    PageRecord draw_page(ImDrawList& list, const ProgramInput& input, const std::string& hint);
    Status make_renderer(const Theme& theme);

    const Options& options_;
    const Fonts& fonts_;
    const Shows shows_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Renderer> renderer_;
    struct Measured {
        std::string key;  ///< of the step
        int width = 0, height = 0;
        Misfits misfits;
    };
    std::optional<Measured> measured_;  ///< the step measured last, of the same content
    Sheet sheet_;
    std::unique_ptr<Palette> palette_;
    MotionPace pace_;
    bool quiet_ = false;
    bool lost_ = false;
    bool broken_ = false;
    std::uint32_t rebuilds_ = 0;
    Milliseconds looked_{0};  ///< steady time when the renderer was last asked whether it is whole
};

}  // namespace hall
