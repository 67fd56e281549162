#include "app/motion_pace.h"

#include <algorithm>
#include <utility>

namespace hall {

bool MotionPace::drawn(Milliseconds begun, Moving moving) {
    const auto before = std::exchange(before_, moving == Moving::yes ? std::optional(begun) : std::nullopt);
    if (entering_ != Entering::full && begun - lowered_ >= forgotten_after) {
        entering_ = Entering::full;
        taken_.clear();
        return true;
    }
    if (!before) return false;
    taken_.push_back(begun - *before);
    if (taken_.size() < looked_at) return false;
    const auto middle = taken_.begin() + looked_at / 2;
    std::ranges::nth_element(taken_, middle);
    const Milliseconds usual = *middle;
    taken_.clear();
    const Entering keeps_up = usual > longest_plain  ? Entering::reduced
                              : usual > longest_full ? Entering::plain
                                                     : Entering::full;
    if (keeps_up <= entering_) return false;
    entering_ = keeps_up;
    lowered_ = begun;
    return true;
}

}  // namespace hall
