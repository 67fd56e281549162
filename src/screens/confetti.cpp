#include "screens/confetti.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace hall {
namespace {

constexpr std::size_t slips = 120;
constexpr std::array inks{Ink::accent, Ink::accent_pale, Ink::primary};
constexpr Seconds latest_start{0.7};
constexpr Seconds fade_out{0.8};
// Units of the type base.
constexpr float slip_width = 0.9F;
constexpr float slip_height = 1.5F;
constexpr float sway = 2.2F;
constexpr float clearance = 1.2F;
// Of the stage's height.
constexpr float start_above = 0.06F;
constexpr float fall = 0.34F;     ///< in the first second
constexpr float gravity = 0.07F;  ///< and what each second adds, squared

/// 0-1 for each slip and purpose: a fixed scatter, so that every screen and every run shows the same.
float scatter(std::size_t slip, std::uint32_t purpose) {
    std::uint32_t bits = static_cast<std::uint32_t>(slip) * 0x9E3779B9U + purpose * 0x85EBCA6BU;
    bits = (bits ^ (bits >> 15U)) * 0x2C1B3C6DU;
    bits = (bits ^ (bits >> 12U)) * 0x297A2D39U;
    return static_cast<float>((bits ^ (bits >> 15U)) >> 8U) / static_cast<float>(1U << 24U);
}

std::vector<Box> texts_of(const Canvas& canvas) {
    std::vector<Box> texts;
    for (const Run& run : canvas.record().runs)
        for (const Box& ink : run.ink) texts.push_back(ink.inset(-canvas.unit(clearance)));
    return texts;
}

bool meets_any(const Box& box, const std::vector<Box>& others) {
    return std::ranges::any_of(others, [&](const Box& other) { return box.meets(other); });
}

}  // namespace

void draw_confetti(Canvas& canvas) {
    if (canvas.viewport().entrances != Entering::full || canvas.on_air_for() >= confetti_time) return;
    const auto elapsed = static_cast<float>(canvas.on_air_for().count());
    // Marks the page as moving until the last slip is gone.
    canvas.enter(Seconds{0}, confetti_time);
    const auto left = static_cast<float>((confetti_time - canvas.on_air_for()) / fade_out);
    const Canvas::Fade fade(canvas, std::min(1.0F, left));
    const Box& stage = canvas.stage();
    const std::vector<Box> kept = texts_of(canvas);
    for (std::size_t slip = 0; slip < slips; ++slip) {
        const float since = elapsed - scatter(slip, 1) * static_cast<float>(latest_start.count());
        if (since < 0) continue;
        const float turn =
            2 * std::numbers::pi_v<float> * (scatter(slip, 2) + since * (0.4F + 0.5F * scatter(slip, 3)));
        const float width = canvas.unit(slip_width), whole = canvas.unit(slip_height);
        // It tumbles: seen flat, then from its edge.
        const float height = whole * (0.35F + 0.65F * std::abs(std::cos(turn)));
        const float speed = 0.7F + 0.6F * scatter(slip, 4);
        const float x = stage.x + stage.w * scatter(slip, 5) + canvas.unit(sway) * std::sin(turn);
        const float y = stage.y + stage.h * (-start_above + speed * (fall * since + gravity * since * since));
        const Box box{x, y, width, height};
        if (y < stage.y || box.bottom() > stage.bottom() || meets_any(box, kept)) continue;
        canvas.bar(box, inks[slip % inks.size()]);
    }
}

}  // namespace hall
