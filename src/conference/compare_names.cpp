#include "conference/compare_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t letters_a_slip = 10;  // of a name, for every further slip that may be in it
constexpr std::size_t most_slips = 3;

struct Words {
    std::vector<std::string> written;
    std::vector<std::string> exact;   ///< capitals, with their marks
    std::vector<std::string> folded;  ///< without
};

bool is_punctuation(char c) { return std::string_view(".,;:!?()[]{}\"'*/|-").find(c) != std::string_view::npos; }

void add_words(Words& words, std::string_view text) {
    std::string plain(text);
    std::replace_if(plain.begin(), plain.end(), is_punctuation, ' ');
    for (const std::string_view quote : {"“", "”", "‘", "’", "–", "—", "\u00A0"})
        for (std::size_t at = plain.find(quote); at != std::string::npos; at = plain.find(quote, at))
            plain.replace(at, quote.size(), " ");
    for (const std::string_view word : tokens(plain)) {
        words.written.push_back(to_nfc(word));
        words.exact.push_back(to_upper(words.written.back()));
        words.folded.push_back(fold(word));
    }
}

Words words_of(std::string_view text) {
    Words words;
    add_words(words, text);
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = from; i < std::min(from + count, words.size()); ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

bool stands_at(const std::vector<std::string>& text, std::size_t at, const std::vector<std::string>& name) {
    return at + name.size() <= text.size() &&
           std::equal(name.begin(), name.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
}

bool is_capitals(const std::string& word) { return to_upper(word) == word; }

enum class Likeness { same, capitals, marks, letters };

struct Match {
    Likeness likeness;
    std::size_t at;  ///< word of the text
    std::size_t count;
};

/// One entry of a numbered list in the text: its words after the number.
struct Entry {
    std::size_t number;
    std::size_t line;  ///< from 1
    std::size_t first;
    std::size_t end = 0;
};

/// "12. ", "12) ", or "12" before a space or the line's end, as a table's cells are pasted.
std::optional<std::size_t> list_number(std::string_view line) {
    constexpr std::size_t most_digits = 4;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t number = 0, at = 0;
    for (; at < line.size() && is_digit(line[at]) && at <= most_digits; ++at)
        number = number * 10 + static_cast<std::size_t>(line[at] - '0');
    if (at == 0 || at > most_digits) return {};
    const bool sign = at < line.size() && (line[at] == '.' || line[at] == ')');
    if (sign) ++at;
    if (at == line.size() || line[at] == ' ') return number;
    return sign && !is_digit(line[at]) ? std::optional(number) : std::nullopt;  // 15.11.2026 is a date
}

/// The decision's words, and where each of them stands.
class Text {
public:
    explicit Text(std::string_view text) {
        bool open = false;  // an entry may go on over further lines
        for (std::size_t line = 1; !text.empty(); ++line) {
            const auto end = std::min(text.find('\n'), text.size());
            const std::string cleaned = clean_text(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            const std::size_t at = words_.folded.size();
            const auto number = list_number(cleaned);
            // A pasted table may leave lines empty between a number and what it numbers.
            const bool ends =
                number || fold(cleaned).starts_with("dieu ") || (cleaned.empty() && open && at > entries_.back().first);
            if (open && ends) {
                entries_.back().end = at;
                open = false;
            }
            add_words(words_, cleaned);
            if (!number) continue;
            entries_.push_back({*number, line, at + 1});
            open = true;
        }
        if (open) entries_.back().end = words_.folded.size();
        for (std::size_t i = 0; i < words_.folded.size(); ++i) places_[words_.folded[i]].push_back(i);
    }

    const std::vector<Entry>& entries() const { return entries_; }
    std::size_t size() const { return words_.folded.size(); }
    std::string shown(const Entry& entry) const {
        constexpr std::size_t most_words = 12;
        const std::size_t count = entry.end - entry.first;
        return joined(words_.written, entry.first, std::min(count, most_words)) + (count > most_words ? "..." : "");
    }

    /// Wherever the name stands, marks or not.
    void mark(const Words& name, std::vector<bool>& marked) const {
        if (name.folded.empty()) return;
        const auto places = places_.find(name.folded.front());
        if (places == places_.end()) return;
        for (const std::size_t at : places->second)
            if (stands_at(words_.folded, at, name.folded)) marked[at] = true;
    }

    /// The best one at or after `from`, else before it.
    std::optional<Match> find(const Words& name, std::size_t from) const {
        if (name.exact.empty()) return {};
        const std::size_t count = name.exact.size();
        const auto as_written = [&](std::size_t at) { return same_capitals(name, at); };
        if (const auto at = first_of(name, from, words_.exact, name.exact, as_written))
            return Match{Likeness::same, *at, count};
        if (const auto at = first_of(name, from, words_.exact, name.exact))
            return Match{Likeness::capitals, *at, count};
        if (const auto at = first_of(name, from, words_.folded, name.folded)) return Match{Likeness::marks, *at, count};
        return find_slip(name);
    }

    std::string shown(const Match& match) const { return joined(words_.written, match.at, match.count); }

private:
    /// A word in capitals throughout says nothing about how it is written otherwise.
    bool same_capitals(const Words& name, std::size_t at) const {
        for (std::size_t i = 0; i < name.written.size(); ++i) {
            const std::string &here = words_.written[at + i], &there = name.written[i];
            if (here != there && !is_capitals(here) && !is_capitals(there)) return false;
        }
        return true;
    }

    std::optional<std::size_t> first_of(const Words& name, std::size_t from, const std::vector<std::string>& text,
                                        const std::vector<std::string>& wanted,
                                        const std::function<bool(std::size_t)>& counts = nullptr) const {
        const auto places = places_.find(name.folded.front());
        if (places == places_.end()) return {};
        std::optional<std::size_t> earlier;
        for (const std::size_t at : places->second) {
            if (!stands_at(text, at, wanted) || (counts && !counts(at))) continue;
            if (at >= from) return at;
            if (!earlier) earlier = at;
        }
        return earlier;
    }

    /// Around any word that the name and the text share.
    std::optional<Match> find_slip(const Words& name) const {
        const std::size_t count = name.folded.size();
        const std::string wanted = joined(name.folded, 0, count);
        const std::size_t allowed = std::min(most_slips, 1 + wanted.size() / letters_a_slip);
        std::optional<Match> best;
        std::size_t least = allowed + 1;
        std::unordered_set<std::size_t> tried;
        for (std::size_t i = 0; i < count; ++i) {
            const auto places = places_.find(name.folded[i]);
            if (places == places_.end()) continue;
            for (const std::size_t place : places->second) {
                for (std::size_t start = place >= i + 1 ? place - i - 1 : 0; start <= place && start + i <= place + 1;
                     ++start) {
                    if (!tried.insert(start).second) continue;
                    for (std::size_t length = std::max<std::size_t>(count, 2) - 1; length <= count + 1; ++length) {
                        const std::string found = joined(words_.folded, start, length);
                        if (found.size() > wanted.size() + allowed || wanted.size() > found.size() + allowed) continue;
                        const std::size_t distance = edit_distance(found, wanted);
                        if (distance >= least) continue;
                        least = distance;
                        best = Match{Likeness::letters, start, length};
                    }
                }
            }
        }
        return best;
    }

    Words words_;
    std::unordered_map<std::string, std::vector<std::size_t>> places_;
    std::vector<Entry> entries_;
};

struct Named {
    const Recipient* recipient;
    std::string place;
    std::optional<Match> match;
};

void report(const Named& named, const Text& text, Issues& issues) {
    const std::string& name = named.recipient->name;
    if (!named.match) {
        issues.push_back({Severity::error,
                          "name.missing",
                          named.place,
                          {fmt::format("\"{}\" không có trong văn bản. So lại với quyết định.", name),
                           fmt::format("\"{}\" does not stand in the text. Compare it with the decision.", name)}});
        return;
    }
    if (named.match->likeness == Likeness::same) return;
    const std::string shown = text.shown(*named.match);
    if (named.match->likeness == Likeness::capitals) {
        issues.push_back(
            {Severity::warning,
             "name.capitals",
             named.place,
             {fmt::format("\"{}\" viết hoa khác văn bản: \"{}\". Xem bên nào đúng.", name, shown),
              fmt::format("\"{}\" has other capitals than the text: \"{}\". See which is right.", name, shown)}});
        return;
    }
    const bool marks = named.match->likeness == Likeness::marks;
    issues.push_back(
        {Severity::error,
         marks ? "name.marks" : "name.letters",
         named.place,
         {fmt::format("\"{}\" khác {} so với văn bản: \"{}\". Xem bên nào đúng.", name, marks ? "dấu" : "chữ", shown),
          fmt::format("\"{}\" differs by a {} from the text: \"{}\". See which is right.", name,
                      marks ? "mark" : "letter", shown)}});
}

/// Those that keep the text's order are the longest run that does; the others were moved.
void report_order(const std::vector<Named>& found, Issues& issues) {
    std::vector<std::size_t> length(found.size(), 1), before(found.size(), found.size());
    std::size_t last = found.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (found[j].match->at <= found[i].match->at && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        if (last == found.size() || length[i] > length[last]) last = i;
    }
    std::vector<bool> kept(found.size(), false);
    for (std::size_t i = last; i < found.size(); i = before[i]) kept[i] = true;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (kept[i]) continue;
        const std::string& name = found[i].recipient->name;
        issues.push_back(
            {Severity::error,
             "name.order",
             found[i].place,
             {fmt::format("\"{}\" đứng ở thứ tự khác trong văn bản. Xếp lại theo quyết định.", name),
              fmt::format("\"{}\" stands elsewhere in the text's order. Put it where the decision has it.", name)}});
    }
}

/// What the names of every award have met in the text.
struct Met {
    std::vector<bool> words;  ///< of the text: a name begins here
    NamesSought names;
};

void compare_award(const Award& award, const Text& text, Issues& issues, Met& met) {
    std::vector<Named> found;
    std::size_t number = 0;
    std::size_t from = 0;
    for (const Batch& batch : award.batches)
        for (const Recipient& recipient : batch.recipients) {
            Named named{&recipient, fmt::format("{}, {}", award.name, ++number), {}};
            const Words name = words_of(recipient.name);
            named.match = text.find(name, from);
            ++met.names.sought;
            report(named, text, issues);
            text.mark(name, met.words);
            if (!named.match) continue;
            ++met.names.found;
            met.words[named.match->at] = true;
            from = std::max(from, named.match->at + named.match->count);
            found.push_back(std::move(named));
        }
    report_order(found, issues);
}

/// Lists of other things are numbered too: only one that names a recipient is a list of recipients.
void report_others(const Text& text, const std::vector<bool>& met, std::string_view text_name, Issues& issues) {
    const std::vector<Entry>& entries = text.entries();
    const auto is_met = [&](const Entry& entry) {
        for (std::size_t i = entry.first; i < entry.end; ++i)
            if (met[i]) return true;
        return false;
    };
    for (std::size_t first = 0; first < entries.size();) {
        std::size_t end = first + 1;
        while (end < entries.size() && entries[end].number == entries[end - 1].number + 1) ++end;
        bool names_recipients = false;
        for (std::size_t i = first; i < end; ++i) names_recipients |= is_met(entries[i]);
        for (std::size_t i = first; i < end && names_recipients; ++i) {
            if (entries[i].first >= entries[i].end || is_met(entries[i])) continue;
            const std::string shown = text.shown(entries[i]);
            issues.push_back(
                {Severity::warning,
                 "name.not-in-feed",
                 fmt::format("{}:{}", text_name, entries[i].line),
                 {fmt::format("Văn bản có \"{}. {}\" nhưng nguồn không có tên này. Xem có bỏ sót không.",
                              entries[i].number, shown),
                  fmt::format("The text has \"{}. {}\", a name that is not in the feed. See whether it was forgotten.",
                              entries[i].number, shown)}});
        }
        first = end;
    }
}

Issue sealed(const Award& award) {
    return {Severity::error,
            "award.sealed",
            award.name,
            {"Khen thưởng này còn niêm phong: không có tên để so. Mở bằng hoitruong unseal trước.",
             "This award is sealed: there are no names to compare. Run hoitruong unseal first."}};
}

}  // namespace

Issues compare_names(const Conference& conference, std::string_view text, std::string_view text_name,
                     NamesSought* sought) {
    const Text decision(text);
    Issues issues;
    Met met{std::vector<bool>(decision.size(), false), {}};
    bool all_open = true;
    for (const Award& award : conference.awards) {
        if (award.is_closed()) {
            all_open = false;
            issues.push_back(sealed(award));
        } else {
            compare_award(award, decision, issues, met);
        }
    }
    // The names of a sealed award would all be missed.
    if (all_open) report_others(decision, met.words, text_name, issues);
    if (sought) *sought = met.names;
    return issues;
}

}  // namespace hall
