#include "proof/rules_breaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "draw/line_break.h"

namespace hall {
namespace {

/// Syllables on each line.
std::vector<std::size_t> lengths_of(std::string_view lines) {
    std::vector<std::size_t> lengths;
    for (;;) {
        const std::size_t end = lines.find('\n');
        lengths.push_back(count_tokens(lines.substr(0, end)));
        if (end == std::string_view::npos) return lengths;
        lines.remove_prefix(end + 1);
    }
}

class BreakRules {
public:
    BreakRules(const Viewport& wall, const Fonts& fonts, const FeedTexts& feed)
        : wall_(wall), fonts_(fonts), feed_(feed) {}

    void look_at(const Run& run) {
        if (run.text.find('\n') == std::string::npos) return;
        check_turns(run, lengths_of(run.text));
    }

    Findings take() { return std::move(findings_); }

private:
    /// Looks at every turn of the run with the rules it was broken by.
    void check_turns(const Run& run, const std::vector<std::size_t>& lengths) {
        const auto syllables = syllables_of(text_of(run), run.style.words, fonts_.phrases());
        std::size_t end = 0;
        for (std::size_t line = 0; line + 1 < lengths.size(); ++line) {
            end += lengths[line];
            if (end == 0 || end >= syllables.size() || syllables[end - 1].turn != Turn::held) continue;
            if (feed_.turns(syllables[end - 1].text, syllables[end].text)) continue;
            const auto without_phrases = syllables_of(text_of(run), run.style.words, Phrases());
            const bool only_phrase = without_phrases[end - 1].turn != Turn::held;
            report_split(run, around(syllables, end), only_phrase ? Exempt::phrase_for_room : Exempt::none);
            if (only_phrase) continue;  // a name may still be torn further down
            return;
        }
    }

    void report_split(const Run& run, const std::string& piece, Exempt exempt) {
        Sentence sentence{fmt::format("“{}” bị tách sang dòng khác trong “{}”.", piece, text_of(run)),
                          fmt::format("\"{}\" is split over two lines in \"{}\".", piece, text_of(run))};
        if (!has_room(run, piece)) exempt = Exempt::longer_than_line;
        if (exempt == Exempt::none) {
            sentence.vi += " Hãy rút gọn, hoặc tự xuống dòng ở chỗ thích hợp.";
            sentence.en += " Shorten it, or put a line feed where it may turn.";
        }
        findings_.push_back(broken("L10", std::move(sentence.vi), std::move(sentence.en)));
        findings_.back().exempt = exempt;
    }

    /// All that belongs together on both sides of the turn before `at`.
    static std::string around(const std::vector<Syllable>& syllables, std::size_t at) {
        std::size_t first = at - 1, last = at;
        while (first > 0 && syllables[first - 1].turn == Turn::held) --first;
        while (last + 1 < syllables.size() && syllables[last].turn == Turn::held) ++last;
        std::string piece = syllables[first].text;
        for (std::size_t i = first + 1; i <= last; ++i) piece += ' ' + syllables[i].text;
        return piece;
    }

    bool has_room(const Run& run, const std::string& piece) const {
        LayoutLimits limits;
        limits.width = run.slot.w;
        limits.percent = type_percent(wall_);
        limits.distance = wall_.distance;
        return lay_out(fonts_, piece, run.style, limits).fits;
    }

    const Viewport& wall_;
    const Fonts& fonts_;
    const FeedTexts& feed_;
    Findings findings_;
};

}  // namespace

Findings break_findings(const PageRecord& record, const Viewport& wall, const Fonts& fonts, const FeedTexts& feed) {
    BreakRules rules(wall, fonts, feed);
    for (const Run& run : record.runs) rules.look_at(run);
    return rules.take();
}

}  // namespace hall
