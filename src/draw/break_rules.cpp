/// The rules of look.md 3.6 for each place between two syllables.
#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "draw/line_break.h"

namespace hall {
namespace {

constexpr float weak_end_cost = 8;
constexpr float welcome_cost = -4;
constexpr float inside_word_cost = 12;
constexpr float overlap_cost = 40;       ///< of each phrase more that a turn splits: a chain is torn where two meet
constexpr float inside_name_cost = 100;  ///< on top of what any held turn costs
constexpr float bare_mark_cost = 1000;   ///< punctuation at the start of a line

// All in capitals, as the syllables are compared.
constexpr std::array<std::string_view, 27> weak_ends{
    "VÀ",   "CỦA", "CÁC",   "NHỮNG", "TẠI", "VỀ", "CHO",  "VỚI",  "DO", "THEO", "TỈNH", "PHỐ", "HUYỆN", "NĂM",
    "NGÀY", "SỐ",  "TRONG", "ĐẾN",   "TỪ",  "LÀ", "ĐƯỢC", "BẰNG", "Ở",  "CÙNG", "HOẶC", "VÌ",  "LẦN"};
/// Before these a turn is welcome: they open a group of words.
constexpr std::array<std::string_view, 20> openers{"VÀ",    "CỦA",  "TẠI",   "VỀ",    "CHO",  "VỚI",  "DO",
                                                   "THEO",  "TỈNH", "THÀNH", "HUYỆN", "NĂM",  "NGÀY", "SỐ",
                                                   "TRONG", "ĐẾN",  "BẰNG",  "CÙNG",  "HOẶC", "VÌ"};
/// Words that count with the number after them.
constexpr std::array<std::string_view, 22> before_numbers{"NĂM", "NGÀY", "THÁNG", "SỐ",  "QUÝ",  "KHÓA", "KHOÁ", "LẦN",
                                                          "THỨ", "GIỜ",  "ĐIỀU",  "ĐỢT", "LƯỢT", "HẠNG", "KỲ",   "ĐOẠN",
                                                          "GỒM", "TỔNG", "TRÊN",  "HƠN", "GẦN",  "KHOẢN"};
/// Words that count with the number before them.
constexpr std::array<std::string_view, 24> units{"THÁNG", "GIỜ",   "PHÚT", "NGÀY", "ĐỒNG", "TRIỆU", "TỶ",   "TỈ",
                                                 "NGHÌN", "NGƯỜI", "ĐƠN",  "LẦN",  "ĐỢT",  "TẬP",   "CÁ",   "CÔNG",
                                                 "CUỘC",  "LƯỢT",  "HỘ",   "SUẤT", "TỔ",   "CỜ",    "BẰNG", "%"};
/// "hạng Nhất", "thứ Ba", "lần thứ hai": with whatever follows.
constexpr std::array<std::string_view, 2> with_next{"HẠNG", "THỨ"};
constexpr std::array<std::string_view, 3> dashes{"-", "–", "—"};
constexpr std::string_view closing_bytes = ":,;.!?)%";
constexpr std::string_view closing_quote = "”";

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_number(std::string_view word) {
    if (word.empty()) return false;
    if (is_digit(word.front())) return true;
    return word.find_first_not_of("IVXLC") == std::string_view::npos;
}

std::string_view without_closing(std::string_view word) {
    for (;;) {
        if (word.size() > 1 && closing_bytes.substr(0, 7).find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        else if (word.ends_with(closing_quote) && word.size() > closing_quote.size())
            word.remove_suffix(closing_quote.size());
        else
            return word;
    }
}

bool starts_with_capital(std::string_view text) {
    const auto characters = to_code_points(text);
    if (characters.empty()) return false;
    const std::string first = to_utf8({characters.data(), 1});
    return to_upper(first) == first && !is_digit(first.front()) && first.front() != '(';
}

/// One text being ruled: syllables as written, and in capitals without punctuation at the end.
class Rules {
public:
    Rules(std::vector<Syllable>& syllables, Words words, const Phrases& phrases)
        : syllables_(syllables), words_(words), phrases_(phrases) {
        for (const Syllable& syllable : syllables) {
            whole_.push_back(to_upper(syllable.text));
            bare_.emplace_back(without_closing(whole_.back()));
        }
    }

    void apply() {
        for (std::size_t at = 0; at + 1 < syllables_.size(); ++at) {
            if (bare_mark(at + 1))
                hold(at, bare_mark_cost);
            else if (words_ == Words::person ? !ends_clause(at) && !opens_aside(at + 1) : holds(at))
                hold(at);
            syllables_[at].cost += cost(at);
        }
        if (words_ == Words::person) return;
        hold_phrases();
        hold_names();
    }

private:
    void hold(std::size_t at, float cost = 0) {
        if (syllables_[at].turn == Turn::free) syllables_[at].turn = Turn::held;
        syllables_[at].cost += cost;
    }
    bool ends_clause(std::size_t at) const { return whole_[at].ends_with(',') || whole_[at].ends_with(';'); }

    /// What is said of somebody in brackets may stand on a line of its own.
    bool opens_aside(std::size_t at) const { return whole_[at].starts_with('('); }

    bool bare_mark(std::size_t at) const {
        return closing_bytes.find(whole_[at].front()) != std::string_view::npos ||
               whole_[at].starts_with(closing_quote);
    }

    /// Nothing may come between this syllable and the next.
    bool holds(std::size_t at) const {
        const std::string& here = whole_[at];
        const std::string& next = whole_[at + 1];
        if (among(dashes, next) || next == "•" || here == "(" || here == "“") return true;
        if (bare_[at] != here) return false;  // punctuation ends the group
        if (among(with_next, here)) return true;
        if (among(before_numbers, here) && is_number(bare_[at + 1])) return true;
        if (!is_number(here)) return false;
        if (among(units, bare_[at + 1])) return true;
        // "5 năm", but "12 năm 2022" turns before the year.
        return bare_[at + 1] == "NĂM" && (at + 2 >= syllables_.size() || !is_number(bare_[at + 2]));
    }

    float cost(std::size_t at) const {
        float sum = 0;
        if (among(weak_ends, whole_[at])) sum += weak_end_cost;
        if (among(openers, whole_[at + 1])) sum += welcome_cost;
        if (bare_[at] != whole_[at] || among(dashes, whole_[at])) sum += welcome_cost;
        return sum;
    }

    void hold_phrases() {
        for (std::size_t at = 0; at < syllables_.size(); ++at) {
            for (std::size_t inside = 1; inside < length(at, Bond::phrase); ++inside)
                hold(at + inside - 1, syllables_[at + inside - 1].turn == Turn::held ? overlap_cost : 0);
            for (std::size_t inside = 1; inside < length(at, Bond::word); ++inside)
                syllables_[at + inside - 1].cost += inside_word_cost;
        }
    }

    /// Syllables from `at` on that belong together; punctuation ends a phrase.
    std::size_t length(std::size_t at, Bond bond) const {
        const std::size_t matched = phrases_.longest_match(std::span(bare_).subspan(at), bond);
        for (std::size_t inside = 0; inside + 1 < matched; ++inside)
            if (bare_[at + inside] != whole_[at + inside]) return inside + 1;
        return matched;
    }

    /// "đồng chí Trần Văn Ẩn" inside a sentence: the honorific and the capitalised syllables after it.
    void hold_names() {
        constexpr std::size_t longest_name = 5;
        for (std::size_t at = 0; at + 1 < syllables_.size(); ++at) {
            std::size_t name = 0;
            if (bare_[at] == "ÔNG" || bare_[at] == "BÀ") name = at + 1;
            if (whole_[at] == "ĐỒNG" && bare_[at + 1] == "CHÍ") {
                hold(at, inside_name_cost);
                name = at + 2;
            }
            const bool all_capitals = syllables_[at].text == whole_[at];  // capitals say nothing there
            if (name == 0 || name >= syllables_.size() || all_capitals) continue;
            for (std::size_t end = name; end < std::min(name + longest_name, syllables_.size()); ++end) {
                if (bare_[end - 1] != whole_[end - 1] || !starts_with_capital(syllables_[end].text)) break;
                hold(end - 1, inside_name_cost);
            }
        }
    }

    std::vector<Syllable>& syllables_;
    Words words_;
    const Phrases& phrases_;
    std::vector<std::string> whole_;
    std::vector<std::string> bare_;
};

}  // namespace

std::vector<Syllable> syllables_of(std::string_view text, Words words, const Phrases& phrases) {
    std::vector<Syllable> syllables;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        for (const std::string_view token : tokens(text.substr(0, end)))
            syllables.push_back({.text = std::string(token)});
        if (end == std::string_view::npos) break;
        if (!syllables.empty()) syllables.back().turn = Turn::forced;
        text.remove_prefix(end + 1);
    }
    Rules(syllables, words, phrases).apply();
    return syllables;
}

}  // namespace hall
