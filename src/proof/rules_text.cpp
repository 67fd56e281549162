#include "proof/rules_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t most_capital_lines = 2;
constexpr std::size_t most_capitals_on_line = 28;
constexpr std::string_view fixed_heading = "CÔNG BỐ QUYẾT ĐỊNH KHEN THƯỞNG";
constexpr std::size_t most_characters_on_line = 42;
constexpr std::size_t most_syllables_on_line = 8;
constexpr std::size_t most_own_syllables = 20;
constexpr float least_line_share = 0.45F;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

bool has_letters(std::string_view text) { return to_upper(text) != fold(text); }

class TextRules {
public:
    TextRules(const Fonts& fonts, const FeedTexts& feed) : fonts_(fonts), feed_(feed) {}

    void look_at(const Run& run) {
        const auto lines = lines_of(run.text);
        check_capitals(run, lines);
        if (has_letters(run.text) && !feed_.says(text_of(run))) check_own_words(run, lines);
        check_characters(run);
        check_encoding(run);
    }

    Findings take() { return std::move(findings_); }

private:
    void check_capitals(const Run& run, const std::vector<std::string_view>& lines) {
        if (run.style.capitals != Capitals::upper) return;
        // An official name is as long as it is; only how it is set is the product's choice.
        const bool long_line = !feed_.says(text_of(run)) && std::ranges::any_of(lines, [](std::string_view line) {
            return count_characters(line) > most_capitals_on_line;
        });
        if (!long_line && lines.size() <= most_capital_lines) return;
        note("L7", fmt::format("Chữ hoa dài, khó đọc: “{}”.", text_of(run)),
             fmt::format("Long capitals are hard to read: \"{}\".", text_of(run)));
        if (run.text == fixed_heading) findings_.back().exempt = Exempt::fixed_heading;
    }

    void check_own_words(const Run& run, const std::vector<std::string_view>& lines) {
        const bool must_read = spec_of(run.style.type).tier == Tier::must_read;
        std::size_t all = 0;
        bool long_line = false, alone = false, hyphen = false;
        for (const std::string_view line : lines) {
            const std::size_t syllables = count_tokens(line);
            all += syllables;
            long_line = long_line || count_characters(line) > most_characters_on_line ||
                        (must_read && syllables > most_syllables_on_line);
            alone = alone || syllables == 1;
            hyphen = hyphen || (line.ends_with('-') && !line.ends_with(" -"));
        }
        if (long_line)
            note("L7", fmt::format("Dòng chữ dài, khó đọc: “{}”.", text_of(run)),
                 fmt::format("A long line is hard to read: \"{}\".", text_of(run)));
        if (all > most_own_syllables)
            note("L8", fmt::format("Câu dài: “{}”.", text_of(run)),
                 fmt::format("A long sentence: \"{}\".", text_of(run)));
        if (lines.size() > 1 && (alone || hyphen || unbalanced(run)))
            note("L9", fmt::format("Các dòng dài ngắn lệch nhau: “{}”.", text_of(run)),
                 fmt::format("The lines are badly balanced: \"{}\".", text_of(run)));
    }

    static bool unbalanced(const Run& run) {
        if (run.ink.empty()) return false;
        const auto [shortest, longest] = std::ranges::minmax(run.ink, {}, &Box::w);
        return shortest.w < least_line_share * longest.w;
    }

    void check_characters(const Run& run) {
        std::string names;
        for (const char32_t c : fonts_.missing_code_points(run.text))
            if (c != U'\n') names += fmt::format("{}U+{:04X}", names.empty() ? "" : ", ", static_cast<unsigned>(c));
        if (names.empty()) return;
        findings_.push_back(broken(
            "D1", fmt::format("Không phông chữ nào có ký tự {} trong “{}”. Hãy thay ký tự khác.", names, text_of(run)),
            fmt::format("No font has {} in \"{}\". Use another character.", names, text_of(run))));
    }

    void check_encoding(const Run& run) {
        const auto points = to_code_points(run.text);
        const bool loose = std::ranges::any_of(points, [](char32_t c) { return c >= 0x300 && c <= 0x323; });
        const bool lost = std::ranges::find(points, char32_t{0xFFFD}) != points.end();
        if (!loose && !lost && to_nfc(run.text) == run.text) return;
        findings_.push_back(
            broken("D2", fmt::format("Chữ hỏng bảng mã hoặc có dấu thanh đứng rời: “{}”. Hãy gõ lại.", text_of(run)),
                   fmt::format("Broken encoding, or tone marks apart from their letters: \"{}\". Type it again.",
                               text_of(run))));
    }

    void note(const char* code, std::string vi, std::string en) {
        findings_.push_back(doubtful(code, std::move(vi), std::move(en)));
    }

    const Fonts& fonts_;
    const FeedTexts& feed_;
    Findings findings_;
};

}  // namespace

Findings text_findings(const PageRecord& record, const Fonts& fonts, const FeedTexts& feed) {
    TextRules rules(fonts, feed);
    for (const Run& run : record.runs) rules.look_at(run);
    return rules.take();
}

}  // namespace hall
