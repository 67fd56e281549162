#include "proof/rules_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "draw/type_scale.h"

namespace hall {
namespace {

/// A pixel of rounding is no fault.
constexpr float rounding = 1.5F;
/// Sizes are not rounded, only computed in floats.
constexpr float size_rounding = 0.02F;  ///< percent of the type base
constexpr float least_em_percent = 2.8F;
constexpr float least_line_gap = 0.06F;  ///< em
constexpr float gap_rounding = 0.5F;     ///< pixels
/// Slanted and round letters reach a little over the place where they are set.
constexpr float overhang = 0.06F;  ///< em

constexpr const char* fit = "fit";

bool touches(const Box& one, const Box& other) {
    return one.x + rounding < other.right() && other.x + rounding < one.right() && one.y + rounding < other.bottom() &&
           other.y + rounding < one.bottom();
}

bool touch(const Run& one, const Run& other) {
    return std::ranges::any_of(one.ink, [&](const Box& a) {
        return std::ranges::any_of(other.ink, [&](const Box& b) { return touches(a, b); });
    });
}

bool inside(const Box& ink, const Box& safe) {
    return ink.w <= 0 || (ink.x >= safe.x - rounding && ink.y >= safe.y - rounding &&
                          ink.right() <= safe.right() + rounding && ink.bottom() <= safe.bottom() + rounding);
}

class LayoutRules {
public:
    LayoutRules(const Viewport& wall, const FeedTexts& feed)
        : feed_(feed),
          percent_(type_percent(wall)),
          distance_(wall.distance),
          least_em_(wall.least_em),
          safe_(safe_box(wall)),
          narrow_(wall.width * 9 < wall.height * 16) {}

    void look_at(const Run& run) {
        check_size(run);
        check_place(run);
        check_lines(run);
    }

    void look_at(const Run& one, const Run& other) {
        if (!touch(one, other)) return;
        if (!one.fits || !other.fits) crowded_ = true;
        report("L5", can_be_shortened(one) ? one : other,
               fmt::format("Hai dòng chữ chạm nhau: “{}” và “{}”.", text_of(one), text_of(other)),
               fmt::format("Two texts touch: \"{}\" and \"{}\".", text_of(one), text_of(other)));
    }

    void look_at_ticker() {
        findings_.push_back(doubtful("ticker", "Trang này không còn chỗ cho dòng thông báo; thông báo chờ trang sau.",
                                     "There is no room for the notices on this page; they wait for the next."));
    }

    void look_at_left_out(const std::vector<std::string>& texts) {
        const std::size_t others = texts.size() - 1;
        findings_.push_back(doubtful(
            "left-out",
            fmt::format(
                "Trang này không đủ chỗ nên bỏ “{}”{}. Hãy rút gọn, hoặc chia ra nhiều trang hay nhiều lượt hơn.",
                texts.front(), others == 0 ? "" : fmt::format(" và {} chỗ nữa", others)),
            fmt::format(
                "There is no room on this page for \"{}\"{}. Shorten what stands here, or spread it over more pages "
                "or batches.",
                texts.front(), others == 0 ? "" : fmt::format(" and {} more", others))));
    }

    void look_at_covered(std::vector<std::string> texts) {
        std::erase_if(texts, [&](const std::string& text) { return !feed_.says(text); });
        if (texts.empty()) return;
        const std::size_t others = texts.size() - 1;
        findings_.push_back(doubtful(
            "covered",
            fmt::format("Thông báo khẩn che mất “{}”{}. Hãy rút gọn thông báo, hoặc tắt trước khi chiếu trang này.",
                        texts.front(), others == 0 ? "" : fmt::format(" và {} chỗ nữa", others)),
            fmt::format("The urgent notice hides \"{}\"{}. Shorten the notice, or end it before this page comes.",
                        texts.front(), others == 0 ? "" : fmt::format(" and {} more", others))));
    }

    Findings take() {
        if (narrow_ && !crowded_)
            for (Finding& finding : findings_)
                if (finding.issue.code == fit) finding.exempt = Exempt::narrow_wall;
        return std::move(findings_);
    }

private:
    void check_size(const Run& run) {
        const TypeSpec spec = spec_of(run.style.type);
        const float cap = run.cap_height / percent_, em = run.em / percent_;
        const float least_cap = least_cap_height(spec.tier, distance_);
        if (cap < least_cap - size_rounding) return report_size("L1", run, cap, least_cap);
        if (em < least_em_percent - size_rounding) return report_size("L2", run, em, least_em_percent);
        if (run.em < least_em_ - size_rounding) return report_size("L2", run, em, least_em_ / percent_);
        // What is left of the least em when the cap height is met is the stroke of the marks.
        const float least = least_em(spec.face, spec.tier, distance_);
        if (em >= least - size_rounding) return;
        report("L3", run, fmt::format("Dấu thanh quá mảnh, hàng ghế cuối không phân biệt được: “{}”.", text_of(run)),
               fmt::format("The tone marks are too thin for the last row: \"{}\".", text_of(run)));
    }

    void report_size(const char* code, const Run& run, float is, float least) {
        report(code, run,
               fmt::format("Chữ nhỏ quá, hàng ghế cuối không đọc được: “{}” cao {:.1f} % màn hình, cần {:.1f} %.",
                           text_of(run), is, least),
               fmt::format("Too small for the last row: \"{}\" is {:.1f} % of the screen high and needs {:.1f} %.",
                           text_of(run), is, least));
    }

    void check_place(const Run& run) {
        if (!run.fits)
            report(fit, run, fmt::format("Chữ quá dài so với chỗ trên màn hình: “{}”.", text_of(run)),
                   fmt::format("The text is too long for its place: \"{}\".", text_of(run)));
        if (!in_slot(run))
            report("L5", run, fmt::format("Chữ ra ngoài chỗ của mình: “{}”.", text_of(run)),
                   fmt::format("The text leaves its place: \"{}\".", text_of(run)));
        const bool safe = std::ranges::all_of(run.ink, [&](const Box& ink) { return inside(ink, safe_); });
        if (!run.fits && (!safe || !in_slot(run))) crowded_ = true;
        if (!safe)
            report("L4", run, fmt::format("Chữ ra ngoài vùng an toàn 5 %: “{}”.", text_of(run)),
                   fmt::format("The text leaves the 5 % safe area: \"{}\".", text_of(run)));
    }

    static bool in_slot(const Run& run) {
        const float over = std::max(rounding, overhang * run.em);
        return run.slot.w <= 0 || std::ranges::all_of(run.ink, [&](const Box& ink) {
                   const bool across = ink.x >= run.slot.x - over && ink.right() <= run.slot.right() + over;
                   const bool down =
                       run.slot.h <= 0 || (ink.y >= run.slot.y - over && ink.bottom() <= run.slot.bottom() + over);
                   return ink.w <= 0 || (across && down);
               });
    }

    void check_lines(const Run& run) {
        for (std::size_t line = 0; line + 1 < run.ink.size(); ++line) {
            const Box& upper = run.ink[line];
            const Box& lower = run.ink[line + 1];
            if (upper.w <= 0 || lower.w <= 0 || lower.y - upper.bottom() >= least_line_gap * run.em - gap_rounding)
                continue;
            report("L6", run, fmt::format("Dấu của hai dòng liền nhau quá sát: “{}”.", text_of(run)),
                   fmt::format("The marks of two lines are too close: \"{}\".", text_of(run)));
            return;
        }
    }

    /// Not a time of day, nor the program's own words.
    bool can_be_shortened(const Run& run) const { return feed_.says(text_of(run)); }

    void report(const char* code, const Run& run, std::string vi, std::string en) {
        const bool shortens = can_be_shortened(run);
        vi += shortens ? " Hãy rút gọn." : " Màn hình này quá nhỏ cho trang này.";
        en += shortens ? " Shorten it." : " This wall is too small for this page.";
        findings_.push_back(broken(code, std::move(vi), std::move(en)));
    }

    const FeedTexts& feed_;
    float percent_;
    float distance_;
    float least_em_;  ///< pixels
    Box safe_;
    bool narrow_;
    bool crowded_ = false;  ///< a text that found no room is where it must not be
    Findings findings_;
};

}  // namespace

Findings layout_findings(const PageRecord& record, const Viewport& wall, const FeedTexts& feed) {
    LayoutRules rules(wall, feed);
    if (record.ticker_waits) rules.look_at_ticker();
    if (!record.left_out.empty()) rules.look_at_left_out(record.left_out);
    if (!record.covered.empty()) rules.look_at_covered(record.covered);
    for (std::size_t i = 0; i < record.runs.size(); ++i) {
        rules.look_at(record.runs[i]);
        for (std::size_t j = i + 1; j < record.runs.size(); ++j) rules.look_at(record.runs[i], record.runs[j]);
    }
    return rules.take();
}

}  // namespace hall
