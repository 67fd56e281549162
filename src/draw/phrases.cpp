#include "draw/phrases.h"

#include <algorithm>

#include "base/text.h"

namespace hall {
namespace {

constexpr std::size_t largest_file = 1U << 20U;

}  // namespace

Phrases::Phrases(std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const std::string line = to_upper(to_nfc(lines.substr(0, end)));
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        auto syllables = tokens(line);
        if (syllables.empty() || syllables.front().starts_with('#')) continue;
        List& list = syllables.front() == "~" ? words_ : phrases_;
        if (&list == &words_) syllables.erase(syllables.begin());
        if (syllables.size() > 1) list.emplace_back(syllables.begin(), syllables.end());
    }
    std::ranges::sort(phrases_);
    std::ranges::sort(words_);
}

Result<Phrases> Phrases::load(const Path& file) {
    auto lines = read_file(file, largest_file);
    if (!lines) return lines.error();
    return Phrases(*lines);
}

std::size_t Phrases::longest_match(std::span<const std::string> syllables, Bond bond) const {
    if (syllables.empty()) return 0;
    const List& list = bond == Bond::phrase ? phrases_ : words_;
    const auto first = [](const std::vector<std::string>& entry) -> const std::string& { return entry.front(); };
    std::size_t longest = 0;
    for (auto entry = std::ranges::lower_bound(list, syllables.front(), {}, first);
         entry != list.end() && entry->front() == syllables.front(); ++entry)
        if (entry->size() <= syllables.size() && std::ranges::equal(*entry, syllables.first(entry->size())))
            longest = std::max(longest, entry->size());
    return longest;
}

}  // namespace hall
