#pragma once
/// What lies over a page: the name of whoever speaks, the ticker, an urgent notice. Pure functions of the moment.
/// Every canvas here is the whole picture's, settled. Thread: render thread.
#include <optional>
#include <string>
#include <vector>

#include "conference/conference.h"
#include "draw/canvas.h"
#include "screens/notices.h"
#include "screens/screen_input.h"

namespace hall {

enum class Overlay { lower_third, ticker, urgent };
/// Whether it may lie over that screen at all.
bool bears(ScreenId screen, Overlay overlay);

struct Overlays {
    Person speaker;           ///< without a name: no lower third
    Instant speaker_since{};  ///< wall
    Notices ticker;           ///< nothing shown: no ticker
    Notices urgent;
};

/// Why no name would be shown over a page.
enum class NameObstacle {
    none,
    nobody,      ///< the feed names nobody there
    page,        ///< nothing may lie over that page
    own_points,  ///< it would cover the points of the speech, whose page names the speaker
};
/// `item`: index into the agenda of the one that runs.
NameObstacle name_obstacle(const Conference& conference, const Step& step, std::optional<std::size_t> item,
                           const std::string& typed_name);

/// Whose name was asked for: on a speech's page its own speaker's, elsewhere the running item's.
struct NameWish {
    Instant at{};                     ///< wall time when it was
    std::optional<std::size_t> item;  ///< index into the agenda: what ran then
    std::string typed;                ///< "name, position" instead; empty: nobody typed one
};
Overlays overlays_of(const Canvas& canvas, const ScreenInput& page, const std::optional<NameWish>& name);

/// Percent of the picture's height that the page keeps free at its bottom.
float reserve_under(const Canvas& canvas, const Overlays& overlays);
/// And at its top, for an urgent notice; 0 where that takes too much of the picture.
float reserve_above(Canvas& canvas, const Overlays& overlays);

/// Where a name and an urgent notice lie, whatever of the page is there.
std::vector<Box> plates_over(Canvas& canvas, const Overlays& overlays);

/// Draws them over `page`, the urgent notice last, and adds what they say of themselves to it; what they cover is no
/// longer a part of it. `strip`: of the `ticker_band`.
void draw_overlays(Canvas& canvas, Canvas& strip, const Overlays& overlays, Instant now, Motion motion,
                   PageRecord& page);

// --- one file each ---------------------------------------------------------------------------------------------------

/// The strip across the whole picture that the ticker fills, down to its bottom edge or to the people on stage.
Box ticker_band(const Canvas& canvas);
/// Its pages turn without motion: a wall that shows one all day long stays idle.
void draw_ticker(Canvas& canvas, Canvas& strip, const Notices& notices, Instant now);
/// Where the next draws, for a plate that ends at `bottom`, pixels.
Box lower_third_plate(Canvas& canvas, const Person& speaker, float bottom);
/// The plate ends at `bottom`, pixels; `shown`: for how long it has been there. Returns the plate.
Box draw_lower_third(Canvas& canvas, const Person& speaker, float bottom, Seconds shown);
/// As high as the highest of its pages, so that it does not change while they turn.
Box urgent_plate(Canvas& canvas, const Notices& notices);
/// Returns the plate.
Box draw_urgent(Canvas& canvas, const Notices& notices, Instant now, Motion motion);

/// Over everything else, on every page of a rehearsal's feed.
void draw_rehearsal_mark(Canvas& canvas);

/// 0-1: how far what has been there for `shown` has come in. Marks the page as moving until it is there.
float arrived(Canvas& canvas, Seconds shown);

}  // namespace hall
