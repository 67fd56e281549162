#include "app/motion_pace.h"

#include <algorithm>
#include <utility>

namespace hall {

Entering MotionPace::judged(Milliseconds usual) const {
    const Entering keeps_up = usual > longest_plain  ? Entering::reduced
                              : usual > longest_full ? Entering::plain
                                                     : Entering::full;
    return std::max(keeps_up, entering_);
}

bool MotionPace::drawn(Milliseconds begun, Milliseconds presented, Moving moving) {
    const bool goes_on = std::exchange(before_, moving) == Moving::yes && moving == Moving::yes;
    if (goes_on) taken_.push_back(presented - begun);
    if (taken_.size() >= looked_at) {
        const auto middle = taken_.begin() + looked_at / 2;
        std::ranges::nth_element(taken_, middle);
        due_ = judged(*middle);
        taken_.clear();
    }
    if (moving == Moving::yes) return false;
    if (entering_ != Entering::full && begun - lowered_ >= forgotten_after) {
        taken_.clear();
        due_ = Entering::full;
    }
    if (due_ == entering_) return false;
    entering_ = due_;
    lowered_ = begun;
    return true;
}

}  // namespace hall
