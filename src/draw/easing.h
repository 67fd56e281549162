#pragma once
/// How motion starts and ends: functions of time 0-1 to progress 0-1, clamped outside. Pure, any thread.

namespace hall {

/// The CSS cubic-bezier(x1, y1, x2, y2) curve at time `t`; x1 and x2 in 0-1.
float cubic_bezier(float x1, float y1, float x2, float y2, float t);
/// Entering: fast, then settling: cubic-bezier(.05, .7, .1, 1).
float decelerate(float t);
/// Leaving: cubic-bezier(.3, 0, .8, .15).
float accelerate(float t);
/// Moving from place to place.
float ease_in_out(float t);

}  // namespace hall
