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
        const auto words = tokens(line);
        if (words.size() > 1 && !words.front().starts_with('#')) phrases_.emplace_back(words.begin(), words.end());
    }
    std::ranges::sort(phrases_);
}

Result<Phrases> Phrases::load(const Path& file) {
    auto lines = read_file(file, largest_file);
    if (!lines) return lines.error();
    return Phrases(*lines);
}

std::size_t Phrases::longest_match(std::span<const std::string> words) const {
    if (words.empty()) return 0;
    const auto first_word = [](const std::vector<std::string>& phrase) -> const std::string& { return phrase.front(); };
    std::size_t longest = 0;
    for (const auto& phrase : std::ranges::equal_range(phrases_, words.front(), {}, first_word))
        if (phrase.size() <= words.size() && std::ranges::equal(phrase, words.first(phrase.size())))
            longest = std::max(longest, phrase.size());
    return longest;
}

}  // namespace hall
