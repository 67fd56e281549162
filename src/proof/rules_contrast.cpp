#include "proof/rules_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "draw/type_scale.h"
#include "proof/light.h"

namespace hall {
namespace {

constexpr double least_ratio = 7;
constexpr double least_incidental_ratio = 4.5;
constexpr double least_stop_ratio = 4.5;
constexpr double least_sign_ratio = 3;
constexpr double left_out = 0.02;  ///< of a box's pixels, at the end nearest to the text's own light
constexpr double rounding = 0.005;

struct Shade {
    float luminance;
    const std::uint8_t* pixel;
};

/// The pixels of a box by their luminance.
std::vector<Shade> shades_in(const Image& image, const Box& box) {
    static const LinearLight light;
    const int left = std::max(0, static_cast<int>(std::floor(box.x)));
    const int top = std::max(0, static_cast<int>(std::floor(box.y)));
    const int right = std::min(image.width, static_cast<int>(std::ceil(box.right())));
    const int bottom = std::min(image.height, static_cast<int>(std::ceil(box.bottom())));
    std::vector<Shade> shades;
    if (right <= left || bottom <= top) return shades;
    shades.reserve(static_cast<std::size_t>(right - left) * static_cast<std::size_t>(bottom - top));
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) shades.push_back({light.luminance(image.pixel(x, y)), image.pixel(x, y)});
    return shades;
}

/// The colour behind text of luminance `ink` that is hardest to read on, but for a few pixels.
Colour hardest(std::vector<Shade> shades, double ink) {
    double sum = 0;
    for (const Shade& shade : shades) sum += shade.luminance;
    const bool light_text = ink >= sum / static_cast<double>(shades.size());
    const double share = light_text ? 1 - left_out : left_out;
    const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(shades.size() - 1));
    std::ranges::nth_element(shades, shades.begin() + index, {}, &Shade::luminance);
    const std::uint8_t* pixel = shades[static_cast<std::size_t>(index)].pixel;
    return {pixel[0], pixel[1], pixel[2], 255};
}

double ratio_of(Colour ink, float alpha, Colour ground) { return contrast_ratio(mix(ground, ink, alpha), ground); }

class ContrastRules {
public:
    ContrastRules(const Image& ground, const Theme& theme) : ground_(ground), theme_(theme) {}

    void look_at(const Run& run) {
        const bool gold = run.style.finish == Finish::gold;
        const Colour ink = gold ? theme_.gold.middle : theme_.ink(run.style.ink);
        double least = 21, stop = 21;
        for (const Box& box : run.ink) {
            std::vector<Shade> shades = shades_in(ground_, box);
            if (shades.empty()) continue;
            const Colour behind = hardest(std::move(shades), relative_luminance(ink));
            if (!gold) {
                least = std::min(least, ratio_of(ink, run.alpha, behind));
                continue;
            }
            const double top = ratio_of(theme_.gold.top, run.alpha, behind);
            const double middle = ratio_of(theme_.gold.middle, run.alpha, behind);
            const double bottom = ratio_of(theme_.gold.bottom, run.alpha, behind);
            stop = std::min({stop, top, middle, bottom});
            least = std::min(least, (top + 2 * middle + bottom) / 4);
        }
        const bool incidental = spec_of(run.style.type).tier == Tier::incidental;
        const double needed = incidental ? least_incidental_ratio : least_ratio;
        if (least < needed - rounding) return report(gold ? "C2" : "C1", run, least, needed);
        if (stop < least_stop_ratio - rounding) report("C2", run, stop, least_stop_ratio);
    }

    Findings take() { return std::move(findings_); }

private:
    void report(const char* code, const Run& run, double is, double needed) {
        findings_.push_back(broken(
            code,
            fmt::format(
                "Chữ không nổi trên nền: “{}” tương phản {:.1f}:1, cần {:.1f}:1. Hãy đổi giao diện hoặc ảnh nền.",
                text_of(run), is, needed),
            fmt::format("The text does not stand out: \"{}\" has a contrast of {:.1f}:1 and needs {:.1f}:1. Choose "
                        "another theme or picture.",
                        text_of(run), is, needed)));
    }

    const Image& ground_;
    const Theme& theme_;
    Findings findings_;
};

/// `over` on an opaque colour.
Colour laid_over(Colour under, Colour over) {
    const float alpha = static_cast<float>(over.alpha) / 255;
    over.alpha = 255;
    return mix(under, over, alpha);
}

}  // namespace

Findings contrast_findings(const PageRecord& record, const Image& ground, const Theme& theme) {
    ContrastRules rules(ground, theme);
    for (const Run& run : record.runs) rules.look_at(run);
    return rules.take();
}

Findings accent_findings(const Branding& branding, const Theme& theme) {
    if (!branding.accent) return {};
    const Colour shown = legible_accent(theme, rgb(*branding.accent));
    if (shown == rgb(*branding.accent)) return {};
    const auto name = [](Colour colour) {
        return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
    };
    const std::string own = name(rgb(*branding.accent)), legible = name(shown);
    return {doubtful(
        "C1",
        fmt::format(
            "Màu nhấn {} không đủ tương phản trên chủ đề “{}”; được chiếu là {}. Hãy chọn màu này hoặc chủ đề khác.",
            own, theme.name, legible),
        fmt::format(
            "The accent {} has too little contrast on the theme \"{}\"; it is shown as {}. Choose that colour, or "
            "another theme.",
            own, theme.name, legible))};
}

Findings sign_findings(const Theme& theme) {
    Findings findings;
    const Colour panel = laid_over(theme.centre, theme.panel);
    const std::array<std::pair<const char*, Colour>, 5> grounds{{{"top", theme.top},
                                                                 {"centre", theme.centre},
                                                                 {"bottom", theme.bottom},
                                                                 {"corner", theme.corner},
                                                                 {"panel", panel}}};
    for (const auto& [name, ground] : grounds) {
        const double ratio = contrast_ratio(theme.ink(Ink::accent), ground);
        if (ratio >= least_sign_ratio - rounding) continue;
        findings.push_back(broken(
            "C3",
            fmt::format("Giao diện “{}”: thanh và thẻ chỉ tương phản {:.1f}:1 với nền ({}), cần {:.1f}:1.", theme.name,
                        ratio, name, least_sign_ratio),
            fmt::format(
                "Theme \"{}\": bars and chips have a contrast of {:.1f}:1 with the ground ({}) and need {:.1f}:1.",
                theme.name, ratio, name, least_sign_ratio)));
    }
    return findings;
}

}  // namespace hall
