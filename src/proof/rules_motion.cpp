#include "proof/rules_motion.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "proof/light.h"

namespace hall {
namespace {

constexpr float flash_step = 0.10F;
constexpr float red_step = 0.05F;
constexpr float darker_limit = 0.80F;
constexpr float saturated_red = 0.80F;
constexpr std::size_t most_pairs = 1;
constexpr Seconds window{1};

constexpr float most_loop_step = 0.05F;
constexpr float seen_step = 0.01F;  ///< a change that the eye follows
constexpr double most_cycles_per_second = 0.5;

constexpr float readable_share = 0.8F;  ///< of the alpha a text ends with

struct LinearColour {
    double red = 0, green = 0, blue = 0;
};

LinearColour mean_of(const Image& frame, int left, int top, int right, int bottom) {
    static const LinearLight light;
    LinearColour sum;
    for (int y = top; y < bottom; ++y) {
        const std::uint8_t* pixel = frame.pixel(left, y);
        for (int x = left; x < right; ++x, pixel += 4) {
            sum.red += light.of(pixel[0]);
            sum.green += light.of(pixel[1]);
            sum.blue += light.of(pixel[2]);
        }
    }
    const double count = std::max(1, (right - left) * (bottom - top));
    return {sum.red / count, sum.green / count, sum.blue / count};
}

/// One change of light by at least a step, after a change the other way.
struct Swing {
    Seconds at;
    float darker;
    float redness;  ///< of the redder state
};

/// The swings of one cell: a change counts once it is a step away from the last turning point.
std::vector<Swing> swings_of(const std::vector<FrameLight>& frames, std::size_t cell, float step) {
    struct State {
        float luminance, redness;
    };
    std::vector<Swing> swings;
    if (frames.empty()) return swings;
    const State first{frames[0].luminance[cell], frames[0].redness[cell]};
    State low = first, high = first;
    int direction = 0;
    for (const FrameLight& frame : frames) {
        const State now{frame.luminance[cell], frame.redness[cell]};
        const auto swing = [&](const State& from) {
            swings.push_back({frame.at, std::min(from.luminance, now.luminance), std::max(from.redness, now.redness)});
        };
        if (direction <= 0 && now.luminance - low.luminance >= step) {
            swing(low);
            direction = 1;
            high = now;
        } else if (direction >= 0 && high.luminance - now.luminance >= step) {
            swing(high);
            direction = -1;
            low = now;
        }
        if (now.luminance > high.luminance) high = now;
        if (now.luminance < low.luminance) low = now;
    }
    return swings;
}

/// The most pairs of opposing swings within one second.
std::size_t pairs_in_a_second(const std::vector<Swing>& swings) {
    std::size_t most = 0;
    for (std::size_t first = 0; first < swings.size(); ++first) {
        std::size_t last = first;
        while (last + 1 < swings.size() && swings[last + 1].at - swings[first].at < window) ++last;
        most = std::max(most, (last - first + 1) / 2);
    }
    return most;
}

template <class Wanted>
std::size_t worst(const std::vector<FrameLight>& frames, float step, Wanted wanted) {
    std::size_t most = 0;
    for (std::size_t cell = 0; cell < FrameLight().luminance.size(); ++cell) {
        std::vector<Swing> swings = swings_of(frames, cell, step);
        std::erase_if(swings, [&](const Swing& swing) { return !wanted(swing); });
        most = std::max(most, pairs_in_a_second(swings));
    }
    return most;
}

}  // namespace

FrameLight light_of(const Image& frame, Seconds at) {
    FrameLight light;
    light.at = at;
    constexpr int columns = FrameLight::columns, rows = FrameLight::rows;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const LinearColour mean = mean_of(frame, frame.width * column / columns, frame.height * row / rows,
                                              frame.width * (column + 1) / columns, frame.height * (row + 1) / rows);
            const auto cell = static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
            const double sum = mean.red + mean.green + mean.blue;
            light.luminance[cell] = static_cast<float>(0.2126 * mean.red + 0.7152 * mean.green + 0.0722 * mean.blue);
            light.redness[cell] = sum > 0 ? static_cast<float>(mean.red / sum) : 0;
        }
    }
    return light;
}

Findings flash_findings(const std::vector<FrameLight>& frames) {
    Findings findings;
    const std::size_t pairs = worst(frames, flash_step, [](const Swing& swing) { return swing.darker < darker_limit; });
    if (pairs > most_pairs)
        findings.push_back(
            broken("F1", fmt::format("Màn hình chớp sáng {} lần trong một giây, có thể gây hại cho người xem.", pairs),
                   fmt::format("The picture flashes {} times in a second, which may harm viewers.", pairs)));
    const std::size_t red = worst(frames, red_step, [](const Swing& swing) { return swing.redness >= saturated_red; });
    if (red > most_pairs)
        findings.push_back(
            broken("F2", fmt::format("Màn hình chớp đỏ {} lần trong một giây, có thể gây hại cho người xem.", red),
                   fmt::format("The picture flashes red {} times in a second, which may harm viewers.", red)));
    return findings;
}

Findings loop_findings(const std::vector<FrameLight>& frames) {
    if (frames.size() < 2) return {};
    float widest = 0;
    std::size_t most_swings = 0;
    for (std::size_t cell = 0; cell < FrameLight().luminance.size(); ++cell) {
        const auto [low, high] =
            std::ranges::minmax(frames, {}, [cell](const FrameLight& frame) { return frame.luminance[cell]; });
        widest = std::max(widest, high.luminance[cell] - low.luminance[cell]);
        most_swings = std::max(most_swings, swings_of(frames, cell, seen_step).size());
    }
    const Seconds length = frames.back().at - frames.front().at;
    const std::size_t cycles = most_swings / 2;  // there and back
    const bool fast = static_cast<double>(cycles) > most_cycles_per_second * length.count();
    if (widest <= most_loop_step && !fast) return {};
    return {broken("F3", "Hiệu ứng lặp lại quá nhanh hoặc quá sáng.", "A repeating effect is too fast or too bright.")};
}

Findings entrance_findings(const PageRecord& soon, const PageRecord& late, const PageRecord& settled, Exempt slow) {
    Findings findings;
    for (const Run& run : settled.runs) {
        const auto wanted = std::ranges::count(settled.runs, run.text, &Run::text);
        const auto there = std::ranges::count_if(soon.runs, [&](const Run& early) {
            return early.text == run.text && early.alpha >= readable_share * run.alpha;
        });
        if (there >= wanted) continue;
        findings.push_back(broken(
            "M1",
            fmt::format("Chữ hiện chậm, sau {:.1f} giây chưa đọc được: “{}”.", readable_after.count(), text_of(run)),
            fmt::format("Not readable after {:.1f} s: \"{}\".", readable_after.count(), text_of(run))));
        findings.back().exempt = slow;
    }
    if (late.moving)
        findings.push_back(broken("M1", fmt::format("Trang còn chuyển động sau {:.1f} giây.", at_rest_after.count()),
                                  fmt::format("The page still moves after {:.1f} s.", at_rest_after.count())));
    return findings;
}

}  // namespace hall
