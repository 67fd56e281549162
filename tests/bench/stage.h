#pragma once
/// A wall in memory, on which pages are laid out and drawn as the show does on SDL's software renderer.
#include <memory>

#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/palette.h"
#include "draw/sheet.h"
#include "feed/snapshot.h"
#include "platform/renderer.h"
#include "screens/program.h"

namespace hall::bench {

/// The repository's, loaded once.
const Fonts& fonts();
/// The conference that comes with the program.
const Snapshot& bundled_snapshot();

/// Throws where there is no memory for it.
class Stage {
public:
    Stage(int width, int height);

    /// One picture, from the show's state to the last pixel; what it does not need is freed, as between the show's own.
    PageRecord draw(const ProgramInput& input);
    /// Lays a step's page out; no pixel is drawn.
    PageRecord measure(const Snapshot& snapshot, const Step& step, Instant now);

private:
    Viewport viewport_;
    std::unique_ptr<Renderer> renderer_;
    Palette palette_;
    Sheet sheet_;
};

}  // namespace hall::bench
