#pragma once
/// What a screen draws on: text and a few shapes, in one theme, at one size. A canvas lives for one picture.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "base/time.h"
#include "draw/shapes.h"
#include "draw/text_layout.h"
#include "draw/texture_host.h"
#include "draw/theme.h"
#include "draw/type_scale.h"

struct ImDrawList;

namespace hall {

struct BakedPicture;
class Palette;  // draw/palette.h: fonts, glyphs and baked pictures of one renderer

enum class Texts {
    drawn,
    recorded,  ///< laid out and recorded, but not drawn: the ground they stand on, for the contrast rules
    measured,  ///< and nothing else is drawn either: only what the page says about itself
};

/// How things come: as designed, without what only adorns, or everything at once in a short fade.
enum class Entering { full, plain, reduced };

/// Where a picture goes and how its content is placed.
struct Viewport {
    int x = 0, y = 0;          ///< pixels, top left in the window
    int width = 1920;          ///< pixels
    int height = 1080;         ///< pixels
    float scale = 1;           ///< of this picture, where the hall sees it larger
    int wall_width = 0;        ///< pixels of what the hall sees, where this picture is another size; else 0
    int wall_height = 0;       ///< likewise
    float distance = 6;        ///< k
    float least_em = 0;        ///< pixels: on a wall of few lines no type is set smaller
    float reserve_left = 0;    ///< percent of the width kept free for flags
    float reserve_bottom = 0;  ///< percent of the height kept free for people on stage; type keeps its size
    float reserve_top = 0;     ///< percent of the height kept free below the upper edge for an urgent notice
    Entering entrances = Entering::full;
    float overscan = 0;  ///< percent that the display cuts off at every edge
    Texts texts = Texts::drawn;
    std::vector<Box> plates = {};  ///< lie over the page, pixels: a line that meets one is left out, a name whole
    /// What a vision mixer cuts out: the page is this colour alone, and only what lies over pages is drawn.
    std::optional<Colour> key = std::nullopt;

    /// The same page, laid out the same, so many times as large elsewhere.
    Viewport at(int left, int top, float times) const;
    /// Pixels before they were rounded: a small picture must turn its lines where the wall does.
    float exact_width() const {
        return wall_width > 0 ? static_cast<float>(wall_width) * scale : static_cast<float>(width);
    }
    float exact_height() const {
        return wall_height > 0 ? static_cast<float>(wall_height) * scale : static_cast<float>(height);
    }
    float bottom() const { return static_cast<float>(y) + exact_height(); }
};

/// One text as it was drawn: what the layout rules and the text goldens read.
struct Run {
    std::string text;  ///< lines joined by '\n'
    TextStyle style;
    float em = 0;  ///< pixels
    float cap_height = 0;
    float first_baseline = 0;  ///< pixels
    float advance = 0;
    std::vector<Box> ink;  ///< per line, pixels
    Box slot;              ///< where it was allowed to be (width only where h = 0)
    bool fits = true;
    float alpha = 1;  ///< 0-1, of its faintest syllable
};

/// What a finished picture says about itself.
struct PageRecord {
    std::vector<Run> runs;
    std::vector<Box> pictures;          ///< where the feed's photographs and logos stand, pixels
    bool moving = false;                ///< draw again for the next frame
    bool ticker_waits = false;          ///< the page takes all the room there is
    std::vector<std::string> left_out;  ///< texts of the feed for which this page has no room
    std::vector<std::string> covered;   ///< texts that an urgent notice hides
    std::optional<Instant> changes;     ///< else: draw again at this wall instant
};

class Canvas {
public:
    /// `on_air_for` drives every motion; a very large value is the settled picture.
    Canvas(ImDrawList& list, Palette& palette, const Viewport& viewport, Seconds on_air_for);

    // --- where things go -------------------------------------------------------------------------------------
    /// What is left of the picture beside the flags, above the people, below an urgent notice and inside the overscan:
    /// all of it up to 16:9, and a centred 16:9 part of a wider one; the backdrop fills all.
    const Box& stage() const { return stage_; }
    /// Percent of the stage's width from its left edge -> pixels.
    float x(float percent) const { return stage_.x + stage_.w * percent / 100; }
    /// Percent of the stage's height from its top -> pixels.
    float y(float percent) const { return stage_.y + stage_.h * percent / 100; }
    float width(float percent) const { return stage_.w * percent / 100; }
    float height(float percent) const { return stage_.h * percent / 100; }
    /// Percent of the type base -> pixels: for type, spacing, strokes and radii. The base is the stage's shorter side:
    /// a panel turned upright shows type of the same size as before, so the last row reads it as well.
    float unit(float percent) const { return unit_ * percent; }
    Box box(float x_percent, float y_percent, float w_percent, float h_percent) const;
    bool portrait() const { return stage_.h > stage_.w; }
    /// Narrower than 3:2, where side columns get tight (4:3, 5:4).
    bool narrow() const { return !portrait() && stage_.w < stage_.h * 1.5F; }
    const Viewport& viewport() const { return viewport_; }
    const Theme& theme() const;

    // --- text ------------------------------------------------------------------------------------------------
    /// Lays out, does not draw. `width` in pixels. Empty text gives an empty block, which draws nothing.
    TextBlock fit(std::string_view text, const TextStyle& style, float width, int lines = 1, float largest = 1);
    /// Draws with the first baseline at `baseline`; `x` is the left end, centre or right end by the style's align.
    void put(const TextBlock& block, float x, float baseline);
    /// Draws so that the block's cap-top-to-last-baseline span is centred on `centre_y`.
    void put_centred(const TextBlock& block, float x, float centre_y);
    /// Draws token by token, each rising and fading in `stagger` after the one before, starting at `delay`.
    void put_staggered(const TextBlock& block, float x, float baseline, Seconds delay);

    // --- shapes ----------------------------------------------------------------------------------------------
    void backdrop(Ornament ornament);                               ///< fills all; stays whole under a Fade
    void frame();                                                   ///< the gold double frame of ceremonial pages
    void rule(float x0, float x1, float y);                         ///< hairline
    void ornament_rule(float centre_x, float y, float half_width);  ///< fading lines with a diamond between
    void panel(const Box& box, Panel kind);
    void bar(const Box& box, Ink ink);  ///< solid, axis-aligned
    void disc(float centre_x, float centre_y, float radius, Ink ink);
    void drum(float centre_x, float centre_y, float radius, float alpha);  ///< Dong Son drum emblem
    void check(float centre_x, float centre_y, float size, Ink ink);       ///< a drawn tick
    /// Nothing where `image` is null.
    void picture(const Image* image, const Box& box, PictureFit fit);
    void backdrop_picture(const Image* image, float scrim);  ///< fills all, blurred; scrim 0-1 of the theme's corner
    void fill(Colour colour);                                ///< the whole picture
    /// The theme's band behind a page head, over the whole width down to `bottom`; false where the theme has none.
    bool head_band(float bottom);

    // --- motion ----------------------------------------------------------------------------------------------
    /// 0 before `delay`, eased 0-1 over `duration` (decelerating), then 1; marks the page as moving until then.
    float enter(Seconds delay, Seconds duration);
    Seconds on_air_for() const { return on_air_for_; }
    /// Multiplies the alpha of everything drawn until it is gone.
    class [[nodiscard]] Fade {
    public:
        Fade(Canvas& canvas, float alpha, float shift_y = 0);
        ~Fade();
        Fade(const Fade&) = delete;
        Fade& operator=(const Fade&) = delete;

    private:
        Canvas& canvas_;
        float alpha_, shift_;
    };
    /// The page looks different from `instant` on.
    void changes_at(Instant instant);
    /// `text` belongs on the page, and there is no room for it. Empty text is none.
    void leaves_out(std::string text);

    const PageRecord& record() const { return record_; }
    PageRecord take_record() { return std::move(record_); }

private:
    friend class Fade;
    struct Token;

    Box shown_box() const;
    Box free_box() const;
    void brand_backdrop();
    void ground(const BakedPicture& picture, Colour otherwise);
    void stamp(const BakedPicture& picture, int x, int y, Colour colour);
    void quad(TextureId texture, int x, int y, int w, int h, Colour colour);
    /// `run`: where the block's lines stand.
    void glyphs(const TextBlock& block, const Run& run, float x, const std::vector<Token>& tokens);
    void put_record(const TextBlock& block, float x, float baseline, const std::vector<Token>& tokens);

    ImDrawList& list_;
    Palette& palette_;
    Viewport viewport_;
    Seconds on_air_for_;
    Box stage_;
    float unit_ = 10.8F;
    float alpha_ = 1;
    float shift_ = 0;
    PageRecord record_;
};

}  // namespace hall
