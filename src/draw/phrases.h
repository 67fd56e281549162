#pragma once
/// Words that stay on one line: names of organisations, awards and places (assets/phrases.txt).
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace hall {

enum class Bond {
    phrase,  ///< never split while there is another way
    word,    ///< a word of several syllables: better not split
};

/// Immutable. Thread: any.
class Phrases {
public:
    Phrases() = default;
    /// One phrase a line, or after '~' a word; empty lines and lines that start with '#' are skipped.
    explicit Phrases(std::string_view lines);
    static Result<Phrases> load(const Path& file);

    /// How many of the first `syllables` (capitals, without punctuation at the end) one bond holds; 0: none.
    std::size_t longest_match(std::span<const std::string> syllables, Bond bond) const;

private:
    using List = std::vector<std::vector<std::string>>;  ///< capitals, sorted by first syllable
    List phrases_;
    List words_;
};

}  // namespace hall
