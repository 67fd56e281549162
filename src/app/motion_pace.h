#pragma once
/// Whether this machine keeps up with motion: one that is too slow shows fewer pictures, then no slips of paper, then
/// short fades; what is to be read is never touched. Thread: one; pure.
#include <cstddef>
#include <vector>

#include "base/time.h"
#include "draw/canvas.h"

namespace hall {

enum class Moving { no, yes };

class MotionPace {
public:
    /// A picture was begun and presented at those steady times; `moving`: the next one is to follow at once. True where
    /// `entering` is another from now on: only once a page stands, so that nobody sees it change.
    bool drawn(Milliseconds begun, Milliseconds presented, Moving moving);
    Entering entering() const { return entering_; }

    /// What a picture that moves may take: a display of 30 pictures a second, for which it waits, keeps its entrances.
    static constexpr Milliseconds longest_full{36}, longest_plain{55};
    /// So many of them are looked at together: one that paints what the others only copy tells nothing.
    static constexpr std::size_t looked_at = 24;
    /// Then all is tried again: what held the machine up may be gone.
    static constexpr Milliseconds forgotten_after{15 * 60'000};

private:
    Entering judged(Milliseconds usual) const;

    Entering entering_ = Entering::full;
    Entering due_ = Entering::full;  ///< from the next page on
    Moving before_ = Moving::no;     ///< what the last picture was
    std::vector<Milliseconds> taken_;
    Milliseconds lowered_{0};  ///< steady time
};

}  // namespace hall
