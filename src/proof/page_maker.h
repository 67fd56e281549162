#pragma once
/// Pages without a display: the same screens, drawn by SDL's software renderer in memory.
#include <memory>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/type_scale.h"
#include "feed/snapshot.h"
#include "screens/program.h"
#include "show/step.h"

namespace hall {

struct PageSettings {
    int width = 1920;   ///< pixels
    int height = 1080;  ///< pixels
    std::string theme;
    float distance = 6;  ///< k
    float least_em = least_em_pixels;
    float reserve_left = 0;    ///< percent of the width
    float reserve_bottom = 0;  ///< percent of the height
    float overscan = 0;        ///< percent
    Instant now{};             ///< what the pages' clocks show
};
/// The wall that the pages are drawn for.
Viewport viewport_of(const PageSettings& settings);

struct PagePicture {
    Image image;
    PageRecord record;
};

/// Owns its renderer. Not movable: its parts know each other's addresses. Thread: one.
class PageMaker {
public:
    /// `fonts` outlives the maker.
    static Result<std::unique_ptr<PageMaker>> make(const Fonts& fonts, const PageSettings& settings);
    ~PageMaker();

    /// Lays the step out as it is at `now`, without reading pixels.
    PageRecord record(const Snapshot& snapshot, const Step& step, Instant now, Texts texts = Texts::drawn);
    /// Lays a frame of the show out.
    PageRecord record(const ProgramInput& input);
    /// The pixels of what was laid out last.
    Result<Image> pixels();
    /// Frees what the last page used; `picture` does so itself.
    void trim();
    Result<PagePicture> picture(const Snapshot& snapshot, const Step& step);
    const Theme& theme() const;

private:
    struct Parts;
    explicit PageMaker(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The rundown's steps, and one page of every screen that the rundown does not show.
struct Pages {
    std::vector<Step> steps;
    std::vector<Step> extra;
};
Pages all_pages(const Rundown& rundown);

/// A moment at which the conference is under way, for pictures that must be the same on every run: a third into the
/// agenda, else eight o'clock on the conference's day.
Instant typical_moment(const Conference& conference);

}  // namespace hall
