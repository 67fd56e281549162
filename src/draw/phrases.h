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

/// Immutable. Thread: any.
class Phrases {
public:
    Phrases() = default;
    /// One phrase a line; empty lines and lines that start with '#' are skipped.
    explicit Phrases(std::string_view lines);
    static Result<Phrases> load(const Path& file);

    /// How many of the first `words` (capitals, without punctuation at the end) a phrase holds together; 0: none.
    std::size_t longest_match(std::span<const std::string> words) const;

private:
    std::vector<std::vector<std::string>> phrases_;  ///< capitals, sorted by first word
};

}  // namespace hall
