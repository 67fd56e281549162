#pragma once
/// Whether this machine keeps up with motion: one that is too slow shows fewer pictures, then no slips of paper, then
/// short fades; what is to be read is never touched. Thread: one; pure.
#include <cstddef>
#include <optional>
#include <vector>

#include "base/time.h"
#include "draw/canvas.h"

namespace hall {

enum class Moving { no, yes };

class MotionPace {
public:
    /// A picture was begun at that steady time; `moving`: the next one is to follow at once. True where `entering` is
    /// another from now on.
    bool drawn(Milliseconds begun, Moving moving);
    Entering entering() const { return entering_; }

    /// What a picture that moves may take, measured from its beginning to the next one's: a display of 30 pictures a
    /// second keeps its entrances.
    static constexpr Milliseconds longest_full{25}, longest_plain{45};
    /// So many of them are looked at together: one that paints what the others only copy tells nothing.
    static constexpr std::size_t looked_at = 24;
    /// Then all is tried again: what held the machine up may be gone.
    static constexpr Milliseconds forgotten_after{15 * 60'000};

private:
    Entering entering_ = Entering::full;
    std::optional<Milliseconds> before_;  ///< when the last picture was begun, where it was moving
    std::vector<Milliseconds> taken_;
    Milliseconds lowered_{0};  ///< steady time
};

}  // namespace hall
