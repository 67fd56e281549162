#pragma once
/// Draws pages as the program does, with the repository's fonts, for tests to look at.
#include <memory>

#include "base/image.h"
#include "draw/canvas.h"
#include "draw/sheet.h"
#include "screens/screen_input.h"

namespace hall {
class Fonts;
}

namespace hall::tests {

/// Any longer than the longest motion: the settled picture.
inline constexpr Seconds settled{1e6};

class Studio {
public:
    Studio();
    ~Studio();

    /// What a page says of itself; no pixel is drawn.
    PageRecord record(const Viewport& viewport, const Conference& conference, const Step& step, Instant now,
                      Seconds on_air_for = settled);
    /// The settled page's pixels.
    Image picture(int width, int height, const Conference& conference, const Step& step, Instant now);

private:
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<TextureHost> nowhere_;
    std::unique_ptr<Palette> palette_;
    Sheet sheet_;
};

}  // namespace hall::tests
