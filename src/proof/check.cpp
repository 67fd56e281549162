#include "proof/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace hall {
namespace {

/// EBU R95 graphics-safe area: 5 % of each edge (rule L4).
constexpr float safe_margin = 0.05F;
/// A pixel of rounding is no fault.
constexpr float tolerance = 1.5F;

std::string shown(const Run& run) {
    std::string text = run.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

bool touches(const Box& one, const Box& other) {
    return one.x + tolerance < other.right() && other.x + tolerance < one.right() &&
           one.y + tolerance < other.bottom() && other.y + tolerance < one.bottom();
}

class PageCheck {
public:
    PageCheck(const PageRecord& record, const PageSettings& settings, std::string place, Issues& issues)
        : record_(record), settings_(settings), place_(std::move(place)), issues_(issues) {}

    void run_all() {
        for (const Run& run : record_.runs) {
            if (!run.fits)
                report("fit", fmt::format("Chữ quá dài so với chỗ trên màn hình: “{}”. Hãy rút gọn.", shown(run)),
                       fmt::format("The text is too long for its place: \"{}\". Shorten it.", shown(run)));
            if (!inside(run))
                report("L4", fmt::format("Chữ ra ngoài vùng an toàn 5 %: “{}”. Hãy rút gọn.", shown(run)),
                       fmt::format("The text leaves the 5 % safe area: \"{}\". Shorten it.", shown(run)));
        }
        for (std::size_t i = 0; i < record_.runs.size(); ++i)
            for (std::size_t j = i + 1; j < record_.runs.size(); ++j)
                if (touch(record_.runs[i], record_.runs[j]))
                    report("L5",
                           fmt::format("Hai dòng chữ chạm nhau: “{}” và “{}”.", shown(record_.runs[i]),
                                       shown(record_.runs[j])),
                           fmt::format("Two texts touch: \"{}\" and \"{}\".", shown(record_.runs[i]),
                                       shown(record_.runs[j])));
    }

private:
    bool inside(const Run& run) const {
        const auto width = static_cast<float>(settings_.width), height = static_cast<float>(settings_.height);
        return std::all_of(run.ink.begin(), run.ink.end(), [&](const Box& ink) {
            return ink.w <= 0 ||
                   (ink.x >= width * safe_margin - tolerance && ink.y >= height * safe_margin - tolerance &&
                    ink.right() <= width * (1 - safe_margin) + tolerance &&
                    ink.bottom() <= height * (1 - safe_margin) + tolerance);
        });
    }

    static bool touch(const Run& one, const Run& other) {
        return std::any_of(one.ink.begin(), one.ink.end(), [&](const Box& a) {
            return std::any_of(other.ink.begin(), other.ink.end(), [&](const Box& b) { return touches(a, b); });
        });
    }

    void report(const char* code, std::string vi, std::string en) {
        issues_.push_back({Severity::error, code, place_, {std::move(vi), std::move(en)}});
    }

    const PageRecord& record_;
    const PageSettings& settings_;
    std::string place_;
    Issues& issues_;
};

void check_characters(const PageRecord& record, const Fonts& fonts, const std::string& place, Issues& issues) {
    for (const Run& run : record.runs) {
        std::string names;
        for (const char32_t c : fonts.missing_code_points(run.text))
            if (c != U'\n') names += fmt::format("{}U+{:04X}", names.empty() ? "" : ", ", static_cast<unsigned>(c));
        if (names.empty()) continue;
        issues.push_back(
            {Severity::error,
             "D1",
             place,
             {fmt::format("Không phông chữ nào có ký tự {} trong “{}”. Hãy thay ký tự khác.", names, shown(run)),
              fmt::format("No font has {} in \"{}\". Use another character.", names, shown(run))}});
    }
}

/// When a page has to be looked at: those that follow the clock, before, at every item and after.
std::vector<Instant> moments_of(ScreenId screen, const Conference& conference, Instant typical) {
    std::vector<Instant> moments = {typical};
    if ((screen != ScreenId::agenda && screen != ScreenId::countdown) || conference.agenda.empty()) return moments;
    moments.push_back(conference.agenda.front().start - std::chrono::hours(1));
    for (const AgendaItem& item : conference.agenda) {
        moments.push_back(item.start);
        moments.push_back(item.end);
    }
    return moments;
}

}  // namespace

Result<Issues> check_pages(const Snapshot& snapshot, const Rundown& rundown, const Fonts& fonts,
                           const PageSettings& settings) {
    auto maker = PageMaker::make(fonts, settings);
    if (!maker) return maker.error();
    const Pages pages = all_pages(rundown);
    Issues issues;
    const auto look_at = [&](const Step& step, const std::string& place) {
        Issues found;
        for (const Instant moment : moments_of(step.screen, snapshot.conference, settings.now)) {
            const PageRecord record = (*maker)->record(snapshot, step, moment);
            PageCheck(record, settings, place, found).run_all();
            check_characters(record, fonts, place, found);
            (*maker)->trim();
        }
        // What is wrong at every moment is said once.
        for (Issue& issue : found)
            if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.push_back(std::move(issue));
    };
    for (std::size_t i = 0; i < pages.steps.size(); ++i)
        look_at(pages.steps[i], fmt::format("step {} ({})", i + 1, name_of(pages.steps[i].screen)));
    for (const Step& step : pages.extra) look_at(step, fmt::format("screen {}", name_of(step.screen)));
    return issues;
}

std::string issues_as_text(const Issues& issues, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    std::string text;
    std::size_t errors = 0;
    for (const Severity severity : {Severity::error, Severity::warning}) {
        for (const Issue& issue : issues) {
            if (issue.severity != severity) continue;
            if (severity == Severity::error) ++errors;
            const char* word =
                severity == Severity::error ? (vietnamese ? "LỖI" : "ERROR") : (vietnamese ? "LƯU Ý" : "NOTE");
            text += fmt::format("{} {} [{}]\n    {}\n", word, issue.place.empty() ? "/" : issue.place, issue.code,
                                issue.sentence.in(language));
        }
    }
    if (issues.empty()) return vietnamese ? "Không có gì phải sửa.\n" : "Nothing to mend.\n";
    return text + fmt::format(fmt::runtime(vietnamese ? "{} lỗi, {} lưu ý.\n" : "{} errors, {} notes.\n"), errors,
                              issues.size() - errors);
}

std::string issues_as_json(const Issues& issues) {
    nlohmann::json list = nlohmann::json::array();
    for (const Issue& issue : issues)
        list.push_back({{"severity", issue.severity == Severity::error ? "error" : "warning"},
                        {"code", issue.code},
                        {"place", issue.place},
                        {"vi", issue.sentence.vi},
                        {"en", issue.sentence.en}});
    // A place may quote a key of the feed as it stands, so what is no UTF-8 is replaced rather than thrown at.
    return nlohmann::json{{"issues", std::move(list)}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           "\n";
}

}  // namespace hall
